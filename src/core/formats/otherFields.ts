import type { PaperRecord } from '../paper';
import { listOf, textOf, type UnknownFields } from './unknownValue';

/**
 * The texts of an item that its record says nowhere else, as the file has them; what a list holds is set apart by
 * commas. Fields that hold more than texts are left out.
 * @param isKnown whether the record says what a field of this name does
 */
export function otherFields(item: UnknownFields, isKnown: (name: string) => boolean): PaperRecord['fields'] {
  let others: Record<string, string> | undefined;
  for (const [name, value] of Object.entries(item)) {
    if (name === '__proto__' || isKnown(name)) continue;
    const text = listOf(value)
      .map((one) => (Array.isArray(one) ? undefined : textOf(one)))
      .filter((one) => one !== undefined)
      .join(', ');
    if (text !== '') (others ??= {})[name] = text;
  }
  return others;
}
