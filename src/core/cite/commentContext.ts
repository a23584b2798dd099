import type { CommentSyntax, Token } from './commentSyntax';

/** A stretch of source that is not code. Offsets are of the whole text, in UTF-16 code units. */
export interface Span {
  readonly token: Token;
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
  /** What opened it: `///`, `r"""`. */
  readonly opened: string;
}

// Enough for any file that people write by hand; in larger ones a cursor is judged by what stands near it.
const longestLookBack = 1_000_000;

/** Tells code from comments, docstrings and strings in a piece of source. */
export class CommentContext {
  readonly #spans: readonly Span[];

  /**
   * Reads from 1,000,000 characters before `from` (a line's beginning there, taken for code) to `to`; what lies beyond
   * is read only where a comment or string runs on.
   */
  constructor(text: string, syntax: CommentSyntax, from: number, to: number, regionStart = 0) {
    const cut = Math.max(regionStart, from - longestLookBack);
    const begin = cut > regionStart ? text.indexOf('\n', cut) + 1 || from : cut;
    this.#spans = scan(text, syntax.tokens, begin, to);
  }

  /**
   * The comment, docstring or string that holds a cursor at `offset`, `undefined` in code. In front of an opening
   * delimiter or amid it, and behind a closing one, is code; amid a closing delimiter is not: `/* a *|/`.
   */
  at(offset: number): Span | undefined {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#spans[middle]!.start < offset) low = middle + 1;
      else high = middle;
    }
    const span = this.#spans[low - 1];
    if (!span || offset < span.contentStart) return undefined;
    // A line comment's end belongs to it, and so does the end of what nobody closed.
    return offset < span.end || (offset === span.end && span.contentEnd === span.end) ? span : undefined;
  }
}

function scan(text: string, tokens: readonly Token[], from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  if (tokens.length === 0) return spans;
  const opening = openings(tokens);
  opening.lastIndex = from;
  for (let match = opening.exec(text); match && match.index <= to; match = opening.exec(text)) {
    const opened = match[0];
    const token = tokens[match.findIndex((group, index) => index > 0 && group !== undefined) - 1]!;
    const contentStart = match.index + opened.length;
    const { contentEnd, end } = token.end(text, contentStart, opened);
    if (token.kind !== 'skip') spans.push({ token, start: match.index, contentStart, contentEnd, end, opened });
    // An empty match must not hold the scan up.
    opening.lastIndex = Math.max(end, match.index + 1);
  }
  return spans;
}

const openingPatterns = new WeakMap<readonly Token[], RegExp>();

function openings(tokens: readonly Token[]): RegExp {
  let pattern = openingPatterns.get(tokens);
  if (!pattern) {
    pattern = new RegExp(tokens.map((token) => `(${token.open})`).join('|'), 'gmu');
    openingPatterns.set(tokens, pattern);
  }
  return pattern;
}
