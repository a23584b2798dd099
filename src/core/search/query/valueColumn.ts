import { foldLetters } from '../foldLetters';
import type { TextFinder } from './textFinder';

/** A value that papers have, and how many of them have it. */
export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

const beyondAscii = /[^\0-\x7f]/;
const lineEnds = /[\r\n]+/g;

/** The values that papers have of one field, in one long text that a finder runs through. */
export class ValueColumn {
  readonly #values: readonly string[];
  /** The values' numbers, paper by paper. */
  readonly #numbers: Uint32Array;
  /** Where in these each paper's end. */
  readonly #ends: Uint32Array;
  readonly #text: string;
  /** Where in the text each value ends. */
  readonly #textEnds: Uint32Array;
  /** How often papers have each value. */
  #counts: Uint32Array | undefined;

  /**
   * @param textsOf a paper's values
   * @param options `spelled`: what a value is found by; `isCounted`: papers share values, which are then kept once
   */
  constructor(
    papers: number,
    textsOf: (paper: number) => readonly string[],
    options: { readonly spelled?: (value: string) => string; readonly isCounted: boolean },
  ) {
    const { spelled = (value) => value, isCounted } = options;
    const known = new Map<string, number>();
    const values: string[] = [];
    const numbers: number[] = [];
    this.#ends = new Uint32Array(papers);
    for (let paper = 0; paper < papers; paper++) {
      for (const value of textsOf(paper)) {
        let number = isCounted ? known.get(value) : undefined;
        if (number === undefined) {
          number = values.push(value) - 1;
          if (isCounted) known.set(value, number);
        }
        numbers.push(number);
      }
      this.#ends[paper] = numbers.length;
    }
    this.#numbers = Uint32Array.from(numbers);
    this.#values = values;
    const lines = values.map((value) => {
      const line = spelled(value).replace(lineEnds, ' ');
      return beyondAscii.test(line) ? foldLetters(line) : line;
    });
    this.#text = lines.join('\n');
    let end = -1;
    this.#textEnds = Uint32Array.from(lines, ({ length }) => (end += length + 1));
  }

  /** Marks the papers, by position, that have a value in which something is found. */
  mark(find: TextFinder, marks: Uint8Array): void {
    const found = this.#found(find);
    let at = 0;
    for (let paper = 0; paper < this.#ends.length; paper++) {
      for (; at < this.#ends[paper]!; at++) marks[paper]! |= found[this.#numbers[at]!]!;
    }
  }

  /** The values in which something is found, or all of them, in no order. */
  *counted(find: TextFinder | undefined): Generator<CountedValue> {
    const found = find && this.#found(find);
    this.#counts ??= this.#count();
    for (let number = 0; number < this.#values.length; number++) {
      if (!found || found[number] === 1) yield { value: this.#values[number]!, count: this.#counts[number]! };
    }
  }

  #count(): Uint32Array {
    const counts = new Uint32Array(this.#values.length);
    let at = 0;
    for (const end of this.#ends) {
      // A paper may name somebody twice.
      for (const number of new Set(this.#numbers.subarray(at, end))) counts[number]!++;
      at = end;
    }
    return counts;
  }

  #found(find: TextFinder): Uint8Array {
    const found = new Uint8Array(this.#values.length);
    if (found.length === 0) return found;
    let number = 0;
    for (let at = find(this.#text, 0); at >= 0; at = find(this.#text, this.#textEnds[number]!)) {
      while (number < found.length - 1 && this.#textEnds[number]! <= at) number++;
      found[number] = 1;
      if (number === found.length - 1) break;
    }
    return found;
  }
}
