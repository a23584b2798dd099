import type { FieldName } from './searchFields';
import { fieldCalled } from './searchFields';

/** A piece of a query, and where it stands. */
export type Term = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'open' | 'close' | 'or' | 'not' }
  | { readonly kind: 'word'; readonly text: string }
  /** A quotation mark that nothing closes has no text. */
  | { readonly kind: 'phrase'; readonly text: string; readonly closed: boolean }
  | {
      readonly kind: 'field';
      readonly field: FieldName;
      readonly value: string;
      /** Where the value begins, with its quotation mark if it has one. */
      readonly valueStart: number;
      readonly quoted: boolean;
      readonly closed: boolean;
    }
);

/** Nobody nests deeper; what opens further is no parenthesis. */
const deepest = 16;
/** No more pieces are looked at. */
const mostTerms = 256;

const whiteSpace = /\s*/uy;
const fieldName = /([a-z]+):/iy;
const negated = /-(?=["“”„«(\p{L}\p{N}])/uy;
/** Quotation marks and what closes them; editors and papers turn straight ones round. */
const closingMarks: ReadonlyMap<string, RegExp> = new Map([
  ['"', /["“”]/gu],
  ['“', /["”]/gu],
  ['”', /["”]/gu],
  ['„', /["“”]/gu],
  ['«', /»/gu],
]);

/** The pieces of a query. Whatever is typed has some reading: what is no operator is a word. */
export function scanTerms(text: string): readonly Term[] {
  const terms: Term[] = [];
  let depth = 0;
  let at = skip(whiteSpace, text, 0);
  while (at < text.length && terms.length < mostTerms) {
    const start = at;
    if (text[at] === '(') {
      at++;
      if (depth < deepest) {
        depth++;
        terms.push({ kind: 'open', start, end: at });
      }
    } else if (text[at] === ')' && depth > 0) {
      at++;
      depth--;
      terms.push({ kind: 'close', start, end: at });
    } else if (mayNegate(text, at) && skip(negated, text, at) > at) {
      at++;
      terms.push({ kind: 'not', start, end: at });
    } else if (closingMarks.has(text[at]!)) {
      const close = closingMark(text, at);
      at = close < 0 ? at + 1 : close + 1;
      terms.push({
        kind: 'phrase',
        start,
        end: at,
        text: text.slice(start + 1, Math.max(close, start + 1)),
        closed: close >= 0,
      });
    } else {
      const term = fieldAt(text, at, depth) ?? wordAt(text, at, depth);
      at = term.end;
      terms.push(term);
    }
    at = skip(whiteSpace, text, at);
  }
  return terms;
}

/** At the beginning, after white space, and after a parenthesis that opens. */
function mayNegate(text: string, at: number): boolean {
  return at === 0 || /[\s(]/u.test(text[at - 1]!);
}

function fieldAt(text: string, start: number, depth: number): Term | undefined {
  fieldName.lastIndex = start;
  const name = fieldName.exec(text)?.[1];
  const field = name === undefined ? undefined : fieldCalled(name);
  if (name === undefined || field === undefined) return undefined;
  const valueStart = start + name.length + 1;
  if (!closingMarks.has(text[valueStart] ?? '')) {
    const end = wordEnd(text, valueStart, depth);
    return {
      kind: 'field',
      start,
      end,
      field,
      value: text.slice(valueStart, end),
      valueStart,
      quoted: false,
      closed: false,
    };
  }
  const close = closingMark(text, valueStart);
  const closed = close >= 0;
  const value = text.slice(valueStart + 1, closed ? close : text.length);
  return {
    kind: 'field',
    start,
    end: closed ? close + 1 : text.length,
    field,
    value,
    valueStart,
    quoted: true,
    closed,
  };
}

/** Where the quotation mark stands that closes the one at an offset; -1 where nothing does. */
function closingMark(text: string, at: number): number {
  const pattern = closingMarks.get(text[at]!)!;
  pattern.lastIndex = at + 1;
  return pattern.exec(text)?.index ?? -1;
}

function wordAt(text: string, start: number, depth: number): Term {
  const end = Math.max(start + 1, wordEnd(text, start, depth));
  const word = text.slice(start, end);
  return word === 'OR' ? { kind: 'or', start, end } : { kind: 'word', start, end, text: word };
}

/** Up to white space, or to a parenthesis that closes one before the word: `f(x)` is a word. */
function wordEnd(text: string, start: number, depth: number): number {
  let open = 0;
  let at = start;
  for (; at < text.length && !/\s/u.test(text[at]!); at++) {
    if (text[at] === '(') open++;
    else if (text[at] === ')' && open > 0) open--;
    else if (text[at] === ')' && depth > 0) break;
  }
  return at;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
