import type { Paper } from '../../../src/core/paper';

/** As many as the pick shows. */
export const limit = 50;

/** The ids of the papers that a query finds, best first, at most `limit`. */
export type Search = (query: string) => readonly string[] | Promise<readonly string[]>;

/** A way to search papers that can be kept in a file. */
export interface SearchEngine {
  /** Indexes papers, and writes what is to be kept. */
  readonly build: (papers: readonly Paper[], file: string) => void | Promise<void>;
  readonly open: (file: string) => Search | Promise<Search>;
}
