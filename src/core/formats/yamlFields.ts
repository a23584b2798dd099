import type { Problem } from '../problem';
import type { LibraryItem } from './readRecords';
import type { UnknownFields } from './unknownValue';
import { yamlItems } from './yamlItems';

/** A YAML document that is one item, and what is wrong with it. */
export interface YamlFields {
  /** Nothing where the document is empty. It stands where its first field does. */
  readonly item?: LibraryItem;
  readonly problems: readonly Problem[];
}

/**
 * The fields of a YAML document, each read by itself where the document as a whole is no valid YAML. What a broken line
 * says is then taken as text, for templates write titles without quotes: `title: FlashAttention: Fast`.
 */
export function yamlFields(text: string): YamlFields {
  const { items, problems } = yamlItems(text, 'map');
  const [first] = items;
  if (!first) return { problems };
  const { line, column } = first;
  if (first.key === undefined) return { item: { value: first.value, line, column }, problems };
  const broken = new Set(problems.filter(({ code }) => code === 'broken-yaml').map((problem) => problem.line));
  const lines = broken.size === 0 ? [] : text.split(/\r\n?|\n/u);
  const value: UnknownFields = Object.fromEntries(
    items.map((item) => [
      item.key ?? '',
      (broken.has(item.line) ? onlyLine(lines, item.line) : undefined) ?? item.value,
    ]),
  );
  return { item: { value, line, column }, problems };
}

/** What a field says whose value stands on one line. */
function onlyLine(lines: readonly string[], at: number): string | undefined {
  if (/^[\s-]/u.test(lines[at + 1] ?? '')) return undefined;
  const written = /^[^:]*:\s+(\S.*)$/u.exec(lines[at] ?? '')?.[1]?.trim();
  return written?.replace(/^(["'])(.*)\1$/u, '$2');
}
