import { jsonValueEnd } from './jsonValueEnd';
import { isFields } from './unknownValue';

/** The items of a JSON list with their places, in UTF-16 code units. */
export interface JsonListItems {
  /** Behind the bracket that opens the list. */
  readonly start: number;
  readonly items: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

const listStart = /^\uFEFF?\s*(?:\{\s*"(?:references|items)"\s*:\s*)?\[/u;
const blank = /[\s,]*/y;

/** The list that a JSON text is or begins with, if the text is valid and the list holds objects alone. */
export function jsonListItems(text: string): JsonListItems | undefined {
  const start = listStart.exec(text)?.[0].length;
  const list = start === undefined ? undefined : listIn(text);
  if (start === undefined || !list?.every(isFields)) return undefined;
  let at = start;
  const items = list.map(({ id }) => {
    blank.lastIndex = at;
    blank.test(text);
    const from = blank.lastIndex;
    at = jsonValueEnd(text, from, text.length) ?? text.length;
    return { id: typeof id === 'string' || typeof id === 'number' ? `${id}` : '', start: from, end: at };
  });
  return { start, items };
}

function listIn(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/u, ''));
    const list = isFields(value) ? (value['references'] ?? value['items']) : value;
    return Array.isArray(list) ? (list as readonly unknown[]) : undefined;
  } catch {
    return undefined;
  }
}
