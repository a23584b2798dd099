import type { SearchEngine } from './searchEngine';

/** Paperside's own engine first, then what one would use without it. Each is loaded only where it is measured. */
export const searchEngines: Readonly<Record<string, () => Promise<SearchEngine>>> = {
  Paperside: async () => (await import('./papersideEngine')).papersideEngine,
  MiniSearch: async () => (await import('./miniSearchEngine')).miniSearchEngine,
  FlexSearch: async () => (await import('./flexSearchEngine')).flexSearchEngine,
  Orama: async () => (await import('./oramaEngine')).oramaEngine,
  'SQLite FTS5': async () => (await import('./sqliteEngine')).sqliteEngine,
  uFuzzy: async () => (await import('./uFuzzyEngine')).uFuzzyEngine,
};
