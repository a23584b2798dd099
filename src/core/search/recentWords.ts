import type { Word } from './words';
import { splitWords } from './words';

/** Twice what a pick shows: while somebody types, most papers found stay the same from key to key. */
const mostTexts = 100;
/** No text is read further. */
const longestText = 20_000;

/** The words of texts, kept for those that were lately asked for. */
export class RecentWords {
  readonly #words = new Map<string, readonly Word[]>();

  of(text: string): readonly Word[] {
    const words = this.#words.get(text) ?? splitWords(text.slice(0, longestText));
    this.#words.delete(text);
    this.#words.set(text, words);
    if (this.#words.size > mostTexts) this.#words.delete(this.#words.keys().next().value!);
    return words;
  }
}
