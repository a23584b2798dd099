import { completionWeight } from './completionWeight';
import type { FieldHits } from './fieldHits';
import { inAbstract, inTitle } from './fieldHits';
import type { PaperStore } from './paperStore';
import type { Query } from './query';
import { stopWords } from './stopWords';
import type { WordMatches } from './wordMatches';

const longestHint = 2;
/** A beginning that stands for more mentions than this in each paper says as little as a letter or two. */
const mostMentions = 2;
/** So many mentions are looked through at once, however few the papers. */
const fewMentions = 10_000;

/**
 * Whether the last word is so far but a letter or two, or as good as, behind words that say something. So many words
 * begin so that it finds no papers of its own: it only orders those that the others find.
 */
export function isHint(store: PaperStore, { words, unfinished }: Query): boolean {
  if (!unfinished || !words.slice(0, -1).some(({ word }) => !stopWords.has(word))) return false;
  const { word } = words.at(-1)!;
  if (word.length <= longestHint || stopWords.has(word)) return true;
  let mentions = 0;
  for (const term of store.vocabulary.withPrefix(word)) mentions += store.vocabulary.frequency(term);
  return mentions > Math.max(fewMentions, mostMentions * store.size);
}

/** Notes in which of some papers a word begins like the last of the query. */
export function matchHint(
  store: PaperStore,
  query: Query,
  matches: WordMatches,
  papers: readonly { readonly paper: number }[],
): void {
  const { word } = query.words.at(-1)!;
  const { vocabulary } = store;
  const begins = vocabulary.beginningWith(word);
  const note = (paper: number, term: number, hits: FieldHits): void => {
    const known = vocabulary.wordAt(term);
    matches.terms.add(term);
    matches.addPaper(paper, hits, known === word ? 1 : completionWeight(word, known));
  };
  for (const { paper } of papers) {
    const { text, titleEnd, beside } = store.wordsOf(paper);
    for (let at = 0; at < text.length; at++) {
      const term = text[at]! < 0 ? ~text[at]! : text[at]!;
      if (begins(term)) note(paper, term, at < titleEnd ? inTitle : inAbstract);
    }
    for (let at = 0; at < beside.length; at += 2) {
      if (begins(beside[at]!)) note(paper, beside[at]!, beside[at + 1]!);
    }
  }
}
