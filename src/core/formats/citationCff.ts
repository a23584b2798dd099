import type { Author, PaperType } from '../paper';
import type { LibraryFormat } from './libraryFormat';
import { markedText } from './markedText';
import { authorOf } from './personName';
import { dateOf, type PublicationDate, publicationDate } from './publicationDate';
import { type LibraryItem, readRecords } from './readRecords';
import type { RecordParts } from './recordParts';
import { isFields, listOf, textOf, type UnknownFields } from './unknownValue';
import { yamlItems } from './yamlItems';

/**
 * `CITATION.cff`: what its authors want to be cited for. That is the `preferred-citation` where there is one, since it
 * redirects the credit, else the software or data set itself; the `references` follow
 * (github.com/citation-file-format/citation-file-format, schema-guide.md, version 1.2.0).
 */
export const citationCff: LibraryFormat = {
  id: 'citation-cff',

  detect(path) {
    return /\.cff$/iu.test(path);
  },

  parse(text) {
    const { items, problems } = yamlItems(text, 'map');
    return readRecords(works(items, text), readWork, problems);
  },
};

/** The works in a file, from its fields. */
function works(fields: readonly LibraryItem[], text: string): readonly LibraryItem[] {
  const field = (name: string): LibraryItem | undefined => fields.find(({ key }) => key === name);
  const first = field('title') ?? fields.find(({ key }) => key !== undefined);
  if (!first) return fields;
  const itself = Object.fromEntries(fields.map(({ key = '', value }) => [key, value]));
  const { line, column } = first;
  const main = field('preferred-citation') ?? { value: { type: 'software', ...itself }, line, column };
  const references = field('references');
  const listed = listOf(references?.value).map((value) => ({ ...references!, value }));
  const { items, problems } = yamlItems(text, 'list');
  const placed = problems.length === 0 && items.length === listed.length ? items : listed;
  return [main, ...placed].map(({ value, line, column }) => ({ value, line, column }));
}

const types: ReadonlyMap<string, PaperType> = new Map([
  ['article', 'article'],
  ['blog', 'webpage'],
  ['book', 'book'],
  ['conference', 'book'],
  ['conference-paper', 'paper-conference'],
  ['data', 'dataset'],
  ['database', 'dataset'],
  ['dataset', 'dataset'],
  ['dictionary', 'book'],
  ['edited-work', 'book'],
  ['encyclopedia', 'book'],
  ['government-document', 'report'],
  ['magazine-article', 'article-journal'],
  ['manual', 'report'],
  ['newspaper-article', 'article-journal'],
  ['proceedings', 'book'],
  ['report', 'report'],
  ['serial', 'book'],
  ['software', 'software'],
  ['software-code', 'software'],
  ['software-container', 'software'],
  ['software-executable', 'software'],
  ['software-virtual-machine', 'software'],
  ['standard', 'report'],
  ['thesis', 'thesis'],
  ['unpublished', 'article'],
  ['website', 'webpage'],
]);

function readWork(work: UnknownFields): RecordParts {
  const source = { title: textOf(work['title']) ?? '', abstract: textOf(work['abstract']) ?? '' };
  const journal = textOf(work['journal']);
  const named = types.get(textOf(work['type']) ?? '') ?? 'document';
  const type = named === 'article' && journal !== undefined ? 'article-journal' : named;
  const identifiers = listOf(work['identifiers'])
    .filter(isFields)
    .map(({ type, value }) => ({ type: textOf(type), value: textOf(value) }));
  const addresses = ['url', 'repository-code', 'repository', 'repository-artifact'].map((field) => textOf(work[field]));
  return {
    type,
    title: markedText(source.title),
    abstract: markedText(source.abstract),
    source,
    authors: persons(work['authors']),
    editors: persons(work['editors']),
    date: dateIn(work),
    venue:
      type === 'thesis' || type === 'report'
        ? (nameIn(work['institution']) ?? nameIn(work['publisher']))
        : (journal ?? textOf(work['collection-title']) ?? nameIn(work['conference']) ?? nameIn(work['publisher'])),
    dois: [textOf(work['doi']), ...identifiers.map(({ type, value }) => (type === 'doi' ? value : undefined))],
    arxivs: identifiers.map(({ value }) => (/arxiv/iu.test(value ?? '') ? value : undefined)),
    notes: [textOf(work['notes'])],
    urls: [...addresses, ...identifiers.map(({ type, value }) => (type === 'url' ? value : undefined))],
    keywords: listOf(work['keywords']).map((keyword) => textOf(keyword) ?? ''),
  };
}

function dateIn(work: UnknownFields): PublicationDate {
  const year = dateOf(textOf(work['year']), textOf(work['month']));
  if (year.year !== undefined) return year;
  const dates = ['date-published', 'date-released', 'issue-date'].map((field) => textOf(work[field]));
  return publicationDate(dates.find((date) => date !== undefined) ?? '');
}

/** The name of an entity: a publisher, a conference, a university. */
function nameIn(entity: unknown): string | undefined {
  return isFields(entity) ? textOf(entity['name']) : textOf(entity);
}

/** Persons, entities, and persons of whom only an alias is known. */
function persons(value: unknown): readonly Author[] {
  return listOf(value)
    .filter(isFields)
    .map((person) =>
      authorOf({
        given: textOf(person['given-names']),
        particles: [textOf(person['name-particle'])],
        family: textOf(person['family-names']) ?? textOf(person['name']) ?? aliasOf(person),
        suffix: textOf(person['name-suffix']),
      }),
    )
    .filter((author) => author !== undefined);
}

function aliasOf(person: UnknownFields): string | undefined {
  return person['given-names'] === undefined ? textOf(person['alias']) : undefined;
}
