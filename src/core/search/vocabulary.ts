import SearchableMap from 'minisearch/SearchableMap';
import type { FieldHits } from './fieldHits';
import { addHit } from './fieldHits';
import { PrefixMap } from './prefixMap';

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
  readonly #byWord = new PrefixMap<Term>();
  readonly #byNumber: (Term | undefined)[] = [];
  readonly #freeNumbers: number[] = [];
  /** The same as a radix tree, which knows edit distances; grown when the first word is misspelt. */
  #tree: SearchableMap<Term> | undefined;

  get(word: string): Term | undefined {
    return this.#byWord.get(word);
  }

  /** The term that a number in a paper's list of words stands for. */
  at(number: number): Term | undefined {
    return this.#byNumber[number];
  }

  /**
   * Notes that a paper has a word, once more.
   * @param paper its number; the paper's words come without those of another between
   * @returns the number of the word's term
   */
  count(word: string, paper: number, field: FieldHits): number {
    const term = this.#byWord.get(word) ?? this.#newTerm(word);
    const { postings } = term;
    const last = postings.length - 2;
    if (postings[last] === paper) postings[last + 1] = addHit(postings[last + 1]!, field);
    // Most words are in one paper only: a list made of its two numbers has no room to spare.
    else if (postings.length === 0) term.postings = [paper, addHit(0, field)];
    else postings.push(paper, addHit(0, field));
    return term.number;
  }

  #newTerm(word: string): Term {
    const term: Term = { word, number: this.#freeNumbers.pop() ?? this.#byNumber.length, postings: [] };
    this.#byWord.set(word, term);
    this.#byNumber[term.number] = term;
    this.#tree?.set(word, term);
    return term;
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
    this.#byNumber[term.number] = undefined;
    this.#freeNumbers.push(term.number);
    this.#tree?.delete(term.word);
  }

  /** Every term that begins so, the word itself included, in the order of the words. */
  withPrefix(prefix: string): Iterable<Term> {
    return this.#byWord.withPrefix(prefix);
  }

  /** Terms within an edit distance (letters inserted, dropped or replaced), the word itself included. */
  within(word: string, distance: number): Iterable<readonly [Term, number]> {
    this.#tree ??= SearchableMap.from<Term>(this.#byWord.entries()) as SearchableMap<Term>;
    return this.#tree.fuzzyGet(word, distance).values();
  }
}
