import type { Query } from './query';
import { stopWords } from './stopWords';

/** Of words that say nothing, nearly every paper has each: more of them only take time. */
const mostLittleWords = 3;

/** Which words of a query are looked for: those that say something or, where none does, the first few. */
export function tellingWords({ words }: Query): readonly boolean[] {
  const telling = words.map(({ word }, index) => !stopWords.has(word) && !isOfEtAl(words, index));
  return telling.includes(true) ? telling : words.map((_, index) => index < mostLittleWords);
}

/** `et al.` stands for the other authors, whose papers need not hold it. */
function isOfEtAl(words: Query['words'], index: number): boolean {
  const isAt = (at: number): boolean => words[at]?.word === 'et' && words[at + 1]?.word === 'al';
  return isAt(index) || isAt(index - 1);
}
