import { completionWeight } from './completionWeight';
import type { PaperStore } from './paperStore';
import type { Query } from './query';
import { stopWords } from './stopWords';
import { WordCounter } from './wordCounter';
import type { WordMatches } from './wordMatches';

const longestHint = 2;

/**
 * Whether the last word is so far a letter or two behind words that say something. So many words begin so that it
 * finds no papers of its own: it only orders those that the others find.
 */
export function isHint({ words, unfinished }: Query): boolean {
  return (
    unfinished &&
    words.at(-1)!.word.length <= longestHint &&
    words.slice(0, -1).some(({ word }) => !stopWords.has(word))
  );
}

/** Notes in which of some papers a word begins like the last of the query. */
export function matchHint(
  store: PaperStore,
  query: Query,
  matches: WordMatches,
  papers: readonly { readonly paper: number }[],
): void {
  const { word } = query.words.at(-1)!;
  const begins = store.vocabulary.beginningWith(word);
  const counter = new WordCounter();
  for (const { paper } of papers) {
    for (const term of counter.count(store.wordsOf(paper))) {
      if (!begins(term)) continue;
      const known = store.vocabulary.wordAt(term);
      matches.terms.add(term);
      matches.addPaper(paper, counter.hits(term), known === word ? 1 : completionWeight(word, known));
    }
  }
}
