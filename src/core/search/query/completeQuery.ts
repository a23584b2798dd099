import { type Term, scanTerms } from './scanTerms';
import { type FieldName, choicesOf, fieldNames, searchFields } from './searchFields';
import type { CountedValue } from './valueColumn';

/** What may be typed next. */
export interface QueryCompletion {
  readonly kind: 'field' | 'value';
  /** What a row says: `author:`, `KV cache compression`. */
  readonly label: string;
  /** What comes in the place of the text from `start` to `end`, quoted where that is needed. */
  readonly insert: string;
  readonly start: number;
  readonly end: number;
  /** Of a value, how many papers have it, where that is known. */
  readonly count?: number;
}

const noWord = /[\s()"]/u;

/**
 * What may stand at the caret: `au|` → `author:`, `is:|` → `unread`, …, `topic:kv|` → `"KV cache compression"`. Values
 * replace all of the value that the caret is in. At a place where any word may begin, all fields.
 * @param caret an offset into the text
 * @param valuesOf the values of a field that papers have and that begin so, the best first
 */
export function completeQuery(
  typed: string,
  caret: number,
  valuesOf: (field: FieldName, typed: string) => readonly CountedValue[],
): readonly QueryCompletion[] {
  const term = scanTerms(typed).find(({ start, end }) => start < caret && caret <= end);
  if (term?.kind === 'field') return caret < term.valueStart ? [] : completeValue(typed, caret, term, valuesOf);
  if (term?.kind === 'word') return completeField(typed.slice(term.start, caret), term.start, term.end);
  const mayBegin = !term || term.kind === 'open' || term.kind === 'not';
  return mayBegin ? completeField('', caret, caret) : [];
}

function completeField(prefix: string, start: number, end: number): readonly QueryCompletion[] {
  return fieldNames
    .filter((name) => name.startsWith(prefix.toLowerCase()))
    .map((name) => ({ kind: 'field', label: `${name}:`, insert: `${name}:`, start, end }));
}

function completeValue(
  typed: string,
  caret: number,
  { field, valueStart, end, quoted }: Term & { readonly kind: 'field' },
  valuesOf: (field: FieldName, typed: string) => readonly CountedValue[],
): readonly QueryCompletion[] {
  const prefix = typed.slice(valueStart + (quoted ? 1 : 0), caret);
  const isRange = searchFields[field].value === 'years' && /\D/u.test(prefix.trim());
  const values: readonly { readonly value: string; readonly count?: number }[] =
    typeof searchFields[field].value === 'object'
      ? choicesOf(field)
          .filter((choice) => choice.startsWith(prefix.toLowerCase()))
          .map((value) => ({ value }))
      : isRange
        ? []
        : valuesOf(field, prefix);
  // Who has typed all of it needs no completion.
  const [only, another] = values;
  if (only && !another && only.value.toLowerCase() === prefix.trim().toLowerCase()) return [];
  return values.map(({ value, count }) => ({
    kind: 'value',
    label: value,
    insert: quotedValue(value),
    start: valueStart,
    end,
    ...(count !== undefined && { count }),
  }));
}

/** A value as it is typed; a quotation mark in it cannot be, and is no part of any word. */
function quotedValue(value: string): string {
  return noWord.test(value) ? `"${value.replaceAll('"', ' ')}"` : value;
}
