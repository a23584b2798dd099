import { bestLink } from '../bestLink';
import type { Author, Paper } from '../paper';
import { toOneLine } from '../text';
import { fullVenueName } from '../venueNames';
import { asciiTeX } from './asciiTeX';
import { escapeTeX, texTitle } from './texText';

/** A field's name and its value as it stands between braces: on one line, its braces balanced. */
export interface WrittenField {
  readonly name: string;
  readonly value: string;
  /** It is the name of an abbreviation and stands without braces: `month = jan`. */
  readonly isMacro?: true;
}

/** What an entry says, however it is laid out. */
export interface WrittenEntry {
  readonly type: string;
  readonly fields: readonly WrittenField[];
}

/** The two readings of a .bib file: by BibTeX itself, or by biber for the package biblatex. */
export type BibTeXDialect = 'bibtex' | 'biblatex';

export interface WritingOptions {
  readonly dialect: BibTeXDialect;
  /** Letters beyond ASCII are to be written as TeX's commands. */
  readonly ascii: boolean;
}

/**
 * A paper as the type and fields of a BibTeX entry. Words with inner capitals keep them; whatever TeX would read as a
 * command is escaped, but in addresses and ids, which keep their spelling. A published paper is what it was published
 * as, with its arXiv id beside; a preprint is `@misc`, as arXiv asks.
 */
export function bibTeXFields(
  paper: Paper,
  { ascii, dialect }: WritingOptions = { dialect: 'bibtex', ascii: false },
): WrittenEntry {
  const { type, venueField } = entryKind(paper);
  const fields: readonly Field[] = [
    ['title', texTitle(paper)],
    ['author', names(paper.authors, paper.andOthers)],
    ['editor', names(paper.editors ?? [])],
    [venueField, escapeTeX(fullVenueName(toOneLine(paper.venue ?? '')))],
    ...parts(paper),
    ['year', paper.year === undefined ? '' : `${paper.year}`],
    ...identifiers(paper),
  ];
  const written = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value: ascii ? asciiTeX(value) : value }));
  return { type, fields: dialect === 'biblatex' ? written.map(inBibLaTeX) : written };
}

// biblatex manual, "Entry fields" and "Field aliases".
const bibLaTeXNames: Readonly<Record<string, string>> = {
  journal: 'journaltitle',
  year: 'date',
  school: 'institution',
  archivePrefix: 'eprinttype',
  primaryClass: 'eprintclass',
};

function inBibLaTeX({ name, value }: WrittenField): WrittenField {
  return { name: bibLaTeXNames[name] ?? name, value: name === 'archivePrefix' ? value.toLowerCase() : value };
}

type Field = readonly [name: string, value: string];

/** The entry type, and which field names the venue. A type whose required venue is missing is `@misc`. */
function entryKind({ type, venue }: Paper): { readonly type: string; readonly venueField: string } {
  if (!venue) return { type: 'misc', venueField: 'howpublished' };
  switch (type) {
    case 'paper-conference':
      return { type: 'inproceedings', venueField: 'booktitle' };
    case 'article-journal':
      return { type: 'article', venueField: 'journal' };
    case 'thesis':
      return { type: 'phdthesis', venueField: 'school' };
    case 'report':
      return { type: 'techreport', venueField: 'institution' };
    case 'book':
      return { type: 'book', venueField: 'publisher' };
    case 'chapter':
      return { type: 'incollection', venueField: 'booktitle' };
    default:
      return { type: 'misc', venueField: 'howpublished' };
  }
}

/** What tells where in its venue a paper stands, as far as its source says so in plain words. */
function parts({ fields = {}, venue }: Paper): readonly Field[] {
  if (!venue) return [];
  const plain = (...names: readonly string[]): string =>
    names.map((name) => toOneLine(fields[name] ?? '')).find((value) => /^[\p{L}\p{N}\s.,:;()\-–—/]+$/u.test(value)) ??
    '';
  return [
    ['volume', plain('volume')],
    ['number', plain('number', 'issue')],
    ['pages', plain('pages', 'page').replace(/\s*[-–—]+\s*/gu, '--')],
    ['publisher', venue === fields['publisher'] ? '' : plain('publisher')],
  ];
}

function identifiers(paper: Paper): readonly Field[] {
  const arxiv: readonly Field[] = paper.arxiv
    ? [
        ['eprint', verbatim(paper.arxiv)],
        ['archivePrefix', 'arXiv'],
        ['primaryClass', verbatim(paper.primaryClass ?? '')],
      ]
    : [];
  const doi: readonly Field[] = [['doi', verbatim(paper.doi ?? '')]];
  const url: readonly Field[] = paper.arxiv || paper.doi ? [] : [['url', verbatim(bestLink(paper) ?? '')]];
  return [...arxiv, ...doi, ...url];
}

/** An address or id: spelt as it is, but for what would end the value or the line. */
function verbatim(text: string): string {
  return toOneLine(text).replace(/[\s{}\\]/gu, (character) => encodeURIComponent(character));
}

function names(authors: readonly Author[], andOthers = false): string {
  return authors
    .map((author, index) => name(author, index === authors.length - 1))
    .filter((written) => written !== '')
    .concat(andOthers && authors.length > 0 ? ['others'] : [])
    .join(' and ');
}

/** `Van den Broeck, Guy`; a name without parts in braces, so that BibTeX does not look for any: `{Google Research}`. */
function name({ given, family }: Author, isLast: boolean): string {
  const last = toOneLine(family);
  const first = toOneLine(given ?? '');
  if (last === '' && first === '') return '';
  if (first === '') return isLast && last === 'others' ? last : `{${escapeTeX(last)}}`;
  if (last === '') return `{${escapeTeX(first)}}`;
  return `${namePart(last)}, ${namePart(first)}`;
}

function namePart(part: string): string {
  const escaped = escapeTeX(part);
  return /,|\band\b/iu.test(part) ? `{${escaped}}` : escaped;
}
