import type { Paper, PaperId } from '../../paper';
import type { PaperWords } from '../readPaper';
import type { ShownPaper } from '../shownPaper';
import { readShownId, readShownPaper } from '../shownPaper';
import { SortedWords } from '../sortedWords';
import { ByteReader } from './byteReader';
import type { PackedSection } from './packedFormat';
import { commonestHits, noYear, pieceMark, sectionNames, stampOf } from './packedFormat';
import { packPapers } from './packPapers';
import { runToEnd } from './runToEnd';
import { splitSections } from './sections';

const decoder = new TextDecoder();

/**
 * An index that does not change, in one buffer that can be kept in a file and opened at once. Papers have numbers in
 * the order of their ids; words have numbers in the order of how common they are.
 */
export class PackedIndex {
  readonly buffer: ArrayBuffer;
  readonly stamp: string;
  readonly words: SortedWords;
  readonly identifiers: SortedWords;
  /** The number of each word of `words`, and the reverse. */
  readonly wordNumbers: Uint32Array;
  readonly #wordPlaces: Uint32Array;
  readonly #identified: Uint32Array;
  readonly #years: Uint32Array;
  readonly #bytes: Readonly<Record<PackedSection, Uint8Array<ArrayBuffer>>>;
  readonly #postingStarts: Uint32Array;
  readonly #textStarts: Uint32Array;
  readonly #shownStarts: Uint32Array;

  private constructor(
    buffer: ArrayBuffer,
    stamp: string,
    bytes: Readonly<Record<PackedSection, Uint8Array<ArrayBuffer>>>,
  ) {
    this.buffer = buffer;
    this.stamp = stamp;
    this.#bytes = bytes;
    this.words = new SortedWords(lines(bytes.words));
    this.identifiers = new SortedWords(lines(bytes.identifiers));
    this.wordNumbers = numbers(bytes.wordNumbers);
    this.#wordPlaces = new Uint32Array(this.wordNumbers.length);
    this.wordNumbers.forEach((number, place) => (this.#wordPlaces[number] = place));
    this.#identified = numbers(bytes.identified);
    this.#years = numbers(bytes.years);
    this.#postingStarts = numbers(bytes.postingStarts);
    this.#textStarts = numbers(bytes.textStarts);
    this.#shownStarts = numbers(bytes.shownStarts);
  }

  /** Packs papers, each of another id. */
  static build(papers: readonly Paper[], stamp = ''): PackedIndex {
    return PackedIndex.open(runToEnd(packPapers({ papers, stamp })), stamp)!;
  }

  /**
   * An index that was packed before; nothing where it was damaged, has another format, or its stamp differs. It keeps
   * the buffer. Never throws.
   * @param stamp what the caller gave when it was packed, such as options and fingerprints of the sources
   */
  static open(buffer: ArrayBuffer, stamp: string): PackedIndex | undefined {
    const parts = splitSections(buffer, sectionNames.length);
    if (!parts || decoder.decode(parts[0]) !== stampOf(stamp)) return undefined;
    const bytes = Object.fromEntries(sectionNames.map((name, index) => [name, parts[index]!]));
    return new PackedIndex(buffer, stamp, bytes as Record<PackedSection, Uint8Array<ArrayBuffer>>);
  }

  /** How many papers it holds. */
  get size(): number {
    return this.#textStarts.length;
  }

  /** Where in `words` the word with a number is. */
  placeOf(number: number): number {
    return this.#wordPlaces[number]!;
  }

  wordAt(number: number): string {
    return this.words.words[this.#wordPlaces[number]!]!;
  }

  /** In how many papers a word is. */
  frequency(word: number): number {
    return new ByteReader(this.#bytes.postings, this.#postingStarts[word]).varint();
  }

  /**
   * Reads where a word is, papers in their order.
   * @param papers gets the numbers of the papers, `hits` where each has it; both have room for all papers
   * @returns how many there are
   */
  postings(word: number, papers: Int32Array, hits: Uint16Array): number {
    const reader = new ByteReader(this.#bytes.postings, this.#postingStarts[word]);
    const count = reader.varint();
    let paper = -1;
    for (let i = 0; i < count; i++) {
      const step = reader.varint();
      paper += step >>> 1;
      papers[i] = paper;
      hits[i] = step & 1 ? reader.varint() : commonestHits;
    }
    return count;
  }

  /** The words of a paper, by number. */
  wordsOf(paper: number): PaperWords {
    const reader = new ByteReader(this.#bytes.texts, this.#textStarts[paper]);
    const beside = new Int32Array(2 * reader.varint());
    for (let i = 0; i < beside.length; i++) beside[i] = reader.varint();
    const text = new Int32Array(reader.varint());
    const titleEnd = reader.varint();
    for (let i = 0; i < text.length; i++) {
      const code = reader.varint();
      text[i] = code === pieceMark ? ~(reader.varint() - 1) : code - 1;
    }
    return { text, titleEnd, beside };
  }

  yearOf(paper: number): number | undefined {
    const year = this.#years[paper]!;
    return year === noYear ? undefined : year | 0;
  }

  shown(paper: number): ShownPaper {
    return readShownPaper(this.#bytes.shown, this.#shownStarts[paper]!, this.yearOf(paper));
  }

  /** A paper's part as it was written. */
  shownBytes(paper: number): Uint8Array {
    return this.#bytes.shown.subarray(this.#shownStarts[paper], this.#shownStarts[paper + 1]);
  }

  idOf(paper: number): PaperId {
    return readShownId(this.#bytes.shown, this.#shownStarts[paper]!);
  }

  /** The number of a paper, or -1. */
  numberOf(id: PaperId): number {
    const sought = id.toWellFormed();
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.idOf(middle) < sought) low = middle + 1;
      else high = middle;
    }
    return low < this.size && this.idOf(low) === sought ? low : -1;
  }

  /** The paper that is known by the identifier at a place of `identifiers`. */
  identifiedAt(place: number): number {
    return this.#identified[place]!;
  }
}

function lines(bytes: Uint8Array): readonly string[] {
  return bytes.length === 0 ? [] : decoder.decode(bytes).split('\n');
}

function numbers({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length / 4);
}
