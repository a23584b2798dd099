import type { Author, PaperType } from '../paper';
import { cslDate } from './cslDate';
import { cslTypes } from './cslTypes';
import { markedText } from './markedText';
import { authorOf, personName } from './personName';
import { computingResearchRepository, type RecordParts } from './recordParts';
import { isFields, listOf, textOf, type UnknownFields } from './unknownValue';

/** Types whose venue is who published them. */
const published: ReadonlySet<PaperType> = new Set(['thesis', 'report', 'book', 'software', 'dataset', 'document']);

/**
 * A paper from a CSL item, as JSON or YAML: the variables of CSL 1.0.2 (docs.citationstyles.org, appendix IV) in the
 * form of its JSON schema (csl-data.json), and what Zotero, Better BibTeX, Crossref and pandoc make of it: keys in
 * `citation-key`, arXiv ids in `number`, `archive_location` and `note`, lists of one where a text belongs, lower-case
 * `doi` and `url`, dates as EDTF or as `year` and `month`.
 * @param markup turns the markup of a title or an abstract into text
 */
export function readCslItem(item: UnknownFields, markup: (text: string) => string): RecordParts {
  const source = { title: textOf(item['title']) ?? '', abstract: textOf(item['abstract']) ?? '' };
  const note = textOf(item['note']);
  const type = cslTypes.get(textOf(item['type']) ?? '') ?? 'document';
  const container = textOf(item['container-title']);
  const publisher = textOf(item['publisher']);
  const archive = textOf(item['archive']) ?? publisher ?? '';
  const venue = published.has(type) ? (publisher ?? container) : (container ?? textOf(item['event-title']));
  return {
    key: keyOf(item, note),
    type,
    title: markedText(markup(source.title)),
    abstract: markedText(markup(source.abstract)),
    source,
    authors: names(item['author']),
    editors: names(item['editor']),
    date: cslDate(item['issued'] ?? item['submitted']),
    venue: venue === undefined ? undefined : markup(venue),
    dois: [textOf(item['DOI']), textOf(item['doi']), noteField(note, 'DOI')],
    arxivs: [
      arxivNumber(textOf(item['number']), archive),
      arxivNumber(textOf(item['archive_location']), archive),
      textOf(item['arxiv']),
      computingResearchRepository(textOf(item['volume'])),
    ],
    notes: [note],
    urls: [textOf(item['URL']), textOf(item['url'])],
    keywords: [...keywords(item['keyword']), ...listOf(item['categories']).map((one) => textOf(one) ?? '')],
  };
}

/** Zotero's own export names items by their addresses, and keeps keys beside them or in the note. */
function keyOf(item: UnknownFields, note: string | undefined): string | undefined {
  const id = textOf(item['id']);
  const key = textOf(item['citation-key']);
  if (key !== undefined || id === undefined) return key;
  return (/^https?:\/\/zotero\.org\//u.test(id) ? noteField(note, 'Citation Key') : undefined) ?? id;
}

/** A line of a Zotero note that stands for a field: `DOI: 10.1145/…`. */
function noteField(note: string | undefined, name: string): string | undefined {
  return new RegExp(`^${name}: *(\\S+)\\s*$`, 'imu').exec(note ?? '')?.[1];
}

/** Bare ids count only where arXiv is named, for they look like other numbers. */
function arxivNumber(text: string | undefined, archive: string): string | undefined {
  return text !== undefined && (/^arxiv/iu.test(archive) || /^arxiv:/iu.test(text)) ? text : undefined;
}

function keywords(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map((one) => textOf(one) ?? '');
  return (textOf(value) ?? '').split(/[,;\n]/u);
}

function names(value: unknown): readonly Author[] {
  return listOf(value)
    .map((name) => (isFields(name) ? nameOf(name) : personName(textOf(name) ?? '')))
    .filter((author) => author !== undefined);
}

function nameOf(name: UnknownFields): Author | undefined {
  const literal = textOf(name['literal']);
  if (literal !== undefined) return authorOf({ family: literal });
  return authorOf({
    given: textOf(name['given']),
    particles: [textOf(name['dropping-particle']), textOf(name['non-dropping-particle'])],
    family: textOf(name['family']),
    suffix: textOf(name['suffix']),
  });
}
