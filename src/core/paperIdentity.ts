import { normalizeArxiv, normalizeDoi } from './identifiers';
import type { PaperRecord } from './paper';
import { foldDiacritics } from './text';

/** What tells whether two records are of the same paper, spelled so that equal things are equal. */
export interface PaperIdentity {
  /** Bare and in lower case; never arXiv's own, which is an arXiv id. */
  readonly doi?: string;
  /** Bare, without version. */
  readonly arxiv?: string;
  /** Letters and digits of the title, with whatever else it takes to tell the work by it; empty where it has none. */
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
    title: tellingTitle(record),
    family: familyName((record.authors[0] ?? record.editors?.[0])?.family ?? ''),
    ...(record.year !== undefined && { year: record.year }),
    abstract: record.abstract,
  };
}

const programmingLanguages = /\b([cf])(\+\+|#)/gi;

// What one author calls many works: only where it was published tells which of them is meant.
const commonTitles = new Set(
  (
    'introduction introductiontothespecialissue preface foreword afterword prologue epilogue editorial guesteditorial ' +
    'editorialnote editorsnote fromtheeditor conclusion conclusions discussion summary appendix contents bookreview ' +
    'bookreviews review letter lettertotheeditor comment reply response rejoinder erratum corrigendum correction ' +
    'einleitung einfuhrung vorwort nachwort avantpropos introduccion prologo'
  ).split(' '),
);

/** `Numerical Recipes in C` is not the one in C++, nor is a book's second volume the first, a chapter another. */
function tellingTitle({ title, type, venue, year, fields = {} }: PaperRecord): string {
  const whole = comparable(
    title.replace(
      programmingLanguages,
      (_, letter: string, sign: string) => letter + (sign === '#' ? 'sharp' : 'plus'),
    ),
  );
  const { chapter, series, volume } = fields;
  if (commonTitles.has(whole)) {
    const { issue, number = issue, page, pages = page } = fields;
    return [whole, ...[venue, year, volume, number, chapter, pages].map((one) => comparable(`${one ?? ''}`))].join(' ');
  }
  // In a series, books are numbered that have nothing else in common.
  const part = type === 'book' && series === undefined ? (volume ?? chapter) : chapter;
  return whole === '' || part === undefined ? whole : `${whole} ${comparable(part)}`;
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
