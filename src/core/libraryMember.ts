import type { LibraryPaper, PaperRecord } from './paper';
import type { PaperIdentity } from './paperIdentity';

/** Where papers come from. What stands first goes before the others wherever sources differ. */
export const sourceKinds = ['project', 'user', 'bundled'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** A file of papers. */
export interface LibrarySource {
  readonly uri: string;
  readonly kind: SourceKind;
}

/** A source with what it holds, by name and in the order of its file. */
export interface SourceMembers extends LibrarySource {
  members: ReadonlyMap<string, LibraryMember>;
  /** Where the entry of each member begins, zero-based, by its position; empty where that is not known. */
  lines: readonly number[];
}

/** One record of one source. */
export interface LibraryMember {
  readonly source: LibrarySource;
  /** Unique in its source: its key, where that is the only one of its kind. */
  readonly name: string;
  /** The key its file gives it, else one that is unique among those made for that file. */
  readonly key: string;
  readonly record: PaperRecord;
  readonly identity: PaperIdentity;
  /** Its place in the file. */
  position: number;
  /** The paper it is a record of, once it has been found. */
  cluster?: LibraryCluster;
}

/** A paper, and the records that say what it is, in the order of their sources. */
export interface LibraryCluster {
  readonly members: readonly [LibraryMember, ...LibraryMember[]];
  paper: LibraryPaper;
}

/** The order in which sources go before each other. */
export function compareSources(one: LibrarySource, other: LibrarySource): number {
  return sourceKinds.indexOf(one.kind) - sourceKinds.indexOf(other.kind) || compareText(one.uri, other.uri);
}

export function compareMembers(one: LibraryMember, other: LibraryMember): number {
  return one.source === other.source ? one.position - other.position : compareSources(one.source, other.source);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
