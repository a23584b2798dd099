import { SortedWords } from './sortedWords';

/** A map from words to values that also finds the words that begin in some way. */
export class PrefixMap<Value> {
  readonly #values = new Map<string, Value>();
  /** The keys in order, as they were when last asked for. */
  #sorted = new SortedWords([]);
  #added: string[] = [];
  #stale = false;

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

  /** The values of all keys that begin so, in the order of the keys; the key itself is among them. */
  withPrefix(prefix: string): readonly Value[] {
    const found: Value[] = [];
    const { words } = this.sorted();
    for (let i = this.sorted().lowerBound(prefix); i < words.length && words[i]!.startsWith(prefix); i++) {
      found.push(this.#values.get(words[i]!)!);
    }
    return found;
  }

  /** The keys in order. */
  sorted(): SortedWords {
    if (this.#stale) {
      // What was sorted stays so, which makes sorting it again with a few new ones quick.
      const keys = new Set([...this.#sorted.words, ...this.#added]);
      this.#sorted = new SortedWords([...keys].filter((key) => this.#values.has(key)).sort());
      this.#added = [];
      this.#stale = false;
    }
    return this.#sorted;
  }
}
