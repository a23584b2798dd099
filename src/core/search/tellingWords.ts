import type { Query } from './query';
import { stopWords } from './stopWords';

/** Of words that say nothing, nearly every paper has each: more of them only take time. */
const mostLittleWords = 3;

/** Which words of a query are looked for: those that say something or, where none does, the first few. */
export function tellingWords({ words }: Query): readonly boolean[] {
  const telling = words.map(({ word }) => !stopWords.has(word));
  return telling.includes(true) ? telling : words.map((_, index) => index < mostLittleWords);
}
