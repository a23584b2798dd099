import type { Paper } from '../paper';
import type { PackedIndex } from './packed/packedIndex';
import { stampOf } from './packed/packedFormat';
import { joinSections, splitSections } from './packed/sections';

/** An index as it is kept in files: a large one that changes seldom, and a small one of what has changed since. */
export interface KeptIndex {
  readonly packed: PackedIndex;
  /** The numbers of its papers that are there no more. */
  readonly hidden: readonly number[];
  /** The papers that came since. */
  readonly papers: readonly Paper[];
}

/** The small file of a kept index. */
export interface KeptChanges extends Omit<KeptIndex, 'packed'> {
  /** What the large one is called. */
  readonly packedName: string;
  /** What all files of the library held, by their checksums. */
  readonly contents: string;
}

/** The name of an index that differs from the names of others, by its checksum. */
export function packedName({ buffer }: PackedIndex): string {
  const [, checksum = 0, , length = 0] = new Uint32Array(buffer, 0, 4);
  return `${checksum.toString(16)}-${length}`;
}

/**
 * Writes the small file.
 * @param stamp what the index was made of, as far as can be told without reading it: it is discarded where that differs
 * @param contents what it was made of, to be compared once that has been read
 */
export function writeKeptChanges(
  { packed, hidden, papers }: KeptIndex,
  stamp: string,
  contents: string,
): Uint8Array<ArrayBuffer> {
  const changes: KeptChanges = { packedName: packedName(packed), contents, hidden, papers };
  const parts = [stampOf(stamp), JSON.stringify(changes)];
  return new Uint8Array(joinSections(parts.map((part) => new TextEncoder().encode(part))));
}

/** Reads the small file; nothing where it is damaged, of another version or another stamp. Never throws. */
export function readKeptChanges(buffer: ArrayBuffer, stamp: string): KeptChanges | undefined {
  const parts = splitSections(buffer, 2)?.map((part) => new TextDecoder().decode(part));
  if (parts?.[0] !== stampOf(stamp)) return undefined;
  return JSON.parse(parts[1]!) as KeptChanges; // the checksum says that it is what was written
}
