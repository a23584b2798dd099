import { normalizeArxiv, normalizeDoi } from '../identifiers';
import type { PaperType } from '../paper';
import { cslDate } from './cslDate';
import { cslTypes } from './cslTypes';
import { frontMatter } from './frontMatter';
import { htmlText } from './htmlText';
import type { LibraryFormat } from './libraryFormat';
import { looksLikeCsl } from './looksLikeCsl';
import { markedText } from './markedText';
import { otherFields } from './otherFields';
import { dateOf, type PublicationDate, publicationDate } from './publicationDate';
import { readRecords } from './readRecords';
import type { RecordParts } from './recordParts';
import { isFields, listOf, textOf, type UnknownFields } from './unknownValue';
import { wikilinkNames } from './wikilinkNames';
import { writtenNames } from './writtenNames';
import { yamlFields } from './yamlFields';
import { zoteroTypes } from './zoteroTypes';

/**
 * A Markdown note about one paper, which its front matter describes, as templates for Obsidian and Zettlr write it:
 * those of Zotero Integration (github.com/mgmeyers/obsidian-zotero-integration, docs/Templating.md), of Citations
 * (github.com/hans/obsidian-citation-plugin) and of BibLib, which is CSL (callumalpass.github.io/obsidian-biblib). Only
 * the front matter is read. Templates name their fields as they like: case, spaces, hyphens and underscores do not count.
 */
export const literatureNote: LibraryFormat = {
  id: 'literature-note',

  detect(path, head) {
    if (!/\.(?:md|markdown)$/iu.test(path)) return false;
    const matter = frontMatter(head);
    if (matter === undefined || !telling.test(matter)) return false;
    const { item } = yamlFields(matter);
    return isFields(item?.value) && isLiterature(item.value);
  },

  parse(text) {
    const { item, problems } = yamlFields(frontMatter(text) ?? '');
    return readRecords(item ? [item] : [], readNote, problems);
  },
};

// Saves parsing the front matter of all the other notes.
const telling = /key|alias|doi|arxiv|eprint|issued/iu;

const keyFields = ['citekey', 'citationkey', 'bibtexkey'];
const authorFields = ['authors', 'author', 'creators'];
const editorFields = ['editors', 'editor'];
const typeFields = ['itemtype', 'type', 'entrytype'];
const journalFields = ['journal', 'journaltitle', 'publicationtitle'];
const proceedingsFields = ['booktitle', 'proceedingstitle', 'proceedings', 'conference', 'conferencename'];
const containerFields = ['containertitle', 'publication', 'venue'];
const publisherFields = ['publisher', 'institution', 'university', 'school'];
const dateFields = ['issued', 'publicationdate', 'datepublished', 'published', 'date'];
const arxivFields = ['arxiv', 'arxivid', 'eprint', 'archiveid'];
const tagFields = ['tags', 'tag'];
const keywordFields = ['keywords', 'keyword', 'zoterotags', 'alltags'];

// What a record says in its own words; every other field is kept as it is.
const known = new Set([
  ...keyFields, ...authorFields, ...editorFields, ...typeFields, ...dateFields, ...arxivFields, ...tagFields,
  ...keywordFields, 'title', 'abstract', 'abstractnote', 'year', 'month', 'doi', 'url',
]); // prettier-ignore
const venueFields = [...journalFields, ...proceedingsFields, ...containerFields, ...publisherFields];

/** The values of a note's fields, by folded names. */
class NoteFields {
  readonly #values = new Map<string, unknown>();

  constructor(item: UnknownFields) {
    for (const [name, value] of Object.entries(item)) {
      const folded = foldedName(name);
      // Templates leave empty what they do not know, and users fill it in under another name.
      if (listOf(this.#values.get(folded)).every((one) => one === '')) this.#values.set(folded, value);
    }
  }

  /** The value of the first of these fields that says something. */
  value(...names: readonly string[]): unknown {
    return names.map((name) => this.#values.get(name)).find((value) => value !== undefined && value !== '');
  }

  text(...names: readonly string[]): string | undefined {
    return names.map((name) => textOf(this.#values.get(name))).find((text) => text !== undefined);
  }
}

function foldedName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/gu, '');
}

/** Whether a note is about a paper: it names a citation key, or has what nobody writes about anything else. */
function isLiterature(item: UnknownFields): boolean {
  const fields = new NoteFields(item);
  if (keyIn(fields, keyFields) !== undefined || looksLikeCsl(item)) return true;
  if (fields.text('title') === undefined) return false;
  const isIdentified =
    normalizeDoi(fields.text('doi') ?? '') !== undefined ||
    [...arxivFields, 'doi', 'url'].some((name) => normalizeArxiv(fields.text(name) ?? '') !== undefined);
  const hasAuthors = writtenNames(fields.value(...authorFields)).names.length > 0;
  return hasAuthors && (isIdentified || aliasKey(fields) !== undefined);
}

/** A key as people write it: bare, with the `@` of a citation, as a wikilink. Not what a template has in its place. */
function keyIn(fields: NoteFields, names: readonly string[]): string | undefined {
  return names.map((name) => keyOf(fields.value(name))).find((key) => key !== undefined);
}

function keyOf(value: unknown): string | undefined {
  const text = textOf(listOf(value).flat()) ?? '';
  return /^(?:\[?@)?([^\s{}[\]"\\#%,@]+)\]?$/u.exec(wikilinkNames(text)[0] ?? text)?.[1];
}

/** Citations gives its notes the citation as another name. */
function aliasKey(fields: NoteFields): string | undefined {
  return listOf(fields.value('aliases', 'alias'))
    .map((alias) => textOf(alias) ?? '')
    .map((alias) => (alias.startsWith('@') ? keyOf(alias) : undefined))
    .find((key) => key !== undefined);
}

function readNote(item: UnknownFields): RecordParts {
  const fields = new NoteFields(item);
  const title = fields.text('title') ?? '';
  const abstract = fields.text('abstract', 'abstractnote') ?? '';
  const authors = writtenNames(fields.value(...authorFields));
  const venue = linkedText(fields.value(...venueFields));
  const arxivs = arxivFields.map((name) => fields.text(name));
  const key = keyIn(fields, keyFields) ?? aliasKey(fields) ?? (looksLikeCsl(item) ? fields.text('id') : undefined);
  const venueField = venueFields.find((name) => fields.value(name) !== undefined) ?? '';
  return {
    key,
    type: typeOf(fields, venueField, arxivs),
    title: markedText(htmlText(title)),
    abstract: markedText(htmlText(abstract)),
    source: { title, abstract },
    authors: authors.names,
    andOthers: authors.andOthers,
    editors: writtenNames(fields.value(...editorFields)).names,
    date: dateIn(fields),
    venue: venue === undefined ? undefined : htmlText(venue),
    dois: [fields.text('doi')],
    arxivs,
    notes: [fields.text('extra'), fields.text('note'), fields.text('number')],
    urls: listOf(fields.value('url')).map(textOf),
    keywords: [
      ...tagFields.flatMap((name) => listed(fields.value(name), /[,;\s]+/u)).map((tag) => tag.replace(/^#/u, '')),
      ...keywordFields.flatMap((name) => listed(fields.value(name), /[,;]/u)),
    ],
    fields: otherFields(item, (name) => known.has(foldedName(name)) || foldedName(name) === venueField),
  };
}

function typeOf(fields: NoteFields, venueField: string, arxivs: readonly (string | undefined)[]): PaperType {
  const isJournal = journalFields.includes(venueField);
  for (const name of typeFields) {
    const type = fields.text(name)?.toLowerCase() ?? '';
    // An article is a preprint to CSL, and of a journal to BibTeX.
    if (type === 'article' && isJournal) return 'article-journal';
    const named = zoteroTypes.get(type) ?? cslTypes.get(type) ?? bibTeXTypes.get(type);
    if (named !== undefined) return named;
  }
  if (isJournal) return 'article-journal';
  if (proceedingsFields.includes(venueField)) return 'paper-conference';
  const isArxiv = [...arxivs, fields.text('doi'), fields.text('url')].some(
    (text) => normalizeArxiv(text ?? '') !== undefined,
  );
  return isArxiv ? 'article' : 'document';
}

const bibTeXTypes: ReadonlyMap<string, PaperType> = new Map([
  ['inproceedings', 'paper-conference'],
  ['conference', 'paper-conference'],
  ['incollection', 'chapter'],
  ['inbook', 'chapter'],
  ['phdthesis', 'thesis'],
  ['mastersthesis', 'thesis'],
  ['techreport', 'report'],
  ['online', 'webpage'],
]);

/** The year counts before all dates, one of which may be the note's own; a date of that year has the month. */
function dateIn(fields: NoteFields): PublicationDate {
  const year = dateOf(publicationDate(fields.text('year') ?? '').year, fields.text('month'));
  const dates = dateFields.map((name) => cslDate(fields.value(name)));
  if (year.month !== undefined) return year;
  return dates.find((date) => date.year !== undefined && (year.year === undefined || date.year === year.year)) ?? year;
}

function linkedText(value: unknown): string | undefined {
  const text = textOf(listOf(value).flat());
  return wikilinkNames(text ?? '')[0] ?? text;
}

function listed(value: unknown, separator: RegExp): readonly string[] {
  const texts = Array.isArray(value) ? value.flat() : (textOf(value) ?? '').split(separator);
  return texts.map((one) => linkedText(one)?.trim() ?? '');
}
