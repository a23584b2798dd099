import type { PaperRecord } from '../../paper';
import type { MarkedText } from '../markedText';
import { dateOf, publicationDate } from '../publicationDate';
import { computingResearchRepository, paperRecordOf } from '../recordParts';
import { bibTeXNames } from './bibTeXNames';
import { bibTeXProse, bibTeXText, verbatimText } from './bibTeXText';
import { entryKind } from './entryKind';
import { splitOutsideBraces } from './splitOutsideBraces';

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] };

/** Entries that are no works: containers of fields, and sets of other entries. */
export const auxiliaryTypes: ReadonlySet<string> = new Set(['xdata', 'set']);

// What a record says in its own words; every other field is kept as it is.
const known = new Set(
  (
    'title subtitle author editor year month date abstract doi eprint eprinttype archiveprefix eprintclass primaryclass ' +
    'arxivid keywords keyword groups ids crossref xdata url'
  ).split(' '),
);

/**
 * The paper that an entry is about.
 * @param fields the entry's fields and what it inherits, by names in lower case
 * @param groups the groups that the file puts it in elsewhere than in the entry
 */
export function bibTeXRecord(
  type: string,
  key: string,
  fields: ReadonlyMap<string, string>,
  groups: Iterable<string> = [],
): PaperRecord {
  const kind = entryKind(type);
  const field = (name: string): string | undefined => fields.get(name);
  const verbatim = (name: string): string | undefined => {
    const value = fields.get(name);
    return value === undefined ? undefined : verbatimText(value);
  };
  const venueField = kind.venue.find((name) => fields.get(name)?.trim());
  const written = venueField === undefined ? '' : fields.get(venueField)!;
  const venueIsAddress = /^\s*(?:\\url\s*)?\{*\s*https?:\/\//iu.test(written);
  const authors = bibTeXNames(field('author') ?? '');
  const inRepository = /^\s*CoRR\b/u.test(written) ? computingResearchRepository(field('volume')?.trim()) : undefined;
  const isArxiv = /^arxiv$/iu.test((field('eprinttype') ?? field('archiveprefix') ?? 'arxiv').trim());
  const record: Mutable<PaperRecord> = paperRecordOf({
    key: key === '' ? undefined : key,
    type: kind.type,
    title: titleOf(fields, key),
    abstract: bibTeXProse(field('abstract') ?? ''),
    source: { title: field('title') ?? '', abstract: field('abstract') ?? '' },
    authors: authors.names,
    editors: bibTeXNames(field('editor') ?? '').names,
    date: dateIn(field),
    venue: venueIsAddress ? undefined : bibTeXText(written).plain,
    dois: [verbatim('doi')],
    arxivs: [isArxiv ? verbatim('eprint') : undefined, verbatim('arxivid'), verbatim('arxiv'), inRepository].map(
      withoutClass,
    ),
    notes: [field('note')],
    urls: [verbatim('url'), venueIsAddress ? verbatimText(written) : undefined],
    keywords: keywordsIn(field('keywords') ?? field('keyword') ?? ''),
  });
  if (record.type === 'document' && record.arxiv !== undefined) record.type = 'article';
  const primaryClass = verbatim('eprintclass') ?? verbatim('primaryclass');
  if (isArxiv && record.arxiv !== undefined && primaryClass) record.primaryClass = primaryClass;
  if (authors.andOthers) record.andOthers = true;
  const inGroups = [...new Set([...listed(field('groups')), ...groups])];
  if (inGroups.length > 0) record.groups = inGroups;
  const aliases = listed(field('ids'));
  if (aliases.length > 0) record.aliases = aliases;
  const others = otherFields(fields, venueField);
  if (others) record.fields = others;
  return record;
}

/** What the record says nowhere else. */
function otherFields(fields: ReadonlyMap<string, string>, venueField: string | undefined): PaperRecord['fields'] {
  let others: Record<string, string> | undefined;
  for (const [name, value] of fields) {
    if (!known.has(name) && name !== venueField && name !== '__proto__') (others ??= {})[name] = value;
  }
  return others;
}

/** Title and subtitle; else what else names the work, and at last its key, so that it can be seen and mended. */
function titleOf(fields: ReadonlyMap<string, string>, key: string): MarkedText {
  const title = fields.get('title') ?? '';
  const subtitle = fields.get('subtitle') ?? '';
  const whole = bibTeXText(subtitle.trim() === '' ? title : `${title.trim().replace(/:$/u, '')}: ${subtitle}`);
  if (whole.plain !== '') return whole;
  const substitute = ['shorttitle', 'booktitle', 'maintitle', 'howpublished']
    .map((name) => bibTeXText(fields.get(name) ?? ''))
    .find(({ plain }) => plain !== '');
  return substitute ?? { plain: key || '(untitled)' };
}

function dateIn(field: (name: string) => string | undefined): ReturnType<typeof publicationDate> {
  const date = publicationDate(field('date') ?? '');
  if (date.year !== undefined) return date;
  return dateOf(publicationDate(bibTeXText(field('year') ?? '').plain).year, bibTeXText(field('month') ?? '').plain);
}

/** `1706.03762v5 [cs.CL]` */
function withoutClass(eprint: string | undefined): string | undefined {
  return eprint?.replace(/\s*\[[^\]]*\]\s*$/u, '');
}

/** Keywords stand between commas in BibLaTeX, between semicolons in the exports of many publishers. */
function keywordsIn(value: string): string[] {
  const bySemicolon = splitOutsideBraces(value, ';');
  const keywords = bySemicolon.length > 1 ? bySemicolon : splitOutsideBraces(value, ',');
  return keywords.map((keyword) => bibTeXText(keyword).plain);
}

function listed(value = ''): string[] {
  return splitOutsideBraces(value, ',').map((one) => bibTeXText(one).plain);
}
