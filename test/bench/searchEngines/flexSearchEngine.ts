import { Charset, Index } from 'flexsearch';
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { paperTexts } from './paperTexts';
import { type SearchEngine, limit } from './searchEngine';

type Kept = readonly { readonly ids: readonly string[]; readonly parts: readonly (readonly [string, string])[] }[];

// It knows beginnings of words only where it stores each of them, so that abstracts have whole words alone. Its encoder
// takes words that sound alike for the same. What stands earlier in a text is worth more.
const createIndexes = (): readonly Index[] => [
  new Index({ tokenize: 'forward', encoder: Charset.LatinBalance }),
  new Index({ tokenize: 'strict', encoder: Charset.LatinBalance }),
];

/** First what has all the words in title, authors, venue and year; then anywhere; then, if nothing has, some of them. */
export const flexSearchEngine: SearchEngine = {
  build(papers, file) {
    const indexes = createIndexes();
    for (const [number, paper] of papers.entries()) {
      const { title, authors, venue, year, abstract } = paperTexts(paper);
      const head = `${title} ${authors} ${venue} ${year}`;
      indexes[0]!.add(number, head);
      indexes[1]!.add(number, `${head} ${abstract}`);
    }
    const kept: Kept = indexes.map((index) => {
      const parts: (readonly [string, string])[] = [];
      index.export((key, data) => void parts.push([key, data]));
      return { ids: papers.map(({ id }) => id), parts };
    });
    writeFileSync(file, serialize(kept));
  },
  open(file) {
    const kept = deserialize(readFileSync(file)) as Kept;
    const indexes = createIndexes();
    for (const [at, { parts }] of kept.entries()) for (const [key, data] of parts) indexes[at]!.import(key, data);
    const { ids } = kept[0]!;
    return (query) => {
      const find = (suggest: boolean): number[] =>
        indexes.flatMap((index) => index.search(query, { limit, suggest }) as number[]);
      const exact = find(false);
      const found = exact.length > 0 ? exact : find(true);
      return [...new Set(found)].slice(0, limit).map((number) => ids[number]!);
    };
  },
};
