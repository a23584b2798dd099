import type { FieldHits } from './fieldHits';
import { hitsWorth } from './fieldHits';
import type { PaperStore } from './paperStore';

/** Where one word of a query was found, in whichever form. */
export class WordMatches {
  /** The words of papers that stand for the word, by number. */
  readonly terms = new Set<number>();
  /** Words that stand for it together, one after the other. */
  readonly pairs: (readonly [number, number])[] = [];
  readonly #store: PaperStore;
  readonly #papers: Int32Array;
  #count = 0;
  readonly #worth: Float32Array;
  readonly #hits: Uint16Array;

  constructor(store: PaperStore) {
    this.#store = store;
    this.#papers = new Int32Array(store.numbersEnd);
    this.#worth = new Float32Array(store.numbersEnd);
    this.#hits = new Uint16Array(store.numbersEnd);
  }

  /** The papers, each once, by number. */
  get papers(): Int32Array {
    return this.#papers.subarray(0, this.#count);
  }

  /** What the best form in which a paper has the word is worth, 0 to about 2. */
  worth(paper: number): number {
    return this.#worth[paper] ?? 0;
  }

  /** The fields in which a paper has the word, as flags. */
  hits(paper: number): FieldHits {
    return this.#hits[paper] ?? 0;
  }

  /** Notes a term without the papers that have it. */
  noteTerm(term: number | undefined): void {
    if (term !== undefined) this.terms.add(term);
  }

  /** @param weight how sure it is that this term was meant, 0 to 1 */
  addTerm(term: number, weight: number): void {
    this.terms.add(term);
    const { count, papers, hits } = this.#store.vocabulary.postings(term);
    const worths = this.#worth;
    const allHits = this.#hits;
    for (let i = 0; i < count; i++) {
      const paper = papers[i]!;
      const worth = weight * hitsWorth[hits[i]!]!;
      const known = worths[paper]!;
      if (known === 0) this.#papers[this.#count++] = paper;
      if (worth > known) worths[paper] = worth;
      allHits[paper]! |= hits[i]!;
    }
  }

  /**
   * Adds to the scores of the papers.
   * @param base what each gets, beside its worth times the factor
   * @param seen takes papers whose score was 0, behind those that are there
   * @returns how many are there then
   */
  addScores(scores: Float64Array, base: number, factor: number, seen: Int32Array, seenCount: number): number {
    let count = seenCount;
    const worths = this.#worth;
    for (const paper of this.papers) {
      if (scores[paper] === 0) seen[count++] = paper;
      scores[paper]! += base + factor * worths[paper]!;
    }
    return count;
  }

  /** Forgets everything, for the next word: cheaper than new lists for all papers with every key. */
  clear(): void {
    for (const paper of this.papers) {
      this.#worth[paper] = 0;
      this.#hits[paper] = 0;
    }
    this.#count = 0;
    this.terms.clear();
    this.pairs.length = 0;
  }

  addPaper(paper: number, hits: FieldHits, weight: number): void {
    const worth = weight * hitsWorth[hits]!;
    const known = this.#worth[paper]!;
    if (known === 0) this.#papers[this.#count++] = paper;
    if (worth > known) this.#worth[paper] = worth;
    this.#hits[paper]! |= hits;
  }
}
