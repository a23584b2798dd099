import type { Paper, PaperId } from '../paper';
import type { FieldHits } from './fieldHits';
import { inAbstract, inFamily, inFirstFamily, inGiven, inTitle, inVenue, inYear } from './fieldHits';
import { identifiersOf } from './lookupIdentifier';
import { PrefixMap } from './prefixMap';
import { Vocabulary } from './vocabulary';
import { splitWords } from './words';

/** A paper as the index holds it. */
export interface IndexedPaper {
  readonly paper: Paper;
  /** Stands for the paper in postings. */
  readonly number: number;
  /**
   * The words of title and abstract in their order, as numbers of terms. The pieces of a word follow it, complemented
   * (`~number`).
   */
  readonly text: Int32Array;
  /** Where in `text` the abstract begins. */
  readonly titleEnd: number;
  /** Its other terms: those of people, venue and year, and compounds as one word. */
  readonly beside: Int32Array;
}

// No title or abstract is longer; a hostile one must not fill the index.
const longestTitle = 1000;
const longestAbstract = 20_000;
const mostPeople = 2000;

/** The papers, and for every word and identifier the papers that have it. */
export class PaperStore {
  readonly vocabulary = new Vocabulary();
  readonly #identifiers = new PrefixMap<Set<number>>();
  readonly #byNumber: (IndexedPaper | undefined)[] = [];
  readonly #byId = new Map<PaperId, IndexedPaper>();
  readonly #freeNumbers: number[] = [];

  get size(): number {
    return this.#byId.size;
  }

  /** One more than the highest number of a paper. */
  get numbersEnd(): number {
    return this.#byNumber.length;
  }

  get(id: PaperId): IndexedPaper | undefined {
    return this.#byId.get(id);
  }

  at(number: number): IndexedPaper | undefined {
    return this.#byNumber[number];
  }

  papers(): Iterable<IndexedPaper> {
    return this.#byId.values();
  }

  add(paper: Paper): void {
    const number = this.#freeNumbers.pop() ?? this.#byNumber.length;
    const text: number[] = [];
    const beside = new Set<number>();
    this.#readText(paper.title.slice(0, longestTitle), inTitle, number, text, beside);
    const titleEnd = text.length;
    this.#readText(paper.abstract.slice(0, longestAbstract), inAbstract, number, text, beside);
    this.#readPeople(paper, number, beside);
    this.#readShort(paper.venue ?? '', inVenue, number, beside);
    this.#readShort(String(paper.year ?? ''), inYear, number, beside);
    for (const name of identifiersOf(paper)) {
      const holders = this.#identifiers.get(name);
      if (holders) holders.add(number);
      else this.#identifiers.set(name, new Set([number]));
    }
    const indexed = { paper, number, text: Int32Array.from(text), titleEnd, beside: Int32Array.from(beside) };
    this.#byNumber[number] = indexed;
    this.#byId.set(paper.id, indexed);
  }

  /**
   * Takes papers away; unknown ids are passed over. Their words go later, in steps, for whoever iterates to pause
   * between; meanwhile they may be found in postings, but no longer in `at`.
   */
  *remove(ids: readonly PaperId[]): Generator<void> {
    const numbers = new Set<number>();
    const terms = new Set<number>();
    for (const id of ids) {
      const indexed = this.#byId.get(id);
      if (!indexed) continue;
      this.#byId.delete(id);
      this.#byNumber[indexed.number] = undefined;
      numbers.add(indexed.number);
      for (const number of indexed.text) terms.add(number < 0 ? ~number : number);
      for (const number of indexed.beside) terms.add(number);
      for (const name of identifiersOf(indexed.paper)) {
        const holders = this.#identifiers.get(name);
        holders?.delete(indexed.number);
        if (holders?.size === 0) this.#identifiers.delete(name);
      }
      yield;
    }
    for (const number of terms) {
      const term = this.vocabulary.at(number);
      if (term) this.vocabulary.removePostings(term, numbers);
      yield;
    }
    this.#freeNumbers.push(...numbers);
  }

  /** The papers known by an identifier, given as `lookupIdentifier` spells it. */
  identified(name: string): ReadonlySet<number> | undefined {
    return this.#identifiers.get(name);
  }

  /** The papers known by an identifier that begins so. */
  *identifiedByPrefix(prefix: string): Iterable<number> {
    for (const numbers of this.#identifiers.withPrefix(prefix)) yield* numbers;
  }

  /** Notes the words of a text; `into` gets them in order, `beside` the rest. */
  #readText(text: string, field: FieldHits, paper: number, into: number[], beside: Set<number>): void {
    let lastCompound: string | undefined;
    for (const { word, pieces, compound } of splitWords(text)) {
      into.push(this.vocabulary.count(word, paper, field));
      for (const piece of pieces) into.push(~this.vocabulary.count(piece, paper, field));
      if (compound !== undefined && compound !== lastCompound)
        beside.add(this.vocabulary.count(compound, paper, field));
      lastCompound = compound;
    }
  }

  #readPeople({ authors, editors = [] }: Paper, paper: number, beside: Set<number>): void {
    for (const [index, { given = '', family }] of [...authors, ...editors].slice(0, mostPeople).entries()) {
      this.#readShort(family, index === 0 ? inFirstFamily : inFamily, paper, beside);
      this.#readShort(given, inGiven, paper, beside);
    }
  }

  #readShort(text: string, field: FieldHits, paper: number, beside: Set<number>): void {
    const words: number[] = [];
    this.#readText(text.slice(0, longestTitle), field, paper, words, beside);
    for (const word of words) beside.add(word < 0 ? ~word : word);
  }
}
