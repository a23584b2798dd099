import { splitWords } from '../words';
import { parseYears } from './parseYears';
import { type Term, scanTerms } from './scanTerms';
import { type FieldName, choicesOf, searchFields } from './searchFields';
import type { Condition, QueryProblem, SearchQuery } from './searchQuery';

/** What is read of a pasted text, as of plain ones. */
const longestQuery = 2000;

/** Anywhere in the papers, a letter or two that are being typed begin everything. */
const shortestPrefix = 3;

/** A query as it is built, with its mistakes left out. */
type Node =
  { readonly kind: 'all' | 'any'; readonly of: readonly Node[] } | { readonly kind: 'not'; readonly of: Node } | Leaf;

interface Leaf {
  readonly kind: 'leaf';
  /** What papers are ranked by, if by anything. */
  readonly text?: string;
  readonly end: number;
  /** Whether more letters may follow. */
  readonly unfinished: boolean;
  /** Plain words are conditions only where something is to be chosen or left out. */
  readonly isWord: boolean;
  readonly condition: Condition;
}

/**
 * Reads a query: words, `"phrases"`, `field:value` (the fields are in `searchFields`), `-` before what is not wanted,
 * `OR` between what is wanted instead, and parentheses. `OR` binds closer than white space: `kv cache OR memory` is
 * `kv (cache OR memory)`. Everything else is plain text, and no text is too odd to be searched.
 */
export function parseSearch(typed: string): SearchQuery {
  const text = typed.slice(0, longestQuery).toWellFormed();
  const reader = new Reader(text);
  const node = reader.read();
  if (!reader.structured) return { words: text, problems: reader.problems };
  const excluded = reader.firstExcluded;
  if (excluded && !hasPositive(node)) {
    return { words: text, problems: inOrder([...reader.problems, { code: 'only-excluded', ...excluded }]) };
  }
  const words: Leaf[] = [];
  const condition = conditionOf(node, false, words);
  const last = words.at(-1);
  // A word that is not the last thing typed is whole, which the space after it says.
  const end = last && !last.unfinished ? ' ' : '';
  return {
    words: words.map((leaf) => leaf.text).join(' ') + end,
    ...(condition && { condition }),
    problems: inOrder(reader.problems),
  };
}

class Reader {
  readonly problems: QueryProblem[] = [];
  /** Whether there is anything but words. */
  structured = false;
  firstExcluded: { readonly start: number; readonly end: number } | undefined;
  readonly #text: string;
  readonly #terms: readonly Term[];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#terms = scanTerms(text);
  }

  read(): Node {
    const all = this.#sequence();
    // Parentheses of plain text are no mistake.
    if (!this.structured) this.#drop('unclosed-parenthesis');
    return all;
  }

  #sequence(): Node {
    const of: Node[] = [];
    for (let term = this.#peek(); term && term.kind !== 'close'; term = this.#peek()) {
      const node = term.kind === 'or' ? this.#danglingOr(term) : this.#alternatives();
      if (node) of.push(node);
    }
    return { kind: 'all', of };
  }

  #danglingOr({ start, end }: Term): Node {
    this.#at++;
    if (this.#terms.length > 1) this.problems.push({ code: 'dangling-or', start, end });
    return this.#word('OR', end);
  }

  #alternatives(): Node | undefined {
    const of = [this.#negated()];
    while (this.#peek()?.kind === 'or' && this.#mayBegin(this.#at + 1)) {
      this.structured = true;
      this.#at++;
      of.push(this.#negated());
    }
    const sound = of.filter((node) => node !== undefined);
    return sound.length > 1 ? { kind: 'any', of: sound } : sound[0];
  }

  #mayBegin(at: number): boolean {
    const kind = this.#terms[at]?.kind;
    return kind !== undefined && kind !== 'close' && kind !== 'or';
  }

  #negated(): Node | undefined {
    const minus = this.#peek();
    if (minus?.kind !== 'not') return this.#primary();
    this.#at++;
    if (!this.#mayBegin(this.#at)) return undefined;
    this.structured = true;
    const of = this.#primary();
    this.firstExcluded ??= { start: minus.start, end: this.#terms[this.#at - 1]!.end };
    return of && { kind: 'not', of };
  }

  #primary(): Node | undefined {
    const term = this.#terms[this.#at++];
    switch (term?.kind) {
      case 'open':
        return this.#group(term);
      case 'word':
        return this.#word(term.text, term.end);
      case 'phrase':
        return this.#phrase(term);
      case 'field':
        this.structured = true;
        return this.#field(term);
      default:
        return undefined;
    }
  }

  #group({ start, end }: Term): Node | undefined {
    const node = this.#sequence();
    if (this.#peek()) this.#at++;
    else this.problems.push({ code: 'unclosed-parenthesis', start, end });
    return node.kind === 'all' && node.of.length < 2 ? node.of[0] : node;
  }

  #word(text: string, end: number): Leaf {
    const unfinished = this.#isUnfinished(end);
    const isPrefix = unfinished && text.length >= shortestPrefix;
    const condition = { kind: 'text', text, unfinished: isPrefix } as const;
    return { kind: 'leaf', text, end, unfinished, isWord: true, condition };
  }

  #phrase({ text, closed, start, end }: Term & { readonly kind: 'phrase' }): Node | undefined {
    if (!closed) this.problems.push({ code: 'unclosed-quote', start, end });
    if (!hasWords(text)) return undefined;
    this.structured = true;
    return {
      kind: 'leaf',
      text,
      end,
      unfinished: false,
      isWord: false,
      condition: { kind: 'text', text, unfinished: false },
    };
  }

  #field(term: Term & { readonly kind: 'field' }): Node | undefined {
    const { field, start, end, valueStart, quoted, closed } = term;
    const value = term.value.trim();
    if (quoted && !closed) this.problems.push({ code: 'unclosed-quote', start: valueStart, end: valueStart + 1 });
    if (!hasWords(value)) {
      this.problems.push({ code: 'empty-value', field, start, end });
      return end === this.#text.length || quoted ? undefined : this.#word(this.#text.slice(start, end), end);
    }
    const condition = this.#fieldCondition(field, value, term);
    if (!condition) return undefined;
    const { ranks } = searchFields[field];
    const unfinished = condition.kind === 'text' && condition.unfinished;
    return { kind: 'leaf', ...(ranks && { text: value }), end, unfinished, isWord: false, condition };
  }

  #fieldCondition(
    field: FieldName,
    value: string,
    { start, end, closed }: Term & { readonly kind: 'field' },
  ): Condition | undefined {
    const kind = searchFields[field].value;
    if (kind === 'text') return { kind: 'text', field, text: value, unfinished: !closed && this.#isUnfinished(end) };
    if (kind === 'years') {
      const years = parseYears(value);
      if (!years) this.problems.push({ code: 'bad-year', value, start, end });
      return years && { kind: 'years', ...years };
    }
    const choices = choicesOf(field);
    const choice = choices.find((one) => bare(one) === bare(value));
    if (choice === undefined) this.problems.push({ code: 'unknown-value', field, value, choices, start, end });
    return choice === undefined ? undefined : { kind: 'choice', field, choice };
  }

  #isUnfinished(end: number): boolean {
    return end === this.#text.length && /[\p{L}\p{N}]$/u.test(this.#text);
  }

  #peek(): Term | undefined {
    return this.#terms[this.#at];
  }

  #drop(code: QueryProblem['code']): void {
    for (let i = this.problems.length - 1; i >= 0; i--) if (this.problems[i]!.code === code) this.problems.splice(i, 1);
  }
}

/**
 * @param chosen whether plain words are conditions here
 * @param words takes the leaves that papers are ranked by
 */
function conditionOf(node: Node, chosen: boolean, words: Leaf[] | undefined): Condition | undefined {
  switch (node.kind) {
    case 'leaf':
      if (node.text !== undefined) words?.push(node);
      return (chosen || !node.isWord) && !saysNothing(node.condition) ? node.condition : undefined;
    case 'not': {
      const of = conditionOf(node.of, true, undefined);
      return of && { kind: 'not', of: finished(of) };
    }
    default: {
      const of = node.of
        .map((one) => conditionOf(one, chosen || node.kind === 'any', words))
        .filter((one) => one !== undefined);
      return of.length > 1 ? { kind: node.kind, of } : of[0];
    }
  }
}

/** What is left out is left out by whole words, lest half the library vanish at the first letter. */
function finished(condition: Condition): Condition {
  switch (condition.kind) {
    case 'text':
      return { ...condition, unfinished: false };
    case 'not':
      return { kind: 'not', of: finished(condition.of) };
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map(finished) };
    default:
      return condition;
  }
}

function hasPositive(node: Node): boolean {
  if (node.kind === 'not') return false;
  return node.kind === 'leaf' ? !(node.isWord && saysNothing(node.condition)) : node.of.some(hasPositive);
}

function saysNothing(condition: Condition): boolean {
  return condition.kind === 'text' && !hasWords(condition.text);
}

function hasWords(text: string): boolean {
  return splitWords(text).length > 0;
}

/** `toRead`, `to-read` and `To-Read` are one. */
function bare(value: string): string {
  return value.toLowerCase().replaceAll('-', '');
}

function inOrder(problems: readonly QueryProblem[]): readonly QueryProblem[] {
  return [...problems].sort((a, b) => a.start - b.start || a.end - b.end);
}
