/** Whole numbers that grow at their end. */
export class IntWriter {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    this.#reserve(1);
    this.#values[this.#length++] = value;
  }

  pushAll(values: Int32Array): void {
    this.#reserve(values.length);
    this.#values.set(values, this.#length);
    this.#length += values.length;
  }

  /** What was written. */
  get written(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#values.length) return;
    const grown = new Int32Array(Math.max(this.#length + more, Math.ceil(this.#values.length * 1.5)));
    grown.set(this.written);
    this.#values = grown;
  }
}
