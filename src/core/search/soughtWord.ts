import type { Vocabulary } from './vocabulary';
import type { WordMatches } from './wordMatches';
import type { Word } from './words';

/** A word of a query as it may stand in a text: in one of several forms, or as two words together. */
export interface SoughtWord {
  readonly forms: ReadonlySet<string>;
  readonly pairs: readonly (readonly [string, string])[];
}

export function soughtWord({ terms, pairs }: WordMatches, vocabulary: Vocabulary): SoughtWord {
  return {
    forms: new Set(Array.from(terms, (term) => vocabulary.wordAt(term))),
    pairs: pairs.map(([first, second]) => [vocabulary.wordAt(first), vocabulary.wordAt(second)]),
  };
}

/** How many of the words stand in a text. */
export function countSought(words: readonly SoughtWord[], text: readonly Word[]): number {
  return words.filter((word) => stands(word, text)).length;
}

/** Whether a word stands in a text. */
export function stands({ forms, pairs }: SoughtWord, text: readonly Word[]): boolean {
  return (
    text.some((word) => isForm(forms, word)) ||
    pairs.some(([first, second]) =>
      text.some(({ word }, index) => word === second && index > 0 && text[index - 1]!.word === first),
    )
  );
}

/** Whether a word of a text is the word, or half of it. */
export function isPartOf({ forms, pairs }: SoughtWord, word: Word): boolean {
  return isForm(forms, word) || pairs.some((pair) => pair.includes(word.word));
}

function isForm(forms: ReadonlySet<string>, { word, pieces, compound }: Word): boolean {
  return forms.has(word) || pieces.some((piece) => forms.has(piece)) || (compound !== undefined && forms.has(compound));
}
