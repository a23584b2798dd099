import { isPublished } from '../../isPublished';
import { fullName } from '../../labels';
import type { LibraryPaper, LinkKind } from '../../paper';
import type { ReadingState } from '../../readingState';
import { shortestPaths } from '../../shortestPaths';
import { lookupIdentifier } from '../lookupIdentifier';
import { nameFinder } from './nameFinder';
import { pathFinder } from './pathFinder';
import type { TextFinder } from './textFinder';
import { venueSpellings } from './venueSpellings';
import { wordsFinder } from './wordsFinder';

/** Whether a paper is what a value of `is:` or `has:` says. */
export type Choice = (paper: LibraryPaper, state: ReadingState | undefined) => boolean;

interface Field {
  readonly aliases?: readonly string[];
  /** What may follow the colon: words, years, or one of some values. */
  readonly value: 'text' | 'years' | Readonly<Record<string, Choice>>;
  /** A paper's values. */
  readonly textsOf?: (paper: LibraryPaper) => readonly string[];
  /** What a value is found by, where that is more than the value. */
  readonly spelled?: (value: string) => string;
  /** How a value is found; by its words unless said otherwise. Nothing for a value that says nothing. */
  readonly finder?: (value: string, unfinished: boolean) => TextFinder | undefined;
  /** Whether words without a field are looked for here. */
  readonly anywhere?: true;
  /** Whether its words are worth ranking papers by. */
  readonly ranks?: true;
  /** What all values are called where they are offered, in their order; what they are unless said otherwise. */
  readonly called?: (values: readonly string[]) => readonly string[];
  /** Whether values are offered while one types. */
  readonly completes?: true;
  /** Whether values are so long that no copy of them is kept. */
  readonly long?: true;
}

const hasLink =
  (kind: LinkKind): Choice =>
  ({ links }) =>
    links.some((link) => link.kind === kind);

/** What can stand before a colon. A field that is new is one line here. */
const fields = {
  title: { value: 'text', textsOf: ({ title }) => [title], anywhere: true, ranks: true },
  author: {
    aliases: ['authors'],
    value: 'text',
    textsOf: ({ authors }) => authors.map(fullName),
    finder: nameFinder,
    completes: true,
    anywhere: true,
  },
  year: {
    value: 'years',
    textsOf: ({ year }) => (year === undefined ? [] : [String(year)]),
    completes: true,
    anywhere: true,
  },
  venue: {
    aliases: ['journal', 'conference'],
    value: 'text',
    textsOf: ({ venue }) => (venue === undefined ? [] : [venue]),
    spelled: venueSpellings,
    completes: true,
    anywhere: true,
  },
  topic: { aliases: ['topics'], value: 'text', textsOf: ({ topics }) => topics, completes: true },
  keyword: {
    aliases: ['keywords', 'tag'],
    value: 'text',
    textsOf: ({ keywords }) => keywords ?? [],
    completes: true,
    anywhere: true,
  },
  source: {
    aliases: ['file'],
    value: 'text',
    textsOf: ({ sources }) => sources.map(({ uri }) => pathOf(uri)),
    finder: pathFinder,
    called: shortestPaths,
    completes: true,
  },
  abstract: { value: 'text', textsOf: ({ abstract }) => [abstract], anywhere: true, ranks: true, long: true },
  key: {
    value: 'text',
    textsOf: ({ key, sources }) => [key, ...sources.map((source) => source.key)],
    anywhere: true,
  },
  id: {
    value: 'text',
    textsOf: ({ arxiv, doi }) => [arxiv, doi].filter((id) => id !== undefined),
    finder: (value, unfinished) => wordsFinder(lookupIdentifier(value), unfinished),
    anywhere: true,
  },
  is: {
    value: {
      unread: (_, state) => state === undefined || state === 'toRead',
      'to-read': (_, state) => state === 'toRead',
      reading: (_, state) => state === 'reading',
      read: (_, state) => state === 'read',
      published: isPublished,
      preprint: (paper) => !isPublished(paper),
    },
  },
  has: {
    value: {
      abstract: ({ abstract }) => abstract !== '',
      arxiv: ({ arxiv }) => arxiv !== undefined,
      code: hasLink('code'),
      doi: ({ doi }) => doi !== undefined,
      pdf: hasLink('pdf'),
      project: hasLink('project'),
    },
  },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof fields;

export const searchFields: Readonly<Record<FieldName, Field>> = fields;
export const fieldNames = Object.keys(fields) as readonly FieldName[];

const byName = new Map(
  fieldNames.flatMap((name) => [name, ...(searchFields[name].aliases ?? [])].map((alias) => [alias, name])),
);

/** The field that is called so, by its name or another, in any case. */
export function fieldCalled(name: string): FieldName | undefined {
  return byName.get(name.toLowerCase());
}

/** The values of a field that knows all of them. */
export function choicesOf(field: FieldName): readonly string[] {
  const { value } = searchFields[field];
  return typeof value === 'object' ? Object.keys(value) : [];
}

/** `file:///home/me/my%20refs.bib` → `/home/me/my refs.bib`. */
function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][\w+.-]*:(?:\/\/[^/]*)?/i, '');
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // no address that we wrote
  }
}
