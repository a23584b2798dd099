import { wordClasses } from './wordClasses';

export const normalWord = 0;
/** Says something only beside other words. */
export const vagueWord = 1;
/** Ends a phrase, as punctuation does. */
export const breakingWord = 2;

const mostWords = 2048;
const prime = 0x01000193;

/**
 * Reads the words of a text as numbers, much faster than as strings: two words with one stem have one number. Singular
 * and plural, and a verb with and without *-ing*, are one stem: `policies`, `policy`; `grasping`, `grasps`, `grasp`.
 * Where punctuation ends a phrase, and for numbers and single letters, stands 0. The arrays hold what was read until the
 * next call.
 */
export class WordScanner {
  readonly stems = new Int32Array(mostWords);
  /** {@link normalWord}, {@link vagueWord} or {@link breakingWord}. */
  readonly kinds = new Uint8Array(mostWords);
  readonly starts = new Int32Array(mostWords);
  readonly ends = new Int32Array(mostWords);
  count = 0;

  /** @param length how much of the text is read, in UTF-16 code units */
  scan(text: string, length: number): void {
    const end = Math.min(text.length, length);
    let count = 0;
    let at = 0;
    while (at < end && count < mostWords - 1) {
      const code = text.charCodeAt(at);
      if (!isLetter(code)) {
        if (isBreak(code) && count > 0 && this.stems[count - 1] !== 0) {
          this.stems[count] = 0;
          this.kinds[count] = breakingWord;
          this.starts[count] = at;
          this.ends[count++] = at;
        }
        at++;
        continue;
      }
      const start = at;
      while (at < end && isLetter(text.charCodeAt(at))) at++;
      const stem = at - start === 1 || isNumber(text, start, at) ? 0 : stemOf(text, start, at);
      this.stems[count] = stem;
      this.kinds[count] = stem === 0 ? breakingWord : (classes.get(stem) ?? normalWord);
      this.starts[count] = start;
      this.ends[count++] = at;
    }
    this.count = count;
  }
}

/** The number of a phrase, from that of its words in order. */
export function joinStems(phrase: number, word: number): number {
  const mixed = Math.imul(phrase ^ (phrase >>> 15), 0x2c1b3c6d) ^ word;
  return Math.imul(mixed, 0x297a2d39) ^ (mixed >>> 13);
}

const letters = new Uint8Array(128);
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
  letters[letter.charCodeAt(0)] = 1;
for (const mark of '.,;:!?()[]"\'&') letters[mark.charCodeAt(0)] = 2;

function isLetter(code: number): boolean {
  return code < 128 ? letters[code] === 1 : code >= 0xaa && !(code >= 0x2000 && code <= 0x206f);
}

function isNumber(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 57) return false;
  return true;
}

function isBreak(code: number): boolean {
  return code < 128 ? letters[code] === 2 : code >= 0x2013 && code <= 0x201f;
}

const [lowerE, lowerG, lowerI, lowerN, lowerS, lowerU, lowerY] = [...'eginsuy'].map((one) => one.charCodeAt(0)) as
  [number, number, number, number, number, number, number]; // prettier-ignore

function stemOf(text: string, start: number, end: number): number {
  let stemEnd = end;
  let addsY = false;
  if (end - start > 3 && lower(text, end - 1) === lowerS) {
    const before = lower(text, end - 2);
    if (before === lowerE && lower(text, end - 3) === lowerI && end - start > 4) {
      stemEnd = end - 3;
      addsY = true;
    } else if (before !== lowerS && before !== lowerU && before !== lowerI) {
      stemEnd = end - 1;
    }
  }
  const isGerund =
    !addsY &&
    stemEnd - start > 6 &&
    lower(text, stemEnd - 1) === lowerG &&
    lower(text, stemEnd - 2) === lowerN &&
    lower(text, stemEnd - 3) === lowerI;
  if (isGerund) {
    stemEnd -= 3;
    if (lower(text, stemEnd - 1) === lower(text, stemEnd - 2) && lower(text, stemEnd - 1) !== lowerS) stemEnd--;
  }
  let value = 0x811c9dc5 | 0;
  for (let at = start; at < stemEnd; at++) value = Math.imul(value ^ lower(text, at), prime);
  if (addsY) value = Math.imul(value ^ lowerY, prime);
  return value === 0 ? 1 : value;
}

function lower(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 65 && code <= 90 ? code + 32 : code;
}

const classes = new Map<number, number>();
for (const word of wordClasses.vague) classes.set(stemOf(word, 0, word.length), vagueWord);
for (const word of wordClasses.breaking) classes.set(stemOf(word, 0, word.length), breakingWord);
