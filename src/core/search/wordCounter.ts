import type { FieldHits } from './fieldHits';
import { addHits, inAbstract, inTitle } from './fieldHits';
import type { PaperWords } from './readPaper';

/** Counts the words of one paper after the other: which it has, and where. */
export class WordCounter {
  #hits = new Uint16Array(1024);
  #words: number[] = [];

  /** The different words of a paper, by number. What was counted before is forgotten. */
  count({ text, titleEnd, beside }: PaperWords): readonly number[] {
    for (const word of this.#words) this.#hits[word] = 0;
    this.#words = [];
    for (let at = 0; at < text.length; at++) {
      const number = text[at]!;
      this.#add(number < 0 ? ~number : number, at < titleEnd ? inTitle : inAbstract);
    }
    for (let at = 0; at < beside.length; at += 2) this.#add(beside[at]!, beside[at + 1]!);
    return this.#words;
  }

  /** Where the paper that was counted last has a word. */
  hits(word: number): FieldHits {
    return this.#hits[word] ?? 0;
  }

  #add(word: number, hits: FieldHits): void {
    if (word >= this.#hits.length) {
      const grown = new Uint16Array(Math.max(word + 1, this.#hits.length * 2));
      grown.set(this.#hits);
      this.#hits = grown;
    }
    const before = this.#hits[word]!;
    if (before === 0) this.#words.push(word);
    this.#hits[word] = addHits(before, hits);
  }
}
