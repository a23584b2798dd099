import type { FieldHits } from '../fieldHits';
import { hitsEnd } from '../fieldHits';
import type { PaperWords } from '../readPaper';
import { WordCounter } from '../wordCounter';
import { ByteWriter } from './byteWriter';
import { IntWriter } from './intWriter';
import { writeOrderedLines } from './orderedLines';
import type { PackedSection } from './packedFormat';
import { mostHitCodes, pieceMark, rareHits, sectionNames, stampOf } from './packedFormat';
import { joinSections } from './sections';
import { WordTable } from './wordTable';

const encoder = new TextEncoder();
/** How many words, or words of papers, are written before others get their turn. */
const wordsAStep = 1000;
const papersAStep = 100;

/** What the words are written together with. */
export interface PapersShown {
  readonly shown: Uint8Array;
  readonly shownStarts: Int32Array;
  readonly years: Int32Array;
  readonly identifiers: [name: string, paper: number][];
}

/** The words of papers while they are being packed. */
export class PackedWords {
  readonly #table = new WordTable();
  /** How often each word is in a text: the commonest get the numbers that are written shortest. */
  readonly #mentions: number[] = [];
  readonly #frequencies: number[] = [];
  readonly #texts = new IntWriter();
  readonly #lengths = new IntWriter();
  readonly #counter = new WordCounter();
  /** How often hits are to be written, by their number. */
  readonly #hitCounts = new Int32Array(hitsEnd);
  #postings = 0;

  /** The number of a word, a new one where it is new: see `NumberOfWord`. */
  numberOf(text: string, start?: number, end?: number): number {
    const number = this.#table.numberOf(text, start, end);
    if (number < this.#mentions.length) return number;
    this.#frequencies.push(0);
    return this.#mentions.push(0) - 1;
  }

  /** Takes in the next paper. */
  add(paper: PaperWords): void {
    for (const word of this.#counter.count(paper)) {
      this.#frequencies[word]!++;
      this.#hitCounts[this.#counter.hits(word)]!++;
      this.#postings++;
    }
    const { text, titleEnd, beside } = paper;
    for (const number of text) this.#mentions[number < 0 ? ~number : number]!++;
    for (let i = 1; i < beside.length; i += 2) this.#hitCounts[beside[i]!]!++;
    this.#texts.pushAll(text);
    this.#texts.pushAll(beside);
    this.#lengths.push(text.length);
    this.#lengths.push(titleEnd);
    this.#lengths.push(beside.length);
  }

  /** Writes the index. */
  *finish(stamp: string, { shown, shownStarts, years, identifiers }: PapersShown): Generator<void, ArrayBuffer> {
    const numbers = byCount(this.#mentions);
    const spelled = this.#table.words();
    const order = Array.from(spelled.keys());
    order.sort((a, b) => (spelled[a]! < spelled[b]! ? -1 : 1));
    identifiers.sort(([a, one], [b, other]) => (a < b ? -1 : a > b ? 1 : one - other));
    yield;
    const hitCodes = byCount(this.#hitCounts);
    const hits = Int32Array.from(hitCodes.keys()).filter(
      (number) => hitCodes[number]! < mostHitCodes && this.#hitCounts[number]! > 0,
    );
    hits.sort((a, b) => hitCodes[a]! - hitCodes[b]!);
    const { texts, textStarts } = yield* this.#writeTexts(numbers, hitCodes);
    const { postings, postingLengths } = yield* this.#writePostings(numbers, hitCodes);
    const sections: Record<PackedSection, Uint8Array> = {
      stamp: encoder.encode(stampOf(stamp)),
      words: writeOrderedLines(order.map((word) => spelled[word]!)),
      wordNumbers: bytesOf(Int32Array.from(order, (word) => numbers[word]!)),
      hits: bytesOf(hits),
      postings,
      postingLengths,
      texts,
      textStarts,
      shown,
      shownStarts: bytesOf(shownStarts),
      years: bytesOf(years),
      identifiers: writeOrderedLines(identifiers.map(([name]) => name)),
      identified: bytesOf(Int32Array.from(identifiers, ([, paper]) => paper)),
    };
    return joinSections(sectionNames.map((name) => sections[name]));
  }

  *#papers(): Generator<PaperWords> {
    const values = this.#texts.written;
    const lengths = this.#lengths.written;
    let at = 0;
    for (let i = 0; i < lengths.length; i += 3) {
      const besideStart = at + lengths[i]!;
      const end = besideStart + lengths[i + 2]!;
      const text = values.subarray(at, besideStart);
      yield { text, titleEnd: lengths[i + 1]!, beside: values.subarray(besideStart, end) };
      at = end;
    }
  }

  *#writeTexts(
    numbers: Int32Array,
    hitCodes: Int32Array,
  ): Generator<void, { texts: Uint8Array; textStarts: Uint8Array }> {
    const texts = new ByteWriter();
    const starts = new IntWriter();
    for (const { text, titleEnd, beside } of this.#papers()) {
      starts.push(texts.length);
      texts.varint(beside.length / 2);
      for (let i = 0; i < beside.length; i += 2) {
        texts.word(numbers[beside[i]!]!);
        writeHits(texts, beside[i + 1]!, hitCodes);
      }
      texts.varint(text.length);
      texts.varint(titleEnd);
      for (const number of text) {
        if (number < 0) texts.byte(pieceMark);
        texts.word(numbers[number < 0 ? ~number : number]! + 1);
      }
      if (starts.length % papersAStep === 0) yield;
    }
    return { texts: texts.written, textStarts: bytesOf(starts.written) };
  }

  *#writePostings(
    numbers: Int32Array,
    hitCodes: Int32Array,
  ): Generator<void, { postings: Uint8Array; postingLengths: Uint8Array }> {
    // Where each word's part of the list of all postings begins, by its final number.
    const next = new Int32Array(numbers.length + 1);
    numbers.forEach((number, word) => (next[number + 1] = this.#frequencies[word]!));
    for (let number = 0; number < numbers.length; number++) next[number + 1]! += next[number]!;
    const ends = next.slice(1);
    const papers = new Int32Array(this.#postings);
    const hits = new Uint16Array(this.#postings);
    let paper = 0;
    for (const words of this.#papers()) {
      for (const word of this.#counter.count(words)) {
        const at = next[numbers[word]!]!++;
        papers[at] = paper;
        hits[at] = this.#counter.hits(word);
      }
      if (++paper % papersAStep === 0) yield;
    }
    const postings = new ByteWriter();
    const lengths = new ByteWriter();
    let at = 0;
    for (let number = 0; number < numbers.length; number++) {
      const start = postings.length;
      const end = ends[number]!;
      postings.varint(end - at);
      for (let before = -1; at < end; at++) {
        const isCommonest = hitCodes[hits[at]!] === 0;
        postings.varint(((papers[at]! - before) << 1) | (isCommonest ? 0 : 1));
        if (!isCommonest) writeHits(postings, hits[at]!, hitCodes);
        before = papers[at]!;
      }
      lengths.varint(postings.length - start);
      if (number % wordsAStep === 0) yield;
    }
    return { postings: postings.written, postingLengths: lengths.written };
  }
}

/** New numbers by how often each is counted, the commonest first. */
function byCount(counts: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: counts.length }, (_, number) => number);
  order.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const numbers = new Int32Array(order.length);
  order.forEach((before, number) => (numbers[before] = number));
  return numbers;
}

function writeHits(bytes: ByteWriter, hits: FieldHits, hitCodes: Int32Array): void {
  const code = hitCodes[hits]!;
  bytes.byte(code < mostHitCodes ? code : rareHits);
  if (code >= mostHitCodes) bytes.varint(hits);
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
