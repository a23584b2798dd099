import type { GroupBy, PaperGroup, SortBy } from '../core/grouping';
import type { LibrarySource } from '../core/library';
import type { Paper, PaperId, PaperRow, ScoredId } from '../core/paper';
import type { Problem } from '../core/problem';
import type { SearchHit } from '../core/search/searchHit';
import type { AbstractContent } from './abstractProtocol';

/** What became of a source that was read. */
export interface SourceSummary {
  readonly papers: number;
  readonly problems: readonly Problem[];
}

/** One slice of the library's rows. */
export interface RowSlice {
  /** Changes with every change of the library: slices of different versions do not belong together. */
  readonly version: number;
  readonly total: number;
  readonly rows: readonly PaperRow[];
}

/** What the library's worker answers. Calls are carried out one at a time, in the order in which they were made. */
export interface LibraryProtocol {
  /** Puts the papers of one file into the library, in the place of those it held from the same address. */
  replaceSource(source: LibrarySource & { readonly bytes: Uint8Array }): SourceSummary;
  /** The light rows from `offset` on, at most `limit` of them. */
  rows(offset: number, limit: number): RowSlice;
  groups(groupBy: GroupBy, sortBy: SortBy): readonly PaperGroup[];
  search(query: string, limit: number): readonly SearchHit[];
  related(id: PaperId, limit: number): readonly ScoredId[];
  /** Whole records in the order of the ids; unknown ids give `undefined`. */
  papers(ids: readonly PaperId[]): readonly (Paper | undefined)[];
  /** Everything that the abstract panel shows of a paper. */
  abstractContent(id: PaperId): AbstractContent | undefined;
  /** BibTeX entries, one after another, in the order of the ids. Unknown ids are left out. */
  bibTeX(ids: readonly PaperId[]): string;
}
