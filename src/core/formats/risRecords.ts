import type { Problem } from '../problem';
import type { LibraryItem } from './readRecords';
import { risTags } from './risTags';

/** A record's values by their tags. A value that was wrapped is one line, but for an abstract's empty ones. */
export type RisFields = Readonly<Record<string, readonly string[]>>;

export interface RisRecords {
  readonly items: readonly (LibraryItem & { readonly value: RisFields })[];
  readonly problems: readonly Problem[];
}

/** `TY  - JOUR`: two characters, two spaces, a dash, a space; the last one is often missing. */
const exactTag = /^([A-Z][A-Z0-9]) {2}-/u;
const frameTag = /^(TY|ER)\s{0,4}-(?=\s|$)/u;
const looseTag = /^\s*([A-Z][A-Z0-9])\s{0,4}-(?=\s|$)/u;

/**
 * Cuts a RIS text into its records. A record ends with `ER`, with the next `TY`, or with the text; a line without a tag
 * goes on with the value above it.
 */
export function risRecords(text: string): RisRecords {
  const items: (LibraryItem & { readonly value: RisFields })[] = [];
  const problems: Problem[] = [];
  let open: { readonly fields: Map<string, string[][]>; readonly line: number; readonly isLoose: boolean } | undefined;
  let value: string[] | undefined;
  let stray: number | undefined;

  const close = (): void => {
    if (!open) return;
    const fields = [...open.fields].map(([tag, values]) => [tag, values.map(joined)] as const);
    items.push({ value: Object.fromEntries(fields), line: open.line, column: 0 });
    open = undefined;
    value = undefined;
  };
  const add = (code: string, message: string, line: number): void => {
    problems.push({ code, severity: 'warning', message, line, column: 0 });
  };

  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .forEach((content, line) => {
      const found = tagOf(content, open?.isLoose ?? true);
      if (found === undefined) {
        value?.push(content.trim());
        return;
      }
      const { tag, rest } = found;
      if (tag === 'ER') {
        close();
      } else if (tag === 'TY') {
        if (open) add('missing-end', 'This record has no line “ER  - ” at its end.', open.line);
        close();
        open = { fields: new Map([[tag, [[rest]]]]), line, isLoose: !exactTag.test(content) };
        value = undefined;
      } else if (open) {
        value = [rest];
        const values = open.fields.get(tag);
        if (values) values.push(value);
        else open.fields.set(tag, [value]);
      } else {
        stray ??= line;
      }
    });
  if (open) add('missing-end', 'This record has no line “ER  - ” at its end.', open.line);
  close();
  if (stray !== undefined) add('outside-record', 'This stands in no record: a record begins with “TY  - ”.', stray);
  if (items.length === 0 && stray === undefined && /\S/u.test(text)) {
    add('no-records', 'No records were found. Each begins with a line such as “TY  - JOUR”.', 0);
  }
  return { items, problems };
}

/** @param isLoose whether known tags count however they are spaced: in a text that wraps, `CT - …` may begin a line. */
function tagOf(line: string, isLoose: boolean): { readonly tag: string; readonly rest: string } | undefined {
  const loose = isLoose ? looseTag.exec(line) : null;
  const match = exactTag.exec(line) ?? frameTag.exec(line) ?? (risTags.has(loose?.[1] ?? '') ? loose : null);
  return match ? { tag: match[1]!, rest: line.slice(match[0].length).trim() } : undefined;
}

/** The lines of one value; empty ones part paragraphs. */
function joined(lines: readonly string[]): string {
  return lines
    .join('\n')
    .trim()
    .replace(/\n(?!\n)(?<!\n\n)/gu, ' ');
}
