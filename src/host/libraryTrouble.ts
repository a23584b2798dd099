import type { LibrarySource } from './librarySources';

/** Something went wrong that a person should hear of, once. */
export type LibraryTrouble =
  | { readonly kind: 'source-unreadable'; readonly source: LibrarySource; readonly reason: string }
  | { readonly kind: 'bundled-broken'; readonly source: LibrarySource; readonly papers: number }
  | { readonly kind: 'worker-restarted' };
