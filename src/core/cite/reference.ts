import { authorsLabel } from '../labels';
import type { Paper } from '../paper';
import { toOneLine } from '../text';

// Nobody's title is longer; a hostile one must not bury the file it is cited in.
const longestPart = 1000;

/**
 * A paper as one line of plain text, for comments: `Dao et al. (2022). FlashAttention: …. arXiv:2205.14135`.
 * What it ends in is the arXiv id, else the DOI, else the first link, else nothing.
 */
export function reference(paper: Paper): string {
  const title = part(paper.title);
  const who = part(authorsLabel(paper) || authorsLabel({ authors: paper.editors ?? [] }));
  const year = `(${paper.year ?? 'n.d.'}).`;
  const sentences = who ? [who, year, endSentence(title)] : [title, year];
  return [...sentences, part(tail(paper))].filter(Boolean).join(' ');
}

function tail(paper: Paper): string {
  if (paper.arxiv) return `arXiv:${paper.arxiv}`;
  if (paper.doi) return `doi:${paper.doi}`;
  return paper.links[0]?.url ?? '';
}

function endSentence(title: string): string {
  return title === '' || /[.?!…。？！]["'”’»]?$/u.test(title) ? title : `${title}.`;
}

function part(text: string): string {
  const line = toOneLine(text);
  return line.length > longestPart ? `${line.slice(0, longestPart).toWellFormed()}…` : line;
}
