import type { Paper, PaperId } from '../../paper';
import type { PaperWords } from '../readPaper';
import type { ShownPaper } from '../shownPaper';
import { readShownId, readShownPaper } from '../shownPaper';
import { SortedWords } from '../sortedWords';
import { ByteReader } from './byteReader';
import { readOrderedLines } from './orderedLines';
import type { PackedSection } from './packedFormat';
import { noYear, pieceMark, rareHits, sectionNames, stampOf } from './packedFormat';
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
  /** The hits that codes stand for. */
  readonly #hits: Uint32Array;
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
    this.words = new SortedWords(readOrderedLines(bytes.words));
    this.identifiers = new SortedWords(readOrderedLines(bytes.identifiers));
    this.wordNumbers = numbers(bytes.wordNumbers);
    this.#wordPlaces = new Uint32Array(this.wordNumbers.length);
    this.wordNumbers.forEach((number, place) => (this.#wordPlaces[number] = place));
    this.#identified = numbers(bytes.identified);
    this.#years = numbers(bytes.years);
    this.#hits = numbers(bytes.hits);
    this.#postingStarts = startsOf(bytes.postingLengths, this.wordNumbers.length);
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
    const bytes = this.#bytes.postings;
    const commonest = this.#hits[0]!;
    let { at } = reader;
    let paper = -1;
    // A key press may read a million of these: no call for each.
    for (let i = 0; i < count; i++) {
      let step = bytes[at++]!;
      if (step > 0x7f) {
        step &= 0x7f;
        for (let shift = 7, byte = 0x80; byte > 0x7f; shift += 7) {
          byte = bytes[at++]!;
          step |= (byte & 0x7f) << shift;
        }
      }
      paper += step >>> 1;
      papers[i] = paper;
      if (!(step & 1)) {
        hits[i] = commonest;
      } else if (bytes[at] !== rareHits) {
        hits[i] = this.#hits[bytes[at++]!]!;
      } else {
        reader.at = at + 1;
        hits[i] = reader.varint();
        ({ at } = reader);
      }
    }
    return count;
  }

  /** The words of a paper, by number. */
  wordsOf(paper: number): PaperWords {
    const reader = new ByteReader(this.#bytes.texts, this.#textStarts[paper]);
    const beside = new Int32Array(2 * reader.varint());
    for (let i = 0; i < beside.length; i += 2) {
      beside[i] = reader.word();
      const code = reader.byte();
      beside[i + 1] = code === rareHits ? reader.varint() : this.#hits[code]!;
    }
    const text = new Int32Array(reader.varint());
    const titleEnd = reader.varint();
    for (let i = 0; i < text.length; i++) {
      const code = reader.word();
      text[i] = code === pieceMark ? ~(reader.word() - 1) : code - 1;
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

function numbers({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length / 4);
}

/** Where parts begin that follow one another, by their lengths. */
function startsOf(lengths: Uint8Array, count: number): Uint32Array {
  const reader = new ByteReader(lengths);
  const starts = new Uint32Array(count);
  for (let i = 0, start = 0; i < count; i++) {
    starts[i] = start;
    start += reader.varint();
  }
  return starts;
}
