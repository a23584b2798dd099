import type { PaperRow } from '../core/paper';
import { toOneLine } from '../core/text';

/** A longer title would only cost drawing time: no row is this wide. */
const longestLabel = 300;

/** Text of a paper as a row may show it: one line, of bounded length. */
export function rowLabel(text: string): string {
  // Cut before cleaning, so that a title of a megabyte costs nothing; twice the length, as cleaning shortens.
  const line = toOneLine(text.slice(0, 2 * longestLabel));
  return line.length > longestLabel ? `${line.slice(0, longestLabel - 1).toWellFormed()}…` : line;
}

/** Who and when: `Dao et al., 2022`. */
export function byline(row: PaperRow): string {
  return [row.authors, row.year].filter((part) => part !== undefined && part !== '').join(', ');
}

/** Rows read `$(name)` as an icon unless a backslash stands before it. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
