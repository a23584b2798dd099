import { readFileSync } from 'node:fs';
import type { Paper } from '../../src/core/paper';
import { PaperIndex } from '../../src/core/search/paperIndex';

/** The papers that come with Paperside. */
export const corpus = JSON.parse(readFileSync('corpus/papers.json', 'utf8')) as readonly Paper[];

export async function indexOf(papers: readonly Paper[]): Promise<PaperIndex> {
  const index = new PaperIndex();
  await index.update([], papers);
  return index;
}

/** A paper that has what the test names, and nothing else. */
export function paper(id: string, parts: Partial<Paper> = {}): Paper {
  const { title = '', abstract = '' } = parts;
  return {
    id,
    key: id,
    title,
    abstract,
    source: { title, abstract },
    authors: [],
    type: 'article',
    topics: [],
    links: [],
    ...parts,
  };
}
