/** A map from words to values that also finds the words that begin in some way. */
export class PrefixMap<Value> {
  readonly #values = new Map<string, Value>();
  /** The keys in order, as they were when last asked for. */
  #sorted: readonly string[] = [];
  #added: string[] = [];
  #stale = false;

  get size(): number {
    return this.#values.size;
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Value): void {
    if (!this.#values.has(key)) {
      this.#added.push(key);
      this.#stale = true;
    }
    this.#values.set(key, value);
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#stale = true;
  }

  entries(): Iterable<[string, Value]> {
    return this.#values.entries();
  }

  /** The values of all keys that begin so, in the order of the keys; the key itself is among them. */
  *withPrefix(prefix: string): Generator<Value> {
    const keys = this.#keys();
    for (let i = lowerBound(keys, prefix); i < keys.length && keys[i]!.startsWith(prefix); i++) {
      yield this.#values.get(keys[i]!)!;
    }
  }

  #keys(): readonly string[] {
    if (this.#stale) {
      // What was sorted stays so, which makes sorting it again with a few new ones quick.
      const keys = new Set([...this.#sorted, ...this.#added]);
      this.#sorted = [...keys].filter((key) => this.#values.has(key)).sort();
      this.#added = [];
      this.#stale = false;
    }
    return this.#sorted;
  }
}

/** The index of the first key that is not less. */
function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
