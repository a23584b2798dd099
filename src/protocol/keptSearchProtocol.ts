import type { PaperRow } from '../core/paper';
import type { Fold } from '../core/search/packed/foldIndex';
import type { SearchAnswer } from './libraryProtocol';

/** Where the search index of a library is kept, and what it must have been made of to be of use. */
export interface KeptPlace {
  /** As the worker's platform reads it: a folder's path, or the name of a part of a database. */
  readonly place: string;
  /** Versions, and every source with its fingerprint. */
  readonly stamp: string;
}

/** What a search finds before the library is read: its rows come along. */
export interface KeptSearchAnswer extends SearchAnswer {
  readonly rows: readonly PaperRow[];
}

/** What a second, short-lived worker does beside the library's. */
export interface HelperProtocol {
  /** Opens the index that was kept. @returns whether there is one */
  openKept(place: KeptPlace): boolean;
  /** @returns nothing where the query asks for what only the library knows */
  searchKept(query: string, limit: number): KeptSearchAnswer | undefined;
  /** Makes one packed index of another and its changes. */
  fold(fold: Fold): Uint8Array<ArrayBuffer>;
}
