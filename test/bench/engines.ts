import MiniSearch from 'minisearch';
import type { Paper } from '../../src/core/paper';
import { PaperIndex } from '../../src/core/search/paperIndex';

/** As many as the pick shows. */
const limit = 50;

/** A way to search papers: built once, then asked with every key. */
export interface Engine {
  readonly name: string;
  /** @returns the search, which answers with how many papers it found */
  readonly build: (papers: readonly Paper[]) => Promise<(query: string) => number>;
}

/** Paperside's own engine first, then what one would use without it. */
export const engines: readonly Engine[] = [
  {
    name: 'Paperside',
    async build(papers) {
      const index = new PaperIndex();
      await index.update([], papers);
      return (query) => index.search(query, limit).length;
    },
  },
  {
    name: 'plain MiniSearch',
    async build(papers) {
      const index = new MiniSearch<Record<'id' | 'title' | 'abstract' | 'authors' | 'venue' | 'year', string>>({
        fields: ['title', 'abstract', 'authors', 'venue', 'year'],
        searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
      });
      index.addAll(
        papers.map(({ id, title, abstract, authors, venue = '', year = '' }) => {
          const names = authors.map(({ given = '', family }) => `${given} ${family}`).join(', ');
          return { id, title, abstract, authors: names, venue, year: String(year) };
        }),
      );
      return (query) => index.search(query).slice(0, limit).length;
    },
  },
  {
    name: 'substring of the title',
    async build(papers) {
      const titles = papers.map(({ title }) => title.toLowerCase());
      return (query) => {
        const sought = query.toLowerCase();
        return titles.filter((title) => title.includes(sought)).slice(0, limit).length;
      };
    },
  },
];
