import { isPublished } from './isPublished';
import { paperIdentity } from './paperIdentity';
import type { Author, PaperLink, PaperRecord, PaperText, PaperType } from './paper';
import { fullVenueName } from './venueNames';

/**
 * One record from those that several sources have of a paper. Nothing is made up: every value is one that a source
 * gives. The rule, field by field, in which “first” is the order of the sources, and a published record (one with a
 * venue that is no preprint server, or with a DOI and no venue) goes before an unpublished one:
 *
 * | Field | Whose |
 * |---|---|
 * | title, with its spellings | the first published |
 * | abstract, with its spellings | the longest |
 * | authors, editors | the most names, then without “and others”, then the most letters in given names |
 * | venue, year, month | together, the first published with a venue; a year where it has none from the next that has one |
 * | type | the first published that says more than *article* or *document* |
 * | doi | a publisher's before arXiv's |
 * | topics | the first that has any |
 * | links, keywords, groups, aliases | all, each once |
 * | other fields, name by name | volume, pages and the like as venue, year and month; else the first published that has it |
 * | everything else | the first published that has it |
 *
 * @param records at least one, in the order of their sources
 */
export function mergePapers(records: readonly PaperRecord[]): PaperRecord {
  if (records.length === 1) return records[0]!;
  const published = [...records.filter(isPublished), ...records.filter((record) => !isPublished(record))];
  const { authors, andOthers } = fullest(records, 'authors') ?? published[0]!;
  const editors = fullest(records, 'editors')?.editors;
  const doi = bestDoi(records);
  const fields = mergedFields(published);
  const lists = (['keywords', 'groups', 'aliases'] as const).map((name) => [name, united(records, name)] as const);
  return {
    ...firstOfOthers(published),
    ...mergedText(published, records),
    authors,
    ...(andOthers && { andOthers }),
    ...(editors && { editors }),
    ...publication(published),
    ...(doi !== undefined && { doi }),
    topics: records.find(({ topics }) => topics.length > 0)?.topics ?? [],
    ...Object.fromEntries(lists.filter(([, list]) => list.length > 0)),
    ...(fields && { fields }),
    links: unitedLinks(records),
  };
}

/** Fields that hold for a paper only together with others, so that they never come from a source of their own. */
const fieldsInCompany = ['venue', 'year', 'month', 'markup', 'andOthers', 'fields'] as const;

function firstOfOthers(records: readonly PaperRecord[]): PaperRecord {
  const merged: { -readonly [Field in keyof PaperRecord]: PaperRecord[Field] } = { ...records[0]! };
  for (const record of records) {
    for (const field in record)
      if (!(field in merged)) Object.assign(merged, { [field]: record[field as keyof PaperRecord] });
  }
  for (const field of fieldsInCompany) delete merged[field];
  return merged;
}

function mergedText(
  published: readonly PaperRecord[],
  records: readonly PaperRecord[],
): Pick<PaperRecord, 'title' | 'abstract' | 'source' | 'markup'> {
  const titled = published.find(({ title }) => title !== '') ?? published[0]!;
  const told = records.reduce((best, record) => (record.abstract.length > best.abstract.length ? record : best));
  const markup: PaperText | undefined = (titled.markup ?? told.markup) && {
    title: titled.markup?.title ?? asMarkup(titled.title),
    abstract: told.markup?.abstract ?? asMarkup(told.abstract),
  };
  return {
    title: titled.title,
    abstract: told.abstract,
    source: { title: titled.source.title, abstract: told.source.abstract },
    ...(markup && { markup }),
  };
}

/** Plain text where a dollar would begin mathematics. */
function asMarkup(text: string): string {
  return text.replaceAll('$', String.raw`\$`);
}

function fullest(records: readonly PaperRecord[], role: 'authors' | 'editors'): PaperRecord | undefined {
  const people = (record: PaperRecord): readonly Author[] => record[role] ?? [];
  const others = (record: PaperRecord): number => Number(role === 'authors' && record.andOthers === true);
  return records
    .filter((record) => record[role] !== undefined)
    .sort((one, other) => {
      const names = people(other).length - people(one).length;
      return names || others(one) - others(other) || givenLetters(people(other)) - givenLetters(people(one));
    })[0];
}

function givenLetters(people: readonly Author[]): number {
  return people.reduce((sum, { given }) => sum + (given?.length ?? 0), 0);
}

const vagueTypes: readonly PaperType[] = ['article', 'document'];

function publication(published: readonly PaperRecord[]): Pick<PaperRecord, 'type' | 'venue' | 'year' | 'month'> {
  const alike = publishedAlike(published);
  const placed = alike[0]!;
  const year = placed.year ?? published.find((record) => record.year !== undefined)?.year;
  const month = [placed, ...published].find((record) => record.year === year && record.month !== undefined)?.month;
  const type = alike.find((record) => !vagueTypes.includes(record.type))?.type ?? placed.type;
  return {
    type,
    ...(placed.venue && { venue: shownVenue(placed.venue, alike) }),
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
  };
}

/** The short name of a venue where another record calls it by that: what an entry says in full is no other venue. */
function shownVenue(venue: string, alike: readonly PaperRecord[]): string {
  return alike.find((record) => record.venue && fullVenueName(record.venue) === venue)?.venue ?? venue;
}

/** Those that are published if any is, the one whose venue is shown first. */
function publishedAlike(published: readonly PaperRecord[]): readonly PaperRecord[] {
  const first = published[0]!;
  const alike = published.filter((record) => isPublished(record) === isPublished(first));
  const placed = alike.find(({ venue }) => venue) ?? first;
  return [placed, ...alike.filter((record) => record !== placed)];
}

/** What says where in a publication a paper stands, as BibTeX, BibLaTeX and CSL name it. */
const placeFields = new Set(
  (
    'address booktitle chapter collection-number collection-title container-title edition eid event event-place event-title ' +
    'howpublished institution isbn issn issue journal journaltitle location number number-of-pages organization page ' +
    'page-first pages pagetotal part publisher publisher-place school series volume volumes'
  ).split(' '),
);

function mergedFields(published: readonly PaperRecord[]): PaperRecord['fields'] {
  const alike = publishedAlike(published);
  const merged = new Map<string, string>();
  for (const { fields = {} } of [...alike, ...published]) {
    for (const [name, value] of Object.entries(fields)) if (!merged.has(name)) merged.set(name, value);
  }
  for (const name of placeFields) {
    const venue = alike[0]!.venue;
    const value = alike.find((record) => record.venue === venue && record.fields?.[name] !== undefined)?.fields?.[name];
    if (value === undefined) merged.delete(name);
    else merged.set(name, value);
  }
  return merged.size > 0 ? Object.fromEntries(merged) : undefined;
}

function bestDoi(records: readonly PaperRecord[]): string | undefined {
  const given = records.filter(({ doi }) => doi !== undefined);
  return (given.find((record) => paperIdentity(record).doi !== undefined) ?? given[0])?.doi;
}

/** Each once, however its case, as the first source spells it; citation keys differ by case. */
function united(records: readonly PaperRecord[], name: 'keywords' | 'groups' | 'aliases'): readonly string[] {
  const words = new Map<string, string>();
  for (const word of records.flatMap((record) => record[name] ?? [])) {
    const same = name === 'aliases' ? word : word.trim().toLowerCase();
    if (!words.has(same)) words.set(same, word);
  }
  return [...words.values()];
}

const linkOrder: Readonly<Record<PaperLink['kind'], number>> = { arxiv: 0, pdf: 1, doi: 2, code: 3, project: 4 };

function unitedLinks(records: readonly PaperRecord[]): readonly PaperLink[] {
  const links = new Map<string, PaperLink>();
  for (const link of records.flatMap((record) => record.links)) {
    const same = `${link.kind} ${link.url.toLowerCase().replace(/^https?:\/\/(?:www\.)?|\/$|\.git$/g, '')}`;
    if (!links.has(same)) links.set(same, link);
  }
  return [...links.values()].sort((one, other) => linkOrder[one.kind] - linkOrder[other.kind]);
}
