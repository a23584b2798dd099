import type { EntryInsertion, NewEntry } from './bibliographyFormat';
import { keyOrder, keysBefore } from './keyOrder';

/**
 * The insertions that put entries among those of a file: each in its place where the keys of the file are sorted, else
 * behind the last one.
 * @param keys those of the file that entries can be put behind, in its order
 * @param place puts texts of entries behind so many of the file's
 */
export function insertInOrder(
  keys: readonly string[],
  entries: readonly NewEntry[],
  write: (entry: NewEntry) => string,
  place: (before: number, texts: readonly string[]) => EntryInsertion,
): readonly EntryInsertion[] {
  const order = keyOrder(keys);
  const sorted = order ? entries.toSorted((one, other) => order(one.key, other.key)) : entries;
  const places = new Map<number, string[]>();
  for (const entry of sorted) {
    const before = keysBefore(keys, order, entry.key);
    places.set(before, [...(places.get(before) ?? []), write(entry)]);
  }
  return [...places].sort(([one], [other]) => one - other).map(([before, texts]) => place(before, texts));
}
