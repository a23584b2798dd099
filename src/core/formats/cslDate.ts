import { dateOf, type PublicationDate, publicationDate } from './publicationDate';
import { isFields, listOf, textOf } from './unknownValue';

/** A date in any of the forms of CSL (csl-data.json, “date-variable”), or as a text; of a range, its beginning. */
export function cslDate(value: unknown): PublicationDate {
  const date: unknown = Array.isArray(value) ? value[0] : value;
  if (!isFields(date)) return publicationDate(textOf(date) ?? '');
  const parts = listOf(date['date-parts']);
  const first = Array.isArray(parts[0]) ? parts[0] : parts;
  if (first.length > 0) return dateOf(textOf(first[0]), textOf(first[1]));
  if (date['year'] !== undefined) return dateOf(textOf(date['year']), textOf(date['month']));
  return publicationDate(textOf(date['edtf']) ?? textOf(date['raw']) ?? textOf(date['literal']) ?? '');
}
