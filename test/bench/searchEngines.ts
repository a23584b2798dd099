import MiniSearch from 'minisearch';
import type { Paper } from '../../src/core/paper';
import { PackedIndex } from '../../src/core/search/packed/packedIndex';
import { PaperIndex } from '../../src/core/search/paperIndex';

/** As many as the pick shows. */
const limit = 50;

/** The ids of the papers that a query finds, best first. */
export type Search = (query: string) => readonly string[];

/** A way to search papers that can be kept in a file. */
export interface SearchEngine {
  readonly name: string;
  /** @returns what is kept */
  readonly build: (papers: readonly Paper[]) => Uint8Array;
  readonly open: (kept: Uint8Array<ArrayBuffer>) => Search;
}

const fields = ['title', 'abstract', 'authors', 'venue', 'year'];
const miniSearchOptions = { fields, searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } } };

/** Paperside's own engine first, then what one would use without it. */
export const searchEngines: readonly SearchEngine[] = [
  {
    name: 'Paperside',
    build: (papers) => new Uint8Array(PackedIndex.build(papers).buffer),
    open(kept) {
      const index = new PaperIndex();
      index.open(PackedIndex.open(kept.buffer, '')!);
      return (query) => index.search(query, limit).map(({ id }) => id);
    },
  },
  {
    name: 'plain MiniSearch',
    build(papers) {
      const index = new MiniSearch<Record<string, string>>(miniSearchOptions);
      index.addAll(
        papers.map(({ id, title, abstract, authors, venue = '', year = '' }) => {
          const names = authors.map(({ given = '', family }) => `${given} ${family}`).join(', ');
          return { id, title, abstract, authors: names, venue, year: String(year) };
        }),
      );
      return new TextEncoder().encode(JSON.stringify(index));
    },
    open(kept) {
      const index = MiniSearch.loadJSON<Record<string, string>>(new TextDecoder().decode(kept), miniSearchOptions);
      return (query) =>
        index
          .search(query)
          .slice(0, limit)
          .map(({ id }) => String(id));
    },
  },
];
