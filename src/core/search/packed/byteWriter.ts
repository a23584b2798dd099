import { oneByteEnd, threeByteEnd, threeByteMark, twoByteEnd, twoByteMark } from './wordCode';

const encoder = new TextEncoder();

/** Bytes that grow at their end. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a whole number below 2³¹, seven bits a byte, the lowest first. */
  varint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  /** Adds the number of a word. */
  word(number: number): void {
    this.#reserve(5);
    if (number < oneByteEnd) return this.byte(number);
    const [end, mark] = number < twoByteEnd ? [oneByteEnd, oneByteEnd] : [twoByteEnd, twoByteMark];
    const rest = number < threeByteEnd ? number - end : number;
    if (number < twoByteEnd) {
      this.byte(mark + (rest >>> 8));
    } else if (number < threeByteEnd) {
      this.byte(mark + (rest >>> 16));
      this.byte((rest >>> 8) & 0xff);
    } else {
      this.byte(threeByteMark);
      for (const shift of [24, 16, 8]) this.byte((rest >>> shift) & 0xff);
    }
    this.byte(rest & 0xff);
  }

  /** Adds a text and how long it is. */
  text(text: string): void {
    const start = this.#length;
    this.varint(text.length);
    this.#reserve(text.length);
    // Most texts are of one byte a letter.
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 0x7f) {
        this.#length = start;
        const bytes = encoder.encode(text);
        this.varint(bytes.length);
        this.bytes(bytes);
        return;
      }
      this.#bytes[this.#length++] = unit;
    }
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#length + more, Math.ceil(this.#bytes.length * 1.5)));
    grown.set(this.written);
    this.#bytes = grown;
  }
}
