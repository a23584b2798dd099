import type { Problem } from '../problem';
import { jsonStringEnd, jsonValueEnd } from './jsonValueEnd';
import { linePositions } from './linePositions';
import type { LibraryItem } from './readRecords';

/** The objects of a JSON file, and what is wrong with the rest of it. */
export interface JsonItems {
  readonly items: readonly LibraryItem[];
  readonly problems: readonly Problem[];
}

const listStart = /\s*(?:\{\s*"(?:references|items)"\s*:\s*)?\[/y;
// Each broken item may reach to the end of the file. So often is that looked through before items end with their lines.
const mostRescans = 8;
const blank = /[\s,]*/y;

/**
 * The objects of a list, or of the list that `references` or `items` names first in an object, or an object alone. They
 * are cut out one by one, each at its own place, so that a broken one costs none of the others: whatever JSON itself
 * makes of it, it ends where a line begins like the first one. Nesting costs no stack.
 * @param file JSON, with or without a byte order mark
 */
export function jsonItems(file: string): JsonItems {
  const text = file.replace(/^\uFEFF/u, '');
  const items: LibraryItem[] = [];
  const problems: Problem[] = [];
  const positionOf = linePositions(text);
  const add = (code: string, message: string, offset: number): void => {
    problems.push({ code, severity: 'error', message, ...positionOf(offset) });
  };

  listStart.lastIndex = 0;
  const isList = listStart.test(text);
  let at = isList ? listStart.lastIndex : 0;
  let firstColumn: number | undefined;
  let scanned = 0;
  for (;;) {
    blank.lastIndex = at;
    blank.test(text);
    at = blank.lastIndex;
    if (at >= text.length) {
      if (isList) add('truncated-file', 'The list has no end: the file may have been cut off.', text.length);
      break;
    }
    if (isList && text[at] === ']') break;

    const position = positionOf(at);
    const isObject = text[at] === '{';
    if (isObject) firstColumn ??= position.column;
    const limit = scanned > mostRescans * text.length ? nextStart(text, at + 1, text.length, firstColumn) : text.length;
    const balanced = isObject ? jsonValueEnd(text, at, limit) : skipEnd(text, at);
    scanned += (balanced ?? limit) - at;
    const read = balanced === undefined ? 'It has no end.' : parsed(text.slice(at, balanced));
    if (typeof read !== 'string') {
      items.push({ value: read.value, ...position });
      at = balanced!;
    } else {
      add('broken-json', `This is not valid JSON, so it was left out. ${read}`, at);
      at = isObject ? nextStart(text, at + 1, balanced ?? limit, firstColumn) : (balanced ?? limit);
    }
    if (!isList) break;
  }
  return { items, problems };
}

function parsed(json: string): { readonly value: unknown } | string {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch (error) {
    return error instanceof RangeError ? 'It is nested too deeply.' : sentence(error);
  }
}

/** What the engine says, without the excerpts and offsets that mean nothing beside a line and a column. */
function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message.replace(/(?:,? ?"[^]*?" is not valid JSON| in JSON)?(?: at position [^]*)?$/u, '')}.`;
}

/** The end of something in the list that is no object: the next object, or the list's end. */
function skipEnd(text: string, start: number): number {
  if (text[start] === '[') return jsonValueEnd(text, start, text.length) ?? text.length;
  if (text[start] === '"') {
    return jsonStringEnd(text, start + 1);
  }
  const rest = /[^,{[\]]+|[^]/y;
  rest.lastIndex = start;
  rest.test(text);
  return rest.lastIndex;
}

/** Where a line before `end` begins with an object in the column of the first one; else `end`. */
function nextStart(text: string, from: number, end: number, column = 0): number {
  const lineStart = /[\n\r]([^\S\n\r]*)(?=\{)/g;
  for (const match of text.slice(from, end).matchAll(lineStart)) {
    if (match[1]!.length === column) return from + match.index + match[0].length;
  }
  return end;
}
