import { normalizePaperId } from '../core/identifiers';
import type { Paper, PaperId } from '../core/paper';

/** Where papers come from by id. */
export interface PaperSource {
  /** Whole records in the order of the ids; unknown ids give `undefined`. */
  papers(ids: readonly PaperId[]): Promise<readonly (Paper | undefined)[]>;
  /** BibTeX entries, one after another. Unknown ids are left out. */
  bibTeX(ids: readonly PaperId[]): Promise<string>;
}

/** The papers asked for, each once, or the first id that names none. */
export type FoundPapers =
  { readonly kind: 'papers'; readonly papers: readonly Paper[] } | { readonly kind: 'unknown'; readonly id: PaperId };

/** Finds papers by their ids, also where those differ in case or name a version. */
export async function findPapers(source: Pick<PaperSource, 'papers'>, ids: readonly PaperId[]): Promise<FoundPapers> {
  const found = await source.papers([...ids, ...ids.map(normalizePaperId)]);
  const papers = new Map<PaperId, Paper>();
  for (const [index, id] of ids.entries()) {
    const paper = found[index] ?? found[ids.length + index];
    if (!paper) return { kind: 'unknown', id };
    papers.set(paper.id, paper);
  }
  return { kind: 'papers', papers: [...papers.values()] };
}
