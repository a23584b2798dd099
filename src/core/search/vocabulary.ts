import SearchableMap from 'minisearch/SearchableMap';
import type { FieldHits } from './fieldHits';

/** A word that papers hold, and which. */
export interface Term {
  readonly word: string;
  /** Names the term in the papers' lists of words; given to another word once no paper holds this one. */
  readonly number: number;
  /** By turns a paper's number and its hits. */
  postings: number[];
}

/** All words of the papers, found by their letters: whole, by their beginning, or nearly. */
export class Vocabulary {
  readonly #byWord = new Map<string, Term>();
  /** The same, as a radix tree, which knows beginnings and edit distances. */
  readonly #tree = new SearchableMap<Term>();
  readonly #byNumber: (Term | undefined)[] = [];
  readonly #freeNumbers: number[] = [];

  get(word: string): Term | undefined {
    return this.#byWord.get(word);
  }

  /** The term that a number in a paper's list of words stands for. */
  at(number: number): Term | undefined {
    return this.#byNumber[number];
  }

  terms(): Iterable<Term> {
    return this.#byWord.values();
  }

  /** The word's term, new if no paper has held it. */
  obtain(word: string): Term {
    const known = this.#byWord.get(word);
    if (known) return known;
    const term: Term = { word, number: this.#freeNumbers.pop() ?? this.#byNumber.length, postings: [] };
    this.#byWord.set(word, term);
    this.#tree.set(word, term);
    this.#byNumber[term.number] = term;
    return term;
  }

  addPosting(number: number, paper: number, hits: FieldHits): void {
    this.#byNumber[number]?.postings.push(paper, hits);
  }

  /** Takes papers out of a term, and the term out of the vocabulary when none is left. */
  removePostings(term: Term, papers: ReadonlySet<number>): void {
    const kept: number[] = [];
    for (let i = 0; i < term.postings.length; i += 2) {
      const paper = term.postings[i]!;
      if (!papers.has(paper)) kept.push(paper, term.postings[i + 1]!);
    }
    term.postings = kept;
    if (kept.length > 0) return;
    this.#byWord.delete(term.word);
    this.#tree.delete(term.word);
    this.#byNumber[term.number] = undefined;
    this.#freeNumbers.push(term.number);
  }

  /** Every term that begins so, the word itself included. */
  *withPrefix(prefix: string): Iterable<Term> {
    yield* this.#tree.atPrefix(prefix).values();
  }

  /** Terms within an edit distance (letters inserted, dropped or replaced), the word itself included. */
  *within(word: string, distance: number): Iterable<readonly [Term, number]> {
    yield* this.#tree.fuzzyGet(word, distance).values();
  }
}
