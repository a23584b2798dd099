import type { Paper, PaperId } from '../paper';
import { identifiersOf } from './lookupIdentifier';
import type { PackedIndex } from './packed/packedIndex';
import { PrefixMap } from './prefixMap';
import type { PaperWords } from './readPaper';
import { readPaper } from './readPaper';
import { RecentValues } from './recentValues';
import type { ShownPaper } from './shownPaper';
import type { SplitAbstract } from './splitAbstract';
import { splitAbstract } from './splitAbstract';
import { Vocabulary } from './vocabulary';
import { WordCounter } from './wordCounter';
import type { Word } from './words';

/** A paper added since the index was packed. */
interface LivePaper {
  readonly paper: Paper;
  readonly words: PaperWords;
}

/** So many packed papers are kept as they were read. */
const mostUnpacked = 1000;

/**
 * The papers, and for every word and identifier the papers that have it: those of a packed index, which are numbered
 * from 0 in the order of their ids, and those changed or added since. A paper of the packed index that was changed or
 * taken away is hidden.
 */
export class PaperStore {
  readonly vocabulary: Vocabulary;
  readonly packed: PackedIndex | undefined;
  /** The papers of the packed index that are hidden, by number. */
  readonly hidden: Uint8Array;
  #hiddenCount = 0;
  readonly #packedEnd: number;
  readonly #live: (LivePaper | undefined)[] = [];
  readonly #liveNumbers = new Map<PaperId, number>();
  readonly #freeNumbers: number[] = [];
  readonly #identifiers = new PrefixMap<Set<number>>();
  readonly #counter = new WordCounter();
  readonly #unpackedWords = new RecentValues<PaperWords>(mostUnpacked);
  readonly #unpackedShown = new RecentValues<ShownPaper>(mostUnpacked);

  constructor(packed?: PackedIndex) {
    this.packed = packed;
    this.#packedEnd = packed?.size ?? 0;
    this.hidden = new Uint8Array(this.#packedEnd);
    this.vocabulary = new Vocabulary(packed, this.hidden);
  }

  get size(): number {
    return this.#packedEnd - this.#hiddenCount + this.#liveNumbers.size;
  }

  /** How many papers were changed, added or taken away since the index was packed. */
  get changes(): number {
    return Math.max(this.#hiddenCount, this.#liveNumbers.size);
  }

  /** One more than the highest number of a paper. */
  get numbersEnd(): number {
    return this.#packedEnd + this.#live.length;
  }

  /** Whether there are numbers that stand for no paper (any more). */
  get isPatchy(): boolean {
    return this.#hiddenCount > 0 || this.#liveNumbers.size < this.#live.length;
  }

  /** The papers added since. */
  livePapers(): Paper[] {
    return Array.from(this.#liveNumbers.values(), (number) => this.#live[number - this.#packedEnd]!.paper);
  }

  numberOf(id: PaperId): number | undefined {
    const live = this.#liveNumbers.get(id);
    if (live !== undefined) return live;
    const packed = this.packed?.numberOf(id) ?? -1;
    return packed === -1 || this.hidden[packed] ? undefined : packed;
  }

  /** Whether a number stands for a paper that is there. */
  has(number: number): boolean {
    return number < this.#packedEnd ? this.hidden[number] === 0 : !!this.#live[number - this.#packedEnd];
  }

  idOf(number: number): PaperId {
    return number < this.#packedEnd ? this.packed!.idOf(number) : this.#liveAt(number).paper.id;
  }

  shown(number: number): ShownPaper {
    if (number >= this.#packedEnd) return this.#liveAt(number).paper;
    return this.#unpackedShown.of(number, () => this.packed!.shown(number));
  }

  yearOf(number: number): number | undefined {
    return number < this.#packedEnd ? this.packed!.yearOf(number) : this.#liveAt(number).paper.year;
  }

  /** The abstract; of a packed paper only its words are known, in lower case and without what stands between. */
  abstractOf(number: number): SplitAbstract {
    if (number >= this.#packedEnd) return splitAbstract(this.#liveAt(number).paper.abstract);
    const { text, titleEnd } = this.wordsOf(number);
    const words: (Word & { pieces: string[] })[] = [];
    let start = 0;
    for (let at = titleEnd; at < text.length; at++) {
      const term = text[at]!;
      const word = this.vocabulary.wordAt(term < 0 ? ~term : term);
      if (term < 0) {
        words.at(-1)?.pieces.push(word);
        continue;
      }
      words.push({ start, end: start + word.length, word, pieces: [] });
      start += word.length + 1;
    }
    return { text: words.map(({ word }) => word).join(' '), words };
  }

  wordsOf(number: number): PaperWords {
    if (number >= this.#packedEnd) return this.#liveAt(number).words;
    return this.#unpackedWords.of(number, () => this.packed!.wordsOf(number));
  }

  /** Orders papers by their ids. */
  compare(a: number, b: number): number {
    if (a < this.#packedEnd && b < this.#packedEnd) return a - b;
    const one = this.idOf(a);
    const other = this.idOf(b);
    return one < other ? -1 : one > other ? 1 : 0;
  }

  /** Puts papers in, none of which is there, in steps. */
  *addAll(papers: Iterable<Paper>): Generator<void> {
    for (const paper of papers) {
      this.#add(paper);
      yield;
    }
  }

  #add(paper: Paper): void {
    const number = this.#freeNumbers.pop() ?? this.numbersEnd;
    const words = readPaper(paper, (text, start, end) =>
      this.vocabulary.numberOf(start === undefined ? text : text.slice(start, end).toLowerCase()),
    );
    for (const word of this.#counter.count(words)) this.vocabulary.addPosting(word, number, this.#counter.hits(word));
    for (const name of identifiersOf(paper)) {
      const holders = this.#identifiers.get(name);
      if (holders) holders.add(number);
      else this.#identifiers.set(name, new Set([number]));
    }
    this.#live[number - this.#packedEnd] = { paper, words };
    this.#liveNumbers.set(paper.id, number);
  }

  /**
   * Takes papers away; unknown ids are passed over. Their words go later, in steps, for whoever iterates to pause
   * between; meanwhile they may be found in postings, but are no longer there (`has`).
   */
  *remove(ids: readonly PaperId[]): Generator<void> {
    const numbers = new Set<number>();
    const words = new Set<number>();
    for (const id of ids) {
      const number = this.numberOf(id);
      if (number === undefined) continue;
      if (number < this.#packedEnd) {
        this.hidden[number] = 1;
        this.#hiddenCount++;
        for (const word of this.#counter.count(this.packed!.wordsOf(number))) this.vocabulary.hidePosting(word);
      } else {
        const { paper } = this.#liveAt(number);
        for (const word of this.#counter.count(this.wordsOf(number))) words.add(word);
        this.#live[number - this.#packedEnd] = undefined;
        this.#liveNumbers.delete(id);
        numbers.add(number);
        for (const name of identifiersOf(paper)) {
          const holders = this.#identifiers.get(name);
          holders?.delete(number);
          if (holders?.size === 0) this.#identifiers.delete(name);
        }
      }
      yield;
    }
    for (const word of words) {
      this.vocabulary.removePostings(word, numbers);
      yield;
    }
    this.#freeNumbers.push(...numbers);
  }

  /** The papers known by an identifier, given as `lookupIdentifier` spells it. */
  *identified(name: string): Generator<number> {
    const names = this.packed?.identifiers;
    for (let i = names?.lowerBound(name) ?? 0; names?.words[i] === name; i++) yield* this.#identifiedAt(i);
    yield* this.#identifiers.get(name) ?? [];
  }

  /** The papers known by an identifier that begins so. */
  *identifiedByPrefix(prefix: string): Generator<number> {
    const names = this.packed?.identifiers;
    for (let i = names?.lowerBound(prefix) ?? 0; names?.words[i]?.startsWith(prefix); i++) yield* this.#identifiedAt(i);
    for (const numbers of this.#identifiers.withPrefix(prefix)) yield* numbers;
  }

  /** The first identifier of a paper, in the order of their letters, that begins so. */
  identifierOf(number: number, prefix: string): string | undefined {
    if (number >= this.#packedEnd) {
      const names = [...identifiersOf(this.#liveAt(number).paper)].sort();
      return names.find((name) => name.startsWith(prefix));
    }
    const names = this.packed!.identifiers;
    for (let i = names.lowerBound(prefix); names.words[i]?.startsWith(prefix); i++) {
      if (this.packed!.identifiedAt(i) === number) return names.words[i];
    }
    return undefined;
  }

  *#identifiedAt(place: number): Generator<number> {
    const number = this.packed!.identifiedAt(place);
    if (!this.hidden[number]) yield number;
  }

  #liveAt(number: number): LivePaper {
    return this.#live[number - this.#packedEnd]!;
  }
}
