import type { LibraryPaper } from '../../paper';
import type { FieldName } from './searchFields';
import type { ValueColumn } from './valueColumn';

/** Papers that follow one another in a library, and what they have in single fields, as far as that was asked for. */
export interface PaperChunk {
  /** The position of the first. */
  readonly start: number;
  readonly papers: readonly LibraryPaper[];
  readonly columns: Map<FieldName, ValueColumn>;
}

/** On average; a power of two. */
const chunkSize = 1024;
const longestChunk = 8 * chunkSize;

/**
 * Cuts a library into pieces of about a thousand papers. Where one ends depends on the papers around alone, so that of
 * a library that has changed most pieces stay what they were, wherever papers came or went.
 * @param before the pieces of the library as it was: those that are the same are taken over, but for `renewed` fields
 */
export function paperChunks(
  papers: readonly LibraryPaper[],
  before: readonly PaperChunk[],
  renewed: readonly FieldName[],
): readonly PaperChunk[] {
  const known = new Map(before.map((chunk) => [chunk.papers[0], chunk]));
  const chunks: PaperChunk[] = [];
  for (let start = 0, end = 0; start < papers.length; start = end) {
    do end++;
    while (end < papers.length && end - start < longestChunk && !isFirst(papers[end]!));
    const old = known.get(papers[start]);
    const isSame = old?.papers.length === end - start && old.papers.every((paper, i) => paper === papers[start + i]);
    const columns = isSame ? old.columns : new Map<FieldName, ValueColumn>();
    for (const field of renewed) columns.delete(field);
    chunks.push({ start, papers: isSame ? old.papers : papers.slice(start, end), columns });
  }
  return chunks;
}

/** Whether a piece begins with a paper: by chance, but for the same paper always. */
function isFirst({ id }: LibraryPaper): boolean {
  let hash = 0;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) + 1;
  return ((hash ^ (hash >>> 15)) & (chunkSize - 1)) === 0;
}
