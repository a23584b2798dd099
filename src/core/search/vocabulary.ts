import type { FieldHits } from './fieldHits';
import type { PackedIndex } from './packed/packedIndex';
import { PrefixMap } from './prefixMap';

/** Where a word is. */
export interface Postings {
  readonly count: number;
  /** The numbers of the papers, and the hits of each; there may be more than `count`. */
  readonly papers: Int32Array;
  readonly hits: Uint16Array;
}

/**
 * All words of the papers, found by their letters: whole, by their beginning, or nearly. The words of the packed index
 * keep their numbers; those that only papers added since have get the numbers behind. A word that no paper has any more
 * is not there.
 */
export class Vocabulary {
  readonly #packed: PackedIndex | undefined;
  readonly #hidden: Uint8Array;
  /** How many hidden papers have a word of the packed index. */
  readonly #hiddenHaving = new Map<number, number>();
  readonly #packedEnd: number;
  /** For each word the papers added since, by turns a paper's number and its hits. */
  readonly #live = new Map<number, number[]>();
  /** Words that the packed index does not have. */
  readonly #added = new PrefixMap<number>();
  readonly #addedWords: string[] = [];
  readonly #freeNumbers: number[] = [];
  #papers = new Int32Array(0);
  #hits = new Uint16Array(0);

  /** @param hidden papers of the packed index that are there no more, by number; it may change */
  constructor(packed: PackedIndex | undefined, hidden: Uint8Array) {
    this.#packed = packed;
    this.#hidden = hidden;
    this.#packedEnd = packed?.words.words.length ?? 0;
  }

  /** One more than the highest number of a word. */
  get numbersEnd(): number {
    return this.#packedEnd + this.#addedWords.length;
  }

  /** The number of a word that some paper has. */
  get(word: string): number | undefined {
    const place = this.#packed?.words.indexOf(word) ?? -1;
    if (place === -1) return this.#added.get(word);
    const number = this.#packed!.wordNumbers[place]!;
    return this.#isUsed(number) ? number : undefined;
  }

  wordAt(number: number): string {
    return number < this.#packedEnd ? this.#packed!.wordAt(number) : this.#addedWords[number - this.#packedEnd]!;
  }

  /** In how many papers a word is. */
  frequency(number: number): number {
    const packed = number < this.#packedEnd ? this.#packed!.frequency(number) : 0;
    return packed - (this.#hiddenHaving.get(number) ?? 0) + (this.#live.get(number)?.length ?? 0) / 2;
  }

  /** Where a word is; to be read before the next is asked for. */
  postings(number: number): Postings {
    const live = this.#live.get(number) ?? [];
    const room = (this.#packed?.size ?? 0) + live.length / 2;
    if (this.#papers.length < room) {
      this.#papers = new Int32Array(room);
      this.#hits = new Uint16Array(room);
    }
    const papers = this.#papers;
    const hits = this.#hits;
    let count = number < this.#packedEnd ? this.#packed!.postings(number, papers, hits) : 0;
    if (this.#hiddenHaving.has(number)) {
      let kept = 0;
      for (let i = 0; i < count; i++) {
        if (this.#hidden[papers[i]!]) continue;
        papers[kept] = papers[i]!;
        hits[kept++] = hits[i]!;
      }
      count = kept;
    }
    for (let i = 0; i < live.length; i += 2) {
      papers[count] = live[i]!;
      hits[count++] = live[i + 1]!;
    }
    return { count, papers, hits };
  }

  /** Every word that begins so, itself included, in the order of the words. */
  withPrefix(prefix: string): ArrayLike<number> & Iterable<number> {
    const words = this.#packed?.words;
    let place = words?.lowerBound(prefix) ?? 0;
    const end = words?.prefixEnd(prefix, place) ?? 0;
    const added = this.#added.withPrefix(prefix);
    if (added.length === 0 && this.#hiddenHaving.size === 0) {
      return this.#packed?.wordNumbers.subarray(place, end) ?? [];
    }
    const found: number[] = [];
    for (const number of added) {
      const word = this.wordAt(number);
      for (; place < end && words!.words[place]! < word; place++) this.#pushAt(place, found);
      found.push(number);
    }
    for (; place < end; place++) this.#pushAt(place, found);
    return found;
  }

  /** Tells of the number of a word whether it begins so. */
  beginningWith(prefix: string): (number: number) => boolean {
    const start = this.#packed?.words.lowerBound(prefix) ?? 0;
    const end = this.#packed?.words.prefixEnd(prefix, start) ?? 0;
    return (number) => {
      if (number >= this.#packedEnd) return this.wordAt(number).startsWith(prefix);
      const place = this.#packed!.placeOf(number);
      return place >= start && place < end;
    };
  }

  /**
   * Words within an edit distance (letters inserted, dropped or replaced), the word itself included.
   * @param firstLetter whether only words that begin with the same letter count
   */
  *within(word: string, reach: number, firstLetter: boolean): Generator<readonly [number: number, distance: number]> {
    for (const [place, distance] of this.#packed?.words.within(word, reach, firstLetter) ?? []) {
      const number = this.#packed!.wordNumbers[place]!;
      if (this.#isUsed(number)) yield [number, distance];
    }
    const added = this.#added.sorted();
    for (const [place, distance] of added.within(word, reach, firstLetter)) {
      yield [this.#added.get(added.words[place]!)!, distance];
    }
  }

  /** The number of a word that a paper is about to have, a new one where it is new. */
  numberOf(word: string): number {
    const place = this.#packed?.words.indexOf(word) ?? -1;
    if (place !== -1) return this.#packed!.wordNumbers[place]!;
    const known = this.#added.get(word);
    if (known !== undefined) return known;
    const number = this.#freeNumbers.pop() ?? this.numbersEnd;
    this.#addedWords[number - this.#packedEnd] = word;
    this.#added.set(word, number);
    return number;
  }

  /** Notes that a paper has a word; each paper and word once. */
  addPosting(number: number, paper: number, hits: FieldHits): void {
    const postings = this.#live.get(number);
    // Most words are in one paper only: a list made of its two numbers has no room to spare.
    if (postings) postings.push(paper, hits);
    else this.#live.set(number, [paper, hits]);
  }

  /** Takes papers out of a word, and the word out of the vocabulary when none is left. */
  removePostings(number: number, papers: ReadonlySet<number>): void {
    const kept: number[] = [];
    const postings = this.#live.get(number) ?? [];
    for (let i = 0; i < postings.length; i += 2) {
      if (!papers.has(postings[i]!)) kept.push(postings[i]!, postings[i + 1]!);
    }
    if (kept.length > 0) {
      this.#live.set(number, kept);
      return;
    }
    this.#live.delete(number);
    if (number < this.#packedEnd) return;
    this.#added.delete(this.wordAt(number));
    this.#freeNumbers.push(number);
  }

  /** Notes that a paper of the packed index that has the word is hidden now. */
  hidePosting(number: number): void {
    this.#hiddenHaving.set(number, (this.#hiddenHaving.get(number) ?? 0) + 1);
  }

  #pushAt(place: number, into: number[]): void {
    const number = this.#packed!.wordNumbers[place]!;
    if (this.#isUsed(number)) into.push(number);
  }

  /** Whether some paper has a word of the packed index still. */
  #isUsed(number: number): boolean {
    return this.#hiddenHaving.size === 0 || this.frequency(number) > 0;
  }
}
