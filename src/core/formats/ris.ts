import type { Author, PaperType } from '../paper';
import type { Problem } from '../problem';
import { htmlText } from './htmlText';
import type { LibraryFormat } from './libraryFormat';
import { markedText } from './markedText';
import { personName } from './personName';
import { type PublicationDate, publicationDate } from './publicationDate';
import { readRecords } from './readRecords';
import { computingResearchRepository, type RecordParts } from './recordParts';
import { risRecords } from './risRecords';
import { risTypes } from './risTags';
import { listOf, textOf, type UnknownFields } from './unknownValue';

/**
 * RIS: a line a field, `TY` first and `ER` last, authors each on a line of their own. Tags are read as Zotero reads
 * them (github.com/zotero/translators/RIS.js), for each publisher spells them in its own way.
 */
export const ris: LibraryFormat = {
  id: 'ris',

  detect(path, head) {
    return /\.ris$/iu.test(path) || (/\.txt$/iu.test(path) && /^\uFEFF?\s*TY {1,2}- {0,2}[A-Z]{3,8}\s*$/mu.test(head));
  },

  parse(text) {
    const { items, problems } = risRecords(text);
    const unknown: Problem[] = items.flatMap(({ value: { TY: [type = ''] = [] }, line, column }) =>
      risTypes.has(type.toUpperCase())
        ? []
        : [
            {
              code: 'unknown-type',
              severity: 'warning',
              message: `RIS knows no type “${type.slice(0, 60)}”.`,
              line,
              column,
            },
          ],
    );
    return readRecords(items, readRecord, [...problems, ...unknown]);
  },
};

const published: ReadonlySet<PaperType> = new Set(['thesis', 'report', 'software', 'dataset', 'document']);

function readRecord(record: UnknownFields): RecordParts {
  const first = (...tags: readonly string[]): string | undefined => {
    for (const tag of tags) {
      const value = listOf(record[tag])
        .map(textOf)
        .find((text) => text !== undefined);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const all = (...tags: readonly string[]): readonly string[] =>
    tags.flatMap((tag) => listOf(record[tag])).map((value) => textOf(value) ?? '');

  const type = risTypes.get(first('TY')?.toUpperCase() ?? '') ?? 'document';
  const isBook = type === 'book';
  const source = { title: first('TI', 'T1', 'CT', ...(isBook ? ['BT'] : [])) ?? '', abstract: first('AB', 'N2') ?? '' };
  // In whole books the secondary title is a series.
  const container = isBook ? undefined : first('T2', 'JO', 'JF', 'BT', 'C3', 'JA', 'J2', 'J1');
  const venue = published.has(type) || isBook ? (first('PB') ?? container) : (container ?? first('PB'));
  return {
    key: first('ID'),
    type,
    title: markedText(htmlText(source.title)),
    abstract: markedText(htmlText(source.abstract)),
    source,
    authors: names(all('AU', 'A1')),
    editors: names(all('ED', ...(isBook ? ['A3'] : []), ...(isPart.has(type) ? ['A2'] : []))),
    date: dateOf(first('PY', 'Y1'), first('DA')),
    venue: venue === undefined ? undefined : htmlText(venue),
    dois: all('DO', 'DI', 'M3', 'L3'),
    arxivs: [
      ...all('AN', 'M1', 'M3').filter((text) => /^arxiv:/iu.test(text)),
      computingResearchRepository(first('VL')),
    ],
    notes: all('N1', 'M1', 'M2'),
    urls: all('UR', 'LK', 'L2', 'L1').flatMap((text) => text.split(/;\s+|\s+(?=https?:)/u)),
    keywords: all('KW').flatMap((text) => text.split(/[;\n]/u)),
  };
}

/** Types whose second authors are editors. */
const isPart: ReadonlySet<PaperType> = new Set(['chapter', 'paper-conference', 'article-journal']);

function names(texts: readonly string[]): readonly Author[] {
  return texts.map(personName).filter((author) => author !== undefined);
}

/** `PY` is often only a year where `DA` says more. */
function dateOf(year: string | undefined, date: string | undefined): PublicationDate {
  const published = publicationDate(year ?? '');
  const full = publicationDate(date ?? '');
  return published.year === undefined || (published.month === undefined && full.year === published.year)
    ? full
    : published;
}
