import type { Vocabulary } from './vocabulary';
import type { WordMatches } from './wordMatches';
import type { Word } from './words';

interface Pair {
  readonly first: string;
  readonly second: string;
  readonly bit: number;
}

/** The words of a query as they may stand in a text, in one of several forms or as two words together: each is a bit. */
export class SoughtWords {
  readonly #forms = new Map<string, number>();
  readonly #pairs: Pair[] = [];

  /** @param matches those words of the query that are sought, by their place */
  constructor(matches: ReadonlyMap<number, WordMatches>, vocabulary: Vocabulary) {
    for (const [place, { terms, pairs }] of matches) {
      const bit = 1 << place;
      for (const term of terms) {
        const form = vocabulary.wordAt(term);
        this.#forms.set(form, (this.#forms.get(form) ?? 0) | bit);
      }
      for (const [first, second] of pairs) {
        this.#pairs.push({ first: vocabulary.wordAt(first), second: vocabulary.wordAt(second), bit });
      }
    }
  }

  /** The words that stand somewhere in a text. */
  in(text: readonly Word[]): number {
    let bits = 0;
    for (let index = 0; index < text.length; index++) bits |= this.at(text, index);
    return bits;
  }

  /** The words that stand at one place of a text, or of which half does. */
  at(text: readonly Word[], index: number): number {
    const { word, pieces, compound } = text[index]!;
    let bits = this.#forms.get(word) ?? 0;
    for (const piece of pieces) bits |= this.#forms.get(piece) ?? 0;
    if (compound !== undefined) bits |= this.#forms.get(compound) ?? 0;
    for (const { first, second, bit } of this.#pairs) {
      if (word === first && text[index + 1]?.word === second) bits |= bit;
      if (word === second && text[index - 1]?.word === first) bits |= bit;
    }
    return bits;
  }
}
