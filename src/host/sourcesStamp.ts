import type { LibrarySource } from './librarySources';

/** Asking after more files than this takes longer than it saves. */
const mostSources = 500;

/**
 * Says in one text of which files a library is made, as they are now.
 * @param version of Paperside: another may read files otherwise
 * @returns nothing where a part of it is not known
 */
export async function sourcesStamp(version: string, sources: Iterable<LibrarySource>): Promise<string | undefined> {
  const all = [...sources];
  if (all.length > mostSources) return undefined;
  const stamps = await Promise.all(all.map((source) => source.stamp?.()));
  if (stamps.includes(undefined)) return undefined;
  const lines = all.map(({ kind, named, uri }, index) => JSON.stringify([uri, kind, named ?? false, stamps[index]]));
  return [version, ...lines.sort()].join('\n');
}
