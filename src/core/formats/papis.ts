import type { PaperType } from '../paper';
import type { Problem } from '../problem';
import { bibTeXProse } from './bibtex/bibTeXText';
import { type EntryKind, entryKind } from './bibtex/entryKind';
import { htmlText } from './htmlText';
import type { LibraryFormat } from './libraryFormat';
import { type MarkedText, markedText } from './markedText';
import { otherFields } from './otherFields';
import { dateOf, publicationDate } from './publicationDate';
import { type LibraryItem, readRecords } from './readRecords';
import type { RecordParts } from './recordParts';
import { listOf, textOf, type UnknownFields } from './unknownValue';
import { writtenNames } from './writtenNames';
import { yamlFields } from './yamlFields';

/**
 * The `info.yaml` of a document in a papis library, or several one after another, as `papis export --format yaml`
 * writes them: fields and types of BibTeX, authors in `author_list`, the key in `ref` (papis.readthedocs.io, “The
 * info.yaml file”; github.com/papis/papis, papis/bibtex.py and papis/arxiv.py).
 */
export const papis: LibraryFormat = {
  id: 'papis',

  detect(path, head) {
    if (!/\.ya?ml$/iu.test(path)) return false;
    const has = (names: string): boolean => new RegExp(`^(?:${names}) *:`, 'mu').test(head);
    if (has('papis_id')) return true;
    const isInfo = /(?:^|\/)info\.ya?ml$/iu.test(path);
    return isInfo && (has('author_list') || (has('title') && has('author|doi|eprint|ref|files')));
  },

  parse(text) {
    const items: LibraryItem[] = [];
    const problems: Problem[] = [];
    for (const document of documents(text)) {
      const placed = <T extends { readonly line: number }>(one: T): T => ({ ...one, line: one.line + document.line });
      const fields = yamlFields(document.text);
      problems.push(...fields.problems.map(placed));
      if (fields.item) items.push(placed(fields.item));
    }
    return readRecords(items, readDocument, problems);
  },
};

/** The documents of a file, and the lines that they begin in. */
function documents(text: string): readonly { readonly text: string; readonly line: number }[] {
  let line = 0;
  return text.split(/^(?=---(?:\s|$))/mu).map((document) => {
    const first = line;
    line += document.match(/\r\n?|\n/gu)?.length ?? 0;
    return { text: document, line: first };
  });
}

// What a record says in its own words; every other field is kept as it is.
const known = new Set(
  (
    'ref title author author_list editor editor_list year month date published abstract doi eprint eprinttype ' +
    'archiveprefix eprintclass primaryclass arxiv arxivid tags keywords url type'
  ).split(' '),
);

function readDocument(item: UnknownFields): RecordParts {
  const field = (name: string): string | undefined => textOf(item[name]);
  const title = field('title') ?? '';
  const abstract = field('abstract') ?? '';
  const kind = kindOf(item);
  const venueField = [...kind.venue, 'full_journal_title'].find((name) => field(name) !== undefined);
  const authors = writtenNames(item[listOf(item['author_list']).length > 0 ? 'author_list' : 'author']);
  const isArxiv = /^arxiv$/iu.test(field('eprinttype') ?? field('archiveprefix') ?? 'arxiv');
  const eprint = isArxiv ? field('eprint') : undefined;
  const arxivs = [eprint, field('arxivid'), field('arxiv')];
  const primaryClass = field('primaryclass') ?? field('eprintclass');
  const classed = eprint !== undefined && primaryClass !== undefined ? `arXiv:${eprint} [${primaryClass}]` : undefined;
  const dated = publicationDate(field('date') ?? field('published') ?? '');
  return {
    key: field('ref'),
    type: typeOf(
      kind,
      venueField !== undefined,
      arxivs.some((one) => one !== undefined),
    ),
    title: prose(title),
    abstract: prose(abstract),
    source: { title, abstract },
    authors: authors.names,
    andOthers: authors.andOthers,
    editors: writtenNames(item['editor_list'] ?? item['editor']).names,
    date: dated.year === undefined ? dateOf(field('year'), field('month')) : dated,
    venue: venueField === undefined ? undefined : prose(field(venueField)!).plain,
    dois: [field('doi')],
    arxivs,
    notes: [field('note'), classed],
    urls: [field('url'), field('doc_url')],
    keywords: [...tags(item['tags']), ...tags(item['keywords'])],
    fields: otherFields(item, (name) => known.has(name) || name === venueField),
  };
}

/** What papis reads of Crossref and of arXiv has their markup; what it reads of a `.bib` stays TeX. */
function prose(text: string): MarkedText {
  return /[{}]/u.test(text) ? bibTeXProse(text) : markedText(htmlText(text));
}

/** Types of Zotero that papis takes for BibTeX's. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['conferencePaper', 'inproceedings'],
  ['journalArticle', 'article'],
  ['journal', 'article'],
]);

function kindOf(item: UnknownFields): EntryKind {
  const assumed =
    item['journal'] !== undefined ? 'article' : item['booktitle'] !== undefined ? 'inproceedings' : 'misc';
  const type = textOf(item['type']) ?? assumed;
  return entryKind(aliases.get(type) ?? type);
}

/** What arXiv's importer adds is an `article` without a journal. */
function typeOf({ type }: EntryKind, hasVenue: boolean, hasArxiv: boolean): PaperType {
  return hasArxiv && !hasVenue && (type === 'article-journal' || type === 'document') ? 'article' : type;
}

/** In a list, or in one text: between commas, or, as papis once wrote them, between spaces. */
function tags(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((one) => textOf(one) ?? '');
  const text = textOf(value) ?? '';
  return text.split(/[,;]/u.test(text) ? /[,;]/u : /\s+/u);
}
