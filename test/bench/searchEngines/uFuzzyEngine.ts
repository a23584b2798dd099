import UFuzzy from '@leeoniya/ufuzzy';
import { readFileSync, writeFileSync } from 'node:fs';
import { paperTexts } from './paperTexts';
import { type SearchEngine, limit } from './searchEngine';

interface Kept {
  readonly ids: readonly string[];
  /** Title, authors, venue and year. */
  readonly heads: string[];
  readonly abstracts: string[];
}

/** Of so many words any order is tried. */
const mostTurned = 3;

/**
 * One slip a word and words in any order; where less than a pickful is found so, abstracts, for whole phrases only, as it
 * is made for short texts.
 */
export const uFuzzyEngine: SearchEngine = {
  build(papers, file) {
    const texts = papers.map(paperTexts);
    const kept: Kept = {
      ids: texts.map(({ id }) => id),
      heads: UFuzzy.latinize(texts.map(({ title, authors, venue, year }) => `${title} ${authors} ${venue} ${year}`)),
      abstracts: UFuzzy.latinize(texts.map(({ abstract }) => abstract)),
    };
    writeFileSync(file, JSON.stringify(kept));
  },
  open(file) {
    const { ids, heads, abstracts } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    const fuzzy = new UFuzzy({ intraMode: 1 });
    const plain = new UFuzzy({ intraMode: 0, interIns: 3 });
    const find = (engine: UFuzzy, texts: string[], query: string, turned: number): readonly number[] => {
      const [found, info, order] = engine.search(texts, query, turned);
      return order ? order.map((place) => info.idx[place]!) : (found ?? []);
    };
    return (query) => {
      const sought = UFuzzy.latinize(query);
      const first = find(fuzzy, heads, sought, mostTurned);
      const found = first.length >= limit ? first : [...first, ...find(plain, abstracts, sought, 0)];
      return [...new Set(found)].slice(0, limit).map((number) => ids[number]!);
    };
  },
};
