import { stringify } from 'yaml';
import { bestLink } from '../bestLink';
import type { Author, Paper, PaperType } from '../paper';
import { toOneLine } from '../text';
import { writeHayagrivaText } from './hayagrivaText';
import { personName } from './personName';

interface EntryKind {
  readonly type: string;
  readonly genre?: string;
  /** The type of the parent whose title is the venue, or the field that names it. */
  readonly venue: { readonly parent: string } | { readonly field: 'organization' | 'publisher' };
}

const kinds: Readonly<Record<PaperType, EntryKind>> = {
  article: { type: 'article', venue: { parent: 'misc' } },
  'article-journal': { type: 'article', venue: { parent: 'periodical' } },
  'paper-conference': { type: 'article', venue: { parent: 'proceedings' } },
  thesis: { type: 'thesis', venue: { field: 'organization' } },
  report: { type: 'report', venue: { field: 'organization' } },
  book: { type: 'book', venue: { field: 'publisher' } },
  chapter: { type: 'chapter', venue: { parent: 'book' } },
  software: { type: 'repository', venue: { field: 'publisher' } },
  dataset: { type: 'misc', genre: 'dataset', venue: { field: 'publisher' } },
  webpage: { type: 'web', venue: { parent: 'web' } },
  document: { type: 'misc', venue: { field: 'publisher' } },
};

/**
 * A paper as one entry of a hayagriva file, from its key to its last line break. It has no place for keywords, nor for
 * arXiv's classes, and its mathematics is Typst's: texts are plain.
 */
export function writeHayagriva(paper: Paper): string {
  const { type, genre, venue: place } = kinds[paper.type];
  const venue = writeHayagrivaText(toOneLine(paper.venue ?? ''));
  const parent = 'parent' in place ? { type: place.parent, ...(venue !== '' && { title: venue }) } : undefined;
  const needsParent = venue !== '' || paper.type === 'article-journal' || paper.type === 'paper-conference';
  const serial = { ...(paper.doi && { doi: paper.doi }), ...(paper.arxiv && { arxiv: paper.arxiv }) };
  const url = bestLink({ links: paper.links.filter(({ kind }) => kind !== 'doi') });
  const entry = {
    type,
    title: writeHayagrivaText(toOneLine(paper.title)),
    ...(paper.authors.length > 0 && { author: paper.authors.map(person) }),
    ...(paper.editors && { editor: paper.editors.map(person) }),
    ...(paper.year !== undefined && { date: date(paper.year, paper.month) }),
    ...('field' in place && venue !== '' && { [place.field]: venue }),
    ...(genre && { genre }),
    ...(Object.keys(serial).length > 0 && { 'serial-number': serial }),
    ...(url !== undefined && { url }),
    ...(paper.abstract !== '' && { abstract: writeHayagrivaText(paper.abstract) }),
    ...(parent && needsParent && { parent }),
  };
  return stringify(new Map([[toOneLine(paper.key), entry]]), { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A string where that reads as the same name, else the parts. */
function person({ given, family }: Author): string | Readonly<Record<string, string>> {
  const last = toOneLine(family);
  const first = toOneLine(given ?? '');
  const written = first === '' ? last : `${last}, ${first}`;
  const read = personName(written);
  if (read?.family === last && (read.given ?? '') === first) return written;
  return { name: last, ...(first !== '' && { 'given-name': first }) };
}

function date(year: number, month: number | undefined): string | number {
  if (month === undefined && year >= 1000 && year <= 9999) return year;
  const digits = (number: number, count: number): string => `${number}`.padStart(count, '0');
  return month === undefined ? digits(year, 4) : `${digits(year, 4)}-${digits(month, 2)}`;
}
