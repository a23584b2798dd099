import { fullName } from './labels';
import type { SourceKind } from './libraryMember';
import type { Paper, PaperRecord } from './paper';
import { fullVenueName } from './venueNames';

/** What a source says of a paper. */
export interface SourceReading {
  readonly uri: string;
  readonly kind: SourceKind;
  readonly key: string;
  /** Where its entry begins, zero-based. */
  readonly line: number;
  /** Where it says something else than what is shown, in the order of {@link readingFields}. */
  readonly differences: readonly { readonly field: ReadingField; readonly value: string }[];
}

const fields = {
  title: ({ title }) => title,
  authors: ({ authors, andOthers }) => [...authors.map(fullName), ...(andOthers ? ['et al.'] : [])].join(', '),
  editors: ({ editors = [] }) => editors.map(fullName).join(', '),
  venue: ({ venue = '' }) => venue,
  year: ({ year }) => (year === undefined ? '' : String(year)),
  month: ({ month }) => (month === undefined ? '' : String(month)),
  type: ({ type }) => type,
  doi: ({ doi = '' }) => doi,
  arxiv: ({ arxiv = '' }) => arxiv,
  abstract: ({ abstract }) => abstract,
} as const satisfies Partial<Record<keyof PaperRecord, (record: PaperRecord) => string>>;

export type ReadingField = keyof typeof fields;
export const readingFields = Object.keys(fields) as readonly ReadingField[];

/** What each source says where it differs from the paper as it is shown; silence is no difference. */
export function sourceReadings(
  paper: Paper,
  sources: readonly (Pick<SourceReading, 'uri' | 'kind' | 'key' | 'line'> & { readonly record: PaperRecord })[],
): readonly SourceReading[] {
  return sources.map(({ record, ...source }) => ({
    ...source,
    differences: readingFields
      .map((field) => ({ field, value: fields[field](record) }))
      .filter(({ field, value }) => value !== '' && compared(field, value) !== compared(field, fields[field](paper))),
  }));
}

/** How a file breaks its lines makes no difference, nor does a venue's name in full. */
function compared(field: ReadingField, value: string): string {
  const line = value.replace(/\s+/gu, ' ').trim();
  return field === 'venue' ? fullVenueName(line) : line;
}
