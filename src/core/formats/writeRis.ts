import { bestLink } from '../bestLink';
import type { Author, Paper, PaperType } from '../paper';
import { toOneLine } from '../text';
import { writeHtmlText } from './htmlText';
import { writeMarkedText } from './markedText';
import { personName } from './personName';

const kinds: Readonly<Record<PaperType, { readonly type: string; readonly venue: 'T2' | 'PB' }>> = {
  article: { type: 'UNPB', venue: 'T2' },
  'article-journal': { type: 'JOUR', venue: 'T2' },
  'paper-conference': { type: 'CPAPER', venue: 'T2' },
  thesis: { type: 'THES', venue: 'PB' },
  report: { type: 'RPRT', venue: 'PB' },
  book: { type: 'BOOK', venue: 'PB' },
  chapter: { type: 'CHAP', venue: 'T2' },
  software: { type: 'COMP', venue: 'PB' },
  dataset: { type: 'DATA', venue: 'PB' },
  webpage: { type: 'ELEC', venue: 'T2' },
  document: { type: 'GEN', venue: 'PB' },
};

/** A paper as one RIS record, from `TY` to the line break behind `ER`. */
export function writeRis(paper: Paper): string {
  const { type, venue } = kinds[paper.type];
  const text = (plain: string, markup: string | undefined): string => writeHtmlText(writeMarkedText(plain, markup));
  const { arxiv, primaryClass, year, month, markup } = paper;
  const fields: readonly (readonly [tag: string, value: string])[] = [
    ['TY', type],
    ['ID', toOneLine(paper.key)],
    ['TI', toOneLine(text(paper.title, markup?.title))],
    ...paper.authors.map((author) => ['AU', name(author)] as const),
    ...(paper.editors ?? []).map((editor) => ['ED', name(editor)] as const),
    ['PY', year === undefined ? '' : digits(year, 4)],
    ['DA', year === undefined || month === undefined ? '' : `${digits(year, 4)}/${digits(month, 2)}`],
    [venue, toOneLine(writeHtmlText(paper.venue ?? ''))],
    ['DO', paper.doi ?? ''],
    ['AN', arxiv === undefined ? '' : `arXiv:${arxiv}`],
    ['N1', arxiv === undefined || !primaryClass ? '' : `arXiv:${arxiv} [${toOneLine(primaryClass)}]`],
    ['UR', bestLink({ links: paper.links.filter(({ kind }) => kind !== 'doi') }) ?? ''],
    ['AB', text(paper.abstract, markup?.abstract).split('\n\n').map(toOneLine).join('\n\n  ')],
    ...(paper.keywords ?? []).map((keyword) => ['KW', toOneLine(keyword)] as const),
  ];
  const written = fields.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}\n`);
  return `${written.join('')}ER  - \n`;
}

/** Commas part a name, so its parts lose theirs; one behind a whole name keeps it whole. */
function name({ given, family }: Author): string {
  const last = toOneLine(family.replaceAll(',', ' '));
  const first = toOneLine((given ?? '').replaceAll(',', ' '));
  if (first !== '') return `${last}, ${first}`;
  return personName(last)?.family === last ? last : `${last},`;
}

function digits(number: number, count: number): string {
  return `${number}`.padStart(count, '0');
}
