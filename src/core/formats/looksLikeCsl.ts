import { cslTypes } from './cslTypes';
import { isFields, listOf } from './unknownValue';

const ownFields = [
  'container-title',
  'citation-key',
  'publisher-place',
  'DOI',
  'URL',
  'ISBN',
  'title-short',
  'event-place',
];

/** Whether a value is a CSL item and not just any object with a `type`: it has a field in the form that only CSL gives it. */
export function looksLikeCsl(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { type, author, editor, issued, id } = value;
  if (typeof type !== 'string' || !cslTypes.has(type)) return false;
  const named = [...listOf(author), ...listOf(editor)].filter(isFields);
  return (
    named.some((name) => 'family' in name || 'literal' in name) ||
    (isFields(issued) && ['date-parts', 'raw', 'literal', 'year'].some((part) => part in issued)) ||
    (id !== undefined && ownFields.some((field) => field in value))
  );
}
