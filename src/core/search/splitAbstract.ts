import type { Word } from './words';
import { splitWords } from './words';

/** An abstract, and its words by where they stand in it. */
export interface SplitAbstract {
  readonly text: string;
  readonly words: readonly Word[];
}

/** No text is read further. */
const longestText = 20_000;

export function splitAbstract(text: string): SplitAbstract {
  return { text, words: splitWords(text.slice(0, longestText)) };
}
