import type { PaperWords } from '../readPaper';
import { WordCounter } from '../wordCounter';
import { ByteWriter } from './byteWriter';
import { IntWriter } from './intWriter';
import type { PackedSection } from './packedFormat';
import { commonestHits, pieceMark, sectionNames, stampOf } from './packedFormat';
import { joinSections } from './sections';

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
  /** Words in the order in which they came. */
  readonly #numbers = new Map<string, number>();
  /** How often each word is in a text: the commonest get the numbers that are written shortest. */
  readonly #mentions: number[] = [];
  readonly #frequencies: number[] = [];
  readonly #texts = new IntWriter();
  readonly #lengths = new IntWriter();
  readonly #counter = new WordCounter();
  #postings = 0;

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#mentions.length);
    this.#frequencies.push(0);
    return this.#mentions.push(0) - 1;
  }

  /** Takes in the next paper. */
  add(paper: PaperWords): void {
    for (const word of this.#counter.count(paper)) {
      this.#frequencies[word]!++;
      this.#postings++;
    }
    const { text, titleEnd, beside } = paper;
    for (const number of text) {
      this.#texts.push(number);
      this.#mentions[number < 0 ? ~number : number]!++;
    }
    for (const value of beside) this.#texts.push(value);
    this.#lengths.push(text.length);
    this.#lengths.push(titleEnd);
    this.#lengths.push(beside.length);
  }

  /** Writes the index. */
  *finish(stamp: string, { shown, shownStarts, years, identifiers }: PapersShown): Generator<void, ArrayBuffer> {
    const numbers = this.#byFrequency();
    const words = [...this.#numbers.keys()].sort();
    identifiers.sort(([a, one], [b, other]) => (a < b ? -1 : a > b ? 1 : one - other));
    yield;
    const { texts, textStarts } = yield* this.#writeTexts(numbers);
    const { postings, postingStarts } = yield* this.#writePostings(numbers);
    const sections: Record<PackedSection, Uint8Array> = {
      stamp: encoder.encode(stampOf(stamp)),
      words: encoder.encode(words.join('\n')),
      wordNumbers: bytesOf(Int32Array.from(words, (word) => numbers[this.#numbers.get(word)!]!)),
      postings,
      postingStarts,
      texts,
      textStarts,
      shown,
      shownStarts: bytesOf(shownStarts),
      years: bytesOf(years),
      identifiers: encoder.encode(identifiers.map(([name]) => name).join('\n')),
      identified: bytesOf(Int32Array.from(identifiers, ([, paper]) => paper)),
    };
    return joinSections(sectionNames.map((name) => sections[name]));
  }

  /** The final number of each word. */
  #byFrequency(): Int32Array {
    const order = Int32Array.from(this.#mentions.keys());
    order.sort((a, b) => this.#mentions[b]! - this.#mentions[a]! || a - b);
    const numbers = new Int32Array(order.length);
    order.forEach((word, number) => (numbers[word] = number));
    return numbers;
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

  *#writeTexts(numbers: Int32Array): Generator<void, { texts: Uint8Array; textStarts: Uint8Array }> {
    const texts = new ByteWriter();
    const starts = new IntWriter();
    for (const { text, titleEnd, beside } of this.#papers()) {
      starts.push(texts.length);
      texts.varint(beside.length / 2);
      beside.forEach((value, index) => texts.varint(index % 2 === 0 ? numbers[value]! : value));
      texts.varint(text.length);
      texts.varint(titleEnd);
      for (const number of text) {
        if (number < 0) texts.varint(pieceMark);
        texts.varint(numbers[number < 0 ? ~number : number]! + 1);
      }
      if (starts.length % papersAStep === 0) yield;
    }
    return { texts: texts.written, textStarts: bytesOf(starts.written) };
  }

  *#writePostings(numbers: Int32Array): Generator<void, { postings: Uint8Array; postingStarts: Uint8Array }> {
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
    const starts = new IntWriter();
    let at = 0;
    for (let number = 0; number < numbers.length; number++) {
      starts.push(postings.length);
      const end = ends[number]!;
      postings.varint(end - at);
      for (let before = -1; at < end; at++) {
        const isCommon = hits[at] === commonestHits;
        postings.varint(((papers[at]! - before) << 1) | (isCommon ? 0 : 1));
        if (!isCommon) postings.varint(hits[at]!);
        before = papers[at]!;
      }
      if (number % wordsAStep === 0) yield;
    }
    return { postings: postings.written, postingStarts: bytesOf(starts.written) };
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
