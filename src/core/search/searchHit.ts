import type { PaperId } from '../paper';

/** The fields of a paper that search looks into. */
export type SearchField = 'title' | 'authors' | 'abstract' | 'venue' | 'year' | 'identifier' | 'keywords';

/** One paper found, best first, and why it is there. */
export interface SearchHit {
  readonly id: PaperId;
  readonly score: number;
  /** Where the words of the query were found, the most telling field first. */
  readonly fields: readonly SearchField[];
  /** What a row says when the title alone does not show why it is there: a piece of the abstract, an author, a venue. */
  readonly reason?: { readonly field: SearchField; readonly text: string };
}
