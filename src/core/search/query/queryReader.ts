import { hasWords } from './hasWords';
import { parseYears } from './parseYears';
import type { QueryLeaf, QueryNode } from './queryNode';
import { type Term, scanTerms } from './scanTerms';
import { type FieldName, choicesOf, searchFields } from './searchFields';
import type { Condition, QueryProblem } from './searchQuery';

/** Anywhere in the papers, a letter or two that are being typed begin everything. */
const shortestPrefix = 3;

/** Builds a query from its pieces, and notes what is wrong with them. */
export class QueryReader {
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

  read(): QueryNode {
    const all = this.#sequence();
    // Parentheses of plain text are no mistake.
    if (!this.structured) this.#drop('unclosed-parenthesis');
    return all;
  }

  #sequence(): QueryNode {
    const of: QueryNode[] = [];
    for (let term = this.#peek(); term && term.kind !== 'close'; term = this.#peek()) {
      const node = term.kind === 'or' ? this.#danglingOr(term) : this.#alternatives();
      if (node) of.push(node);
    }
    return { kind: 'all', of };
  }

  #danglingOr({ start, end }: Term): QueryNode {
    this.#at++;
    if (this.#terms.length > 1) this.problems.push({ code: 'dangling-or', start, end });
    return this.#word('OR', end);
  }

  #alternatives(): QueryNode | undefined {
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

  #negated(): QueryNode | undefined {
    const minus = this.#peek();
    if (minus?.kind !== 'not') return this.#primary();
    this.#at++;
    if (!this.#mayBegin(this.#at)) return undefined;
    const of = this.#primary();
    if (!of) return undefined;
    this.structured = true;
    this.firstExcluded ??= { start: minus.start, end: this.#terms[this.#at - 1]!.end };
    return { kind: 'not', of };
  }

  #primary(): QueryNode | undefined {
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

  #group({ start, end }: Term): QueryNode | undefined {
    const node = this.#sequence();
    if (this.#peek()) this.#at++;
    else this.problems.push({ code: 'unclosed-parenthesis', start, end });
    return node.kind === 'all' && node.of.length < 2 ? node.of[0] : node;
  }

  #word(text: string, end: number): QueryLeaf {
    const unfinished = this.#isUnfinished(end);
    const isPrefix = unfinished && text.length >= shortestPrefix;
    const condition = { kind: 'text', text, unfinished: isPrefix } as const;
    return { kind: 'leaf', text, unfinished, isWord: true, condition };
  }

  #phrase({ text, closed, start, end }: Term & { readonly kind: 'phrase' }): QueryNode | undefined {
    if (!closed) this.problems.push({ code: 'unclosed-quote', start, end });
    if (!hasWords(text)) return undefined;
    this.structured = true;
    return {
      kind: 'leaf',
      text,
      unfinished: false,
      isWord: false,
      condition: { kind: 'text', text, unfinished: false },
    };
  }

  #field(term: Term & { readonly kind: 'field' }): QueryNode | undefined {
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
    return { kind: 'leaf', ...(ranks && { text: value }), unfinished, isWord: false, condition };
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

/** `toRead`, `to-read` and `To-Read` are one. */
function bare(value: string): string {
  return value.toLowerCase().replaceAll('-', '');
}
