import type { PaperStore } from './paperStore';
import { stopWords } from './stopWords';
import { littleWord } from './textRun';
import { WordMatches } from './wordMatches';

/**
 * Lists as long as the library, used again from search to search: making new ones with every key costs more than
 * searching. They are good for one state of the store.
 */
export class SearchLists {
  /** What papers score, by number; all 0 between uses. */
  readonly scores: Float64Array;
  /** Room for the numbers of all papers. */
  readonly papers: Int32Array;
  readonly #store: PaperStore;
  readonly #matches: WordMatches[] = [];
  readonly #wordsOf: Uint32Array;
  #marked: number[] = [];

  constructor(store: PaperStore) {
    this.#store = store;
    this.scores = new Float64Array(store.numbersEnd);
    this.papers = new Int32Array(store.numbersEnd);
    this.#wordsOf = new Uint32Array(store.vocabulary.numbersEnd);
    for (const word of stopWords) {
      const term = store.vocabulary.get(word);
      if (term !== undefined) this.#wordsOf[term] = littleWord;
    }
  }

  /** Empty lists for the words of a query. */
  matches(count: number): readonly WordMatches[] {
    while (this.#matches.length < count) this.#matches.push(new WordMatches(this.#store));
    const matches = this.#matches.slice(0, count);
    for (const match of matches) match.clear();
    return matches;
  }

  /** The words of a query that each term stands for, as bits, and `littleWord`; until the next time. */
  wordsOf(matches: readonly WordMatches[]): Uint32Array {
    const bits = this.#wordsOf;
    for (const term of this.#marked) bits[term]! &= littleWord;
    this.#marked = [];
    matches.forEach(({ terms, pairs }, word) => {
      const mark = (term: number): void => {
        bits[term]! |= 1 << word;
        this.#marked.push(term);
      };
      terms.forEach(mark);
      for (const [first, second] of pairs) {
        mark(first);
        mark(second);
      }
    });
    return bits;
  }
}
