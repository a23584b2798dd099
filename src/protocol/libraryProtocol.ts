import type { CitedDocument } from '../core/cite/citationFormat';
import type { FoundProject } from '../core/cite/project/findProject';
import type { KnownFiles } from '../core/cite/project/projectFiles';
import type { TextEdit } from '../core/editedText';
import type { GroupBy, PaperGroup, SortBy } from '../core/grouping';
import type { LibrarySource } from '../core/library';
import type { LibrarySection } from '../core/librarySections';
import type { Paper, PaperId, PaperRow, ScoredId } from '../core/paper';
import type { Problem } from '../core/problem';
import type { ReadingState } from '../core/readingState';
import type { RenamedPaper } from '../core/renamedPaper';
import type { QueryCompletion } from '../core/search/query/completeQuery';
import type { QueryProblem } from '../core/search/query/searchQuery';
import type { SearchHit } from '../core/search/searchHit';
import type { AbstractContent } from './abstractProtocol';
import type { CitationPlan, CitationRequest, TargetContents } from './citationProtocol';
import type { KeptPlace } from './keptSearchProtocol';

/** What became of a source that was read. */
export interface SourceSummary {
  /** How many papers it holds. */
  readonly papers: number;
  /** How many of them the library did not know before. */
  readonly added: number;
  readonly problems: readonly Problem[];
  readonly renamed: readonly RenamedPaper[];
  /** What the change did to the rows; absent where so much changed that all are to be fetched again. */
  readonly rows?: { readonly removed: readonly PaperId[]; readonly changed: readonly PaperRow[] };
}

/** A paper, and the citation key that each of its sources gives it. */
export interface PaperOverview {
  readonly id: PaperId;
  readonly key: string;
  readonly title: string;
  readonly sources: readonly { readonly uri: string; readonly key: string }[];
}

/** What a query finds, best first, and what is wrong with it. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** How many papers there are, of which the best are `hits`. */
  readonly total: number;
  readonly problems: readonly QueryProblem[];
  /** How the value of a field may go on at the end of the query, the commonest first. */
  readonly completions: readonly QueryCompletion[];
}

/** How many papers a query leaves, and what is wrong with it. */
export interface MatchCount {
  readonly count: number;
  readonly problems: readonly QueryProblem[];
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
  /**
   * Puts the papers of one file into the library, in the place of those it held from the same address.
   * @param source `isFound`: nobody named the file, it may only be called like a library; `isUnsaved`: its bytes are
   * those of an editor, and edits of them will follow
   */
  replaceSource(
    source: LibrarySource & { readonly bytes: Uint8Array; readonly isFound: boolean; readonly isUnsaved: boolean },
  ): SourceSummary;
  /** Takes a file's papers out of the library. */
  removeSource(uri: string): SourceSummary;
  /**
   * Notes what was typed in a file; `settleSource` reads it again.
   * @returns whether the text is in step with the editor's; if not, all of it is to be sent
   */
  editSource(uri: string, edit: TextEdit): boolean;
  settleSource(uri: string): SourceSummary | undefined;
  /** The bibliographies that each of these documents declares, as it writes them. */
  declaredLibraries(
    documents: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  ): readonly (readonly string[])[];
  /** Every paper with the sources that hold it. */
  overview(): readonly PaperOverview[];
  /** The light rows from `offset` on, at most `limit` of them. */
  rows(offset: number, limit: number): RowSlice;
  groups(groupBy: GroupBy, sortBy: SortBy): readonly PaperGroup[];
  /** @param filter the query that papers must match; all of them where it is empty */
  sections(folders: readonly string[], groupBy: GroupBy, sortBy: SortBy, filter: string): readonly LibrarySection[];
  /** For each query how many papers have all its words and meet its conditions, and what is wrong with it. */
  countMatching(queries: readonly string[]): readonly MatchCount[];
  /** These papers. */
  matching(query: string, sortBy: SortBy): readonly PaperId[];
  /** Puts papers into the topics that a person has moved them to. */
  correctTopics(corrections: readonly (readonly [PaperId, string])[]): void;
  /** Notes where the person stands with papers, in the place of what was noted before. */
  markPapers(states: readonly (readonly [PaperId, ReadingState])[]): void;
  /**
   * Before anything is read: takes the search index that was kept, if it was made of the same.
   * @returns whether there is one
   */
  restoreSearch(kept: KeptPlace): boolean;
  /** After everything has been read: an index that was kept of anything else is made anew. */
  settleSearch(): void;
  /**
   * Keeps the search index of what is read now, in the background.
   * @returns whether it can be kept and is worth it
   */
  keepSearch(kept: KeptPlace): boolean;
  /** Notes how familiar papers are, 0 to 1, in the place of what was noted before. */
  noteFamiliar(papers: readonly (readonly [PaperId, number])[]): void;
  /** Answers when searches find everything that the library holds. */
  searchable(): void;
  /** @param query in the query language, the last word perhaps unfinished */
  search(query: string, limit: number): SearchAnswer;
  related(id: PaperId, limit: number): readonly ScoredId[];
  /** Whole records in the order of the ids; unknown ids give `undefined`. */
  papers(ids: readonly PaperId[]): readonly (Paper | undefined)[];
  /** Everything that the abstract panel shows of a paper. */
  abstractContent(id: PaperId): AbstractContent | undefined;
  /** What a document's project tells of how it cites, or what has to be read first. */
  findProject(
    document: Pick<CitedDocument, 'format' | 'languageId' | 'path' | 'text'>,
    top: string,
    known: KnownFiles,
  ): FoundProject;
  /** What a document cites papers by, and what goes into its bibliography for that. */
  planCitation(request: CitationRequest, contents?: TargetContents): CitationPlan;
  /** BibTeX entries, one after another, in the order of the ids. Unknown ids are left out. */
  bibTeX(ids: readonly PaperId[]): string;
}
