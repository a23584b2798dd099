import { bestLink } from '../bestLink';
import type { Author, Paper, PaperType } from '../paper';
import { toOneLine } from '../text';

/** A CSL item, its variables in the order in which Zotero writes them. */
export type CslItem = Readonly<Record<string, unknown>>;

const published: ReadonlySet<PaperType> = new Set(['thesis', 'report', 'book', 'software', 'dataset', 'document']);

/**
 * A paper as a CSL item (csl-data.json), its arXiv id where Zotero keeps it: in the address, a preprint's `number`, and
 * with its class in the note.
 * @param write gives a text in the markup of the file, from its plain form and, where it has mathematics, the one with TeX
 */
export function cslItemOf(paper: Paper, write: (plain: string, marked?: string) => string): CslItem {
  const { arxiv, markup: marked } = paper;
  const url = bestLink({ links: paper.links.filter(({ kind }) => kind !== 'doi') });
  const venue = toOneLine(paper.venue ?? '');
  const item: CslItem = {
    id: toOneLine(paper.key),
    type: paper.type,
    title: write(paper.title, marked?.title),
    author: paper.authors.map(nameOf),
    editor: (paper.editors ?? []).map(nameOf),
    issued: paper.year === undefined ? undefined : { 'date-parts': [dateParts(paper.year, paper.month)] },
    [published.has(paper.type) ? 'publisher' : 'container-title']: write(venue),
    number: arxiv !== undefined && paper.type === 'article' ? `arXiv:${arxiv}` : undefined,
    DOI: paper.doi,
    URL: url,
    abstract: write(paper.abstract, marked?.abstract),
    keyword: (paper.keywords ?? []).map(toOneLine).join(', '),
    note: arxiv !== undefined && paper.primaryClass ? `arXiv:${arxiv} [${toOneLine(paper.primaryClass)}]` : undefined,
  };
  const written = Object.entries(item).filter(
    ([, value]) => value !== undefined && value !== '' && !isEmptyList(value),
  );
  return Object.fromEntries(written);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function dateParts(year: number, month: number | undefined): readonly number[] {
  return month === undefined ? [year] : [year, month];
}

function nameOf({ given, family }: Author): CslItem {
  const last = toOneLine(family);
  return given === undefined ? { literal: last } : { family: last, given: toOneLine(given) };
}
