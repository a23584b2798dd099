import type { PaperId } from './paper';

export const groupings = ['topic', 'year', 'author', 'venue'] as const;
export type GroupBy = (typeof groupings)[number];

export const sortings = ['title', 'year', 'author'] as const;
export type SortBy = (typeof sortings)[number];

/** One row of the tree that holds papers. */
export interface PaperGroup {
  readonly label: string;
  /** In the order in which they are shown. */
  readonly ids: readonly PaperId[];
}
