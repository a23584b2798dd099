import { oneByteEnd, threeByteMark, twoByteEnd, twoByteMark } from './wordCode';

const decoder = new TextDecoder();

/** Reads what a `ByteWriter` wrote. At the end of the bytes every number is 0. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.#bytes[this.at++]!;
  }

  varint(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.at++]!;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    for (let shift = 7; shift < 32; shift += 7) {
      byte = bytes[this.at++]!;
      value |= (byte & 0x7f) << shift;
      if (!(byte & 0x80)) break;
    }
    return value;
  }

  /** The number of a word. */
  word(): number {
    const bytes = this.#bytes;
    const first = bytes[this.at++]!;
    if (first < oneByteEnd) return first;
    if (first < twoByteMark) return oneByteEnd + (((first - oneByteEnd) << 8) | bytes[this.at++]!);
    this.at += 2;
    const rest = (bytes[this.at - 2]! << 8) | bytes[this.at - 1]!;
    if (first < threeByteMark) return twoByteEnd + (((first - twoByteMark) << 16) | rest);
    this.at += 2;
    return (rest << 16) | (bytes[this.at - 2]! << 8) | bytes[this.at - 1]!;
  }

  text(): string {
    const length = this.varint();
    this.at += length;
    return decoder.decode(this.#bytes.subarray(this.at - length, this.at));
  }
}
