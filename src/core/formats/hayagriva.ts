import type { Author, PaperType } from '../paper';
import { hayagrivaText } from './hayagrivaText';
import type { LibraryFormat } from './libraryFormat';
import { authorOf, personName } from './personName';
import { publicationDate } from './publicationDate';
import { readRecords } from './readRecords';
import type { RecordParts } from './recordParts';
import { isFields, listOf, textOf, type UnknownFields } from './unknownValue';
import { yamlItems } from './yamlItems';

/**
 * Hayagriva, the bibliographies of Typst: a YAML map from keys to entries, each of which may stand in a `parent`
 * (github.com/typst/hayagriva, docs/file-format.md).
 */
export const hayagriva: LibraryFormat = {
  id: 'hayagriva',

  detect(path, head) {
    if (!/\.ya?ml$/iu.test(path) || !/(?:^\s+|[{,]\s*)["']?(?:type|parent)["']?\s*:/mu.test(head)) return false;
    const entries = yamlItems(head, 'map').items.slice(0, 20);
    // A head may end within its last entry.
    const whole = entries.length > 1 && head.length >= shortestHead ? entries.slice(0, -1) : entries;
    const typed = whole.filter(({ value }) => isFields(value) && hasKnownType(value));
    return typed.length > 0 && typed.length * 2 >= whole.length && whole.every(({ value }) => isEntry(value));
  },

  parse(text) {
    const { items, problems } = yamlItems(text, 'map');
    return readRecords(items, readEntry, problems);
  },
};

const shortestHead = 4096;

/** The entry types, in lower case as the format compares them, and what they are here without a parent. */
const types: ReadonlyMap<string, PaperType> = new Map([
  ['article', 'article'],
  ['chapter', 'chapter'],
  ['entry', 'chapter'],
  ['anthos', 'chapter'],
  ['report', 'report'],
  ['thesis', 'thesis'],
  ['web', 'webpage'],
  ['scene', 'document'],
  ['artwork', 'document'],
  ['patent', 'document'],
  ['case', 'document'],
  ['newspaper', 'document'],
  ['legislation', 'document'],
  ['manuscript', 'article'],
  ['original', 'document'],
  ['post', 'webpage'],
  ['tweet', 'webpage'],
  ['misc', 'document'],
  ['performance', 'document'],
  ['periodical', 'book'],
  ['proceedings', 'book'],
  ['book', 'book'],
  ['blog', 'webpage'],
  ['reference', 'book'],
  ['conference', 'paper-conference'],
  ['anthology', 'book'],
  ['repository', 'software'],
  ['thread', 'webpage'],
  ['video', 'document'],
  ['audio', 'document'],
  ['exhibition', 'document'],
]);

/** What an article, a chapter or something miscellaneous is, by the type of its first parent. */
const typesByParent: ReadonlyMap<string, PaperType> = new Map([
  ['periodical', 'article-journal'],
  ['newspaper', 'article-journal'],
  ['proceedings', 'paper-conference'],
  ['conference', 'paper-conference'],
  ['blog', 'webpage'],
  ['web', 'webpage'],
  ['book', 'chapter'],
  ['anthology', 'chapter'],
]);

/** Types whose parent is assumed where it does not name its type. */
const assumedParents: ReadonlyMap<string, string> = new Map([
  ['article', 'periodical'],
  ['chapter', 'book'],
  ['anthos', 'anthology'],
]);

const takesParentType = new Set(['article', 'anthos', 'misc']);

function readEntry(entry: UnknownFields, key: string | undefined): RecordParts {
  const lineage = withParents(entry);
  const parent = lineage[1];
  const type = typeName(entry);
  const paperType = typeOf(entry, type, parent);
  const title = textIn(nearest(lineage, 'title')) ?? '';
  const abstract = textIn(entry['abstract']) ?? '';
  const serials = lineage.map((one) => one['serial-number']);
  const own = serials[0];
  const ownSerial = isFields(own) ? own : {};
  return {
    key,
    type: paperType,
    title: { plain: hayagrivaText(title) },
    abstract: { plain: hayagrivaText(abstract) },
    source: { title, abstract },
    authors: persons(nearest(lineage, 'author')),
    editors: persons(nearest(lineage, 'editor')),
    date: publicationDate(textIn(nearest(lineage, 'date')) ?? ''),
    venue: venueOf(entry, paperType, parent),
    dois: [textOf(ownSerial['doi']), textOf(entry['doi'])],
    arxivs: [textOf(ownSerial['arxiv']), isArxiv(parent) ? textOf(own) : undefined],
    notes: [textIn(entry['note']), textOf(own)],
    urls: [textIn(entry['url']), isArxiv(parent) ? undefined : textIn(parent?.['url'])],
    keywords: [],
  };
}

const deepestParent = 8;

/** The entry, its first parent, that one's, and so on. */
function withParents(entry: UnknownFields): readonly UnknownFields[] {
  const lineage = [entry];
  while (lineage.length < deepestParent) {
    const [parent] = listOf(lineage.at(-1)?.['parent']);
    if (!isFields(parent)) break;
    lineage.push(parent);
  }
  return lineage;
}

/** A field that an entry without it has of its parent: a chapter of a novel has the novel's author. */
function nearest(lineage: readonly UnknownFields[], field: string): unknown {
  return lineage.find((one) => one[field] !== undefined)?.[field];
}

function typeName(entry: UnknownFields): string {
  return textOf(entry['type'])?.toLowerCase() ?? 'misc';
}

function typeOf(entry: UnknownFields, type: string, parent: UnknownFields | undefined): PaperType {
  if (/^data ?set$/iu.test(textIn(entry['genre']) ?? '')) return 'dataset';
  const own = types.get(type) ?? 'document';
  if (!parent || !takesParentType.has(type)) return own;
  const parentType = textOf(parent['type'])?.toLowerCase() ?? assumedParents.get(type) ?? '';
  return typesByParent.get(parentType) ?? own;
}

function venueOf(entry: UnknownFields, type: PaperType, parent: UnknownFields | undefined): string | undefined {
  const organization = textIn(entry['organization']);
  const publisher = textIn(entry['publisher']);
  const within = textIn(parent?.['title']);
  const venue = within ?? (type === 'thesis' || type === 'report' ? (organization ?? publisher) : publisher);
  return venue === undefined ? undefined : hayagrivaText(venue);
}

function isArxiv(parent: UnknownFields | undefined): boolean {
  return /^arxiv/iu.test(textIn(parent?.['title']) ?? '');
}

/** A text, or the `value` of one that comes with a short form, a translation or a date of access. */
function textIn(value: unknown): string | undefined {
  const text = isFields(value) ? value['value'] : value;
  return textOf(isFields(text) ? text['value'] : text);
}

function persons(value: unknown): readonly Author[] {
  return listOf(value)
    .map((person) =>
      isFields(person)
        ? authorOf({
            given: textOf(person['given-name']),
            particles: [textOf(person['prefix'])],
            family: textOf(person['name']),
            suffix: textOf(person['suffix']),
          })
        : personName(textOf(person) ?? ''),
    )
    .filter((author) => author !== undefined);
}

function hasKnownType(entry: UnknownFields): boolean {
  return types.has(typeName(entry)) && entry['type'] !== undefined;
}

/** A map of fields that has a title, its own or its parent's, and nothing that would not be an entry's type. */
function isEntry(value: unknown): boolean {
  if (!isFields(value) || (value['type'] !== undefined && !hasKnownType(value))) return false;
  const title: unknown = nearest(withParents(value), 'title');
  return textIn(title) !== undefined;
}
