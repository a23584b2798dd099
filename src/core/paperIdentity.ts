import { normalizeArxiv, normalizeDoi } from './identifiers';
import type { PaperRecord } from './paper';
import { foldDiacritics } from './text';

/** What tells whether two records are of the same paper, spelled so that equal things are equal. */
export interface PaperIdentity {
  /** Bare and in lower case; never arXiv's own, which is an arXiv id. */
  readonly doi?: string;
  /** Bare, without version. */
  readonly arxiv?: string;
  /** Letters and digits of the title; empty where it has none. */
  readonly title: string;
  /** Letters of the first author's family name without particles, else of the first editor's; empty without either. */
  readonly family: string;
  readonly year?: number;
  readonly abstract: string;
}

const beyondAscii = /[^\0-\x7f]/;
const arxivDoi = /^10\.48550\/arxiv\./;
const particles = new Set(
  'af al av bin da de del della den der di dos du el ibn la le ten ter van von zu zum zur'.split(' '),
);

export function paperIdentity(record: PaperRecord): PaperIdentity {
  const doi = record.doi === undefined ? undefined : normalizeDoi(record.doi);
  const isArxivDoi = doi !== undefined && arxivDoi.test(doi);
  const arxiv =
    (record.arxiv === undefined ? undefined : normalizeArxiv(record.arxiv)) ??
    (isArxivDoi ? normalizeArxiv(doi) : undefined);
  return {
    ...(doi !== undefined && !isArxivDoi && { doi }),
    ...(arxiv !== undefined && { arxiv }),
    title: comparable(record.title),
    family: familyName((record.authors[0] ?? record.editors?.[0])?.family ?? ''),
    ...(record.year !== undefined && { year: record.year }),
    abstract: record.abstract,
  };
}

/** Letters and digits alone, in lower case and without diacritics: `KV-Cache: Häse` → `kvcachehase`. */
export function comparable(text: string): string {
  if (!beyondAscii.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return foldDiacritics(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `Van den Broeck` and `Broeck` are the same name, but `Le` alone is whole. */
function familyName(family: string): string {
  const words = family.split(/[\s,~]+/u).filter((word) => word !== '');
  const first = words.findIndex((word, at) => at === words.length - 1 || !particles.has(word.toLowerCase()));
  return comparable(words.slice(Math.max(first, 0)).join(''));
}
