/** Values of papers, by their numbers, that were lately asked for: from key to key they are mostly the same. */
export class RecentValues<Value> {
  readonly #values = new Map<number, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** @param make gives the value of a paper that was not asked for lately */
  of(paper: number, make: (paper: number) => Value): Value {
    const known = this.#values.get(paper);
    if (known !== undefined) return known;
    const value = make(paper);
    // Half of them go at once: to note for each when it was used last costs more than to make some again.
    if (this.#values.size === this.#most) {
      let left = this.#most / 2;
      for (const number of this.#values.keys()) if (left-- > 0) this.#values.delete(number);
    }
    this.#values.set(paper, value);
    return value;
  }

  /** To be called when numbers may stand for other papers. */
  clear(): void {
    this.#values.clear();
  }
}
