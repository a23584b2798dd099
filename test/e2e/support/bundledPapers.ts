import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../../../src/core/paper';
import { folders } from '../../harness/folders.mjs';

/** The papers that come with Paperside. */
export const bundledPapers = JSON.parse(
  readFileSync(join(folders.root, 'corpus', 'papers.json'), 'utf8'),
) as readonly Paper[];

/** A paper that comes with Paperside, by its citation key. */
export function bundledPaper(key: string): Paper & { readonly topic: string } {
  const paper = bundledPapers.find((candidate) => candidate.key === key);
  if (!paper) throw new Error(`No bundled paper has the key ${key}.`);
  return { ...paper, topic: paper.topics[0]! };
}
