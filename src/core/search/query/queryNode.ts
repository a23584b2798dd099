import type { Condition } from './searchQuery';

/** A query as it is built, with its mistakes left out. */
export type QueryNode =
  | { readonly kind: 'all' | 'any'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly of: QueryNode }
  | QueryLeaf;

/** One word, phrase or field. */
export interface QueryLeaf {
  readonly kind: 'leaf';
  /** What papers are ranked by, if by anything. */
  readonly text?: string;
  /** Whether more letters may follow. */
  readonly unfinished: boolean;
  /** Plain words are conditions only where something is to be chosen or left out. */
  readonly isWord: boolean;
  readonly condition: Condition;
}
