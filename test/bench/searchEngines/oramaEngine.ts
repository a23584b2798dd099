import { create, insertMultiple, load, save, search } from '@orama/orama';
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { paperTexts } from './paperTexts';
import { type SearchEngine, limit } from './searchEngine';

const schema = { title: 'string', abstract: 'string', authors: 'string', venue: 'string', year: 'string' } as const;

/** Beginnings of words, as always, and titles first: all the words; one slip a word and some of them if no paper has all. */
export const oramaEngine: SearchEngine = {
  async build(papers, file) {
    const index = create({ schema });
    await insertMultiple(index, papers.map(paperTexts), 1000);
    // As JSON, a large index is a longer string than there may be.
    writeFileSync(file, serialize(save(index)));
  },
  open(file) {
    const index = create({ schema });
    load(index, deserialize(readFileSync(file)) as Parameters<typeof load>[1]);
    const options = { limit, boost: { title: 2 } };
    return async (term) => {
      const all = await search(index, { ...options, term, threshold: 0 });
      const { hits } = all.count > 0 ? all : await search(index, { ...options, term, tolerance: 1 });
      return hits.map(({ id }) => id);
    };
  },
};
