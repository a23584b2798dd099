/** A word by its place in the list, and how many slips it is away. */
export type NearWord = readonly [index: number, distance: number];

/** Words in order, each once: found whole, by their beginning, or nearly. */
export class SortedWords {
  readonly words: readonly string[];
  /** How many letters each word shares with the one before. */
  #shared: Uint8Array | undefined;

  /** @param words in the order of their code units, none longer than 255 */
  constructor(words: readonly string[]) {
    this.words = words;
  }

  /** The place of a word, or -1. */
  indexOf(word: string): number {
    const index = this.lowerBound(word);
    return this.words[index] === word ? index : -1;
  }

  /** The place of the first word that is not less. */
  lowerBound(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The place after the last word that begins so. */
  prefixEnd(prefix: string, start = this.lowerBound(prefix)): number {
    // Beginnings are mostly shared by few words: doubling steps find the end near the start.
    let step = 1;
    while (this.words[start + step - 1]?.startsWith(prefix)) step *= 2;
    let low = start + (step >>> 1);
    let high = Math.min(start + step - 1, this.words.length);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.words[middle]!.startsWith(prefix)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * The words within an edit distance (letters inserted, dropped or replaced). A row of the table of distances is kept
   * for each letter of the word last looked at, so that what neighbours share is compared once, and what begins too far
   * away is stepped over.
   * @param firstLetter whether only words that begin with the same letter count
   */
  within(word: string, reach: number, firstLetter = false): NearWord[] {
    const found: NearWord[] = [];
    this.#shared ??= sharedBeginnings(this.words);
    const shared = this.#shared;
    const width = word.length + 1;
    const rows = new Uint8Array(width * 257);
    for (let column = 0; column < width; column++) rows[column] = column;
    const start = firstLetter ? this.lowerBound(word[0]!) : 0;
    const end = firstLetter ? this.prefixEnd(word[0]!, start) : this.words.length;
    let known = 0;
    let dead = Infinity;
    for (let index = start; index < end; index++) {
      const common = index === start ? 0 : shared[index]!;
      if (common >= dead) continue;
      dead = Infinity;
      known = Math.min(known, common);
      const other = this.words[index]!;
      while (known < other.length && dead === Infinity) {
        if (nextRow(rows, known * width, word, other.charCodeAt(known)) > reach) dead = known + 1;
        known++;
      }
      if (dead !== Infinity) continue;
      const distance = rows[known * width + width - 1]!;
      if (distance <= reach) found.push([index, distance]);
    }
    return found;
  }
}

/** Fills the row below one in the table of distances; gives its least value. */
function nextRow(rows: Uint8Array, above: number, word: string, letter: number): number {
  const width = word.length + 1;
  const row = above + width;
  let least = (rows[row] = rows[above]! + 1);
  for (let column = 1; column < width; column++) {
    const replaced = rows[above + column - 1]! + (word.charCodeAt(column - 1) === letter ? 0 : 1);
    const value = Math.min(replaced, rows[above + column]! + 1, rows[row + column - 1]! + 1);
    rows[row + column] = value;
    if (value < least) least = value;
  }
  return least;
}

function sharedBeginnings(words: readonly string[]): Uint8Array {
  const shared = new Uint8Array(words.length);
  for (let index = 1; index < words.length; index++) {
    const before = words[index - 1]!;
    const word = words[index]!;
    let length = 0;
    while (length < before.length && before.charCodeAt(length) === word.charCodeAt(length)) length++;
    shared[index] = length;
  }
  return shared;
}
