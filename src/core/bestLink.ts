import type { Paper } from './paper';

/** The address to send somebody to: the paper's arXiv page, else its DOI, else its first link; `undefined` without any. */
export function bestLink({ links }: Pick<Paper, 'links'>): string | undefined {
  const best = links.find(({ kind }) => kind === 'arxiv') ?? links.find(({ kind }) => kind === 'doi') ?? links[0];
  return best?.url;
}
