const firstUnits = 1 << 16;
const firstSlots = 1 << 12;
/** FNV-1a, over UTF-16 code units. */
const [hashStart, hashFactor] = [0x811c9dc5, 0x01000193];

/**
 * Numbers words in the order in which they come. A library holds millions of words that are mostly the same: they are
 * looked up where they stand in a text, without a string being made of each.
 */
export class WordTable {
  /** The words one after the other. */
  #units = new Uint16Array(firstUnits);
  /** Where the word with a number ends. */
  #ends = new Int32Array(firstSlots);
  #size = 0;
  /** By hash, one more than a word's number, or 0. */
  #slots = new Int32Array(firstSlots);

  get size(): number {
    return this.#size;
  }

  /** The number of the word that a stretch of a text is, whose Latin letters count as small ones. */
  numberOf(text: string, start = 0, end = text.length): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(text, start, end) & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot]! - 1;
      if (number === -1) return this.#add(slot, text, start, end);
      if (this.#isAt(number, text, start, end)) return number;
    }
  }

  /** All words by their numbers. */
  words(): readonly string[] {
    return Array.from({ length: this.#size }, (_, number) =>
      String.fromCharCode(...this.#units.subarray(this.#startOf(number), this.#ends[number])),
    );
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : this.#ends[number - 1]!;
  }

  #isAt(number: number, text: string, start: number, end: number): boolean {
    const from = this.#startOf(number);
    if (this.#ends[number]! - from !== end - start) return false;
    for (let i = start; i < end; i++) {
      if (this.#units[from + i - start] !== smallLetter(text.charCodeAt(i))) return false;
    }
    return true;
  }

  #add(slot: number, text: string, start: number, end: number): number {
    const number = this.#size++;
    const from = this.#startOf(number);
    const to = from + end - start;
    if (to > this.#units.length) {
      const grown = new Uint16Array(2 * to);
      grown.set(this.#units);
      this.#units = grown;
    }
    for (let i = start; i < end; i++) this.#units[from + i - start] = smallLetter(text.charCodeAt(i));
    this.#slots[slot] = number + 1;
    this.#ends[number] = to;
    if (2 * this.#size > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const ends = new Int32Array(slots.length);
    ends.set(this.#ends);
    const mask = slots.length - 1;
    for (const entry of this.#slots) {
      if (entry === 0) continue;
      const number = entry - 1;
      let slot = this.#hashAt(number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.#slots = slots;
    this.#ends = ends;
  }

  #hashAt(number: number): number {
    let hash = hashStart;
    for (let i = this.#startOf(number); i < this.#ends[number]!; i++)
      hash = Math.imul(hash ^ this.#units[i]!, hashFactor);
    return mixed(hash);
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = hashStart;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ smallLetter(text.charCodeAt(i)), hashFactor);
  return mixed(hash);
}

/** The low bits, which choose the slot, would depend on the low bits of the letters alone. */
function mixed(hash: number): number {
  return hash ^ (hash >>> 15);
}

function smallLetter(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}
