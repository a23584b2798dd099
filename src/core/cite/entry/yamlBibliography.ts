import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Paper } from '../../paper';
import { toOneLine } from '../../text';
import { commonest } from '../commonest';
import type {
  BibliographyFormat,
  BibliographyOutline,
  EntryInsertion,
  NewEntry,
  UnusableBibliography,
} from './bibliographyFormat';
import { entryPaper } from './entryPaper';
import { insertInOrder } from './insertInOrder';
import { isEmptyYaml } from './isEmptyYaml';
import { lineBreak } from './lineBreak';

/** What tells the YAML bibliographies apart. */
export interface YamlBibliography {
  readonly id: string;
  /** A map from keys to entries, or a list of entries that name their keys in a field. */
  readonly shape: 'map' | { readonly listOf: string; readonly below: string };
  /** A paper under its key as the file's only entry, in steps of two blanks. */
  write(paper: Paper): string;
}

interface PlacedEntry {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface PlacedEntries {
  readonly entries: readonly PlacedEntry[];
  /** What stands before the lines of each entry. */
  readonly indentation: string;
  /** What the lines below an entry's first one are indented by. */
  readonly step: string;
}

const malformed: UnusableBibliography = { problem: 'malformed' };

/** A YAML bibliography into which entries go as text of their own, in block style; a file in any other is left alone. */
export function yamlBibliography({ id, shape, write }: YamlBibliography): BibliographyFormat {
  return {
    id,
    outline(text): BibliographyOutline | UnusableBibliography {
      const placed = isEmptyYaml(text) ? empty : placedEntries(text, shape);
      if (!placed) return malformed;
      const { entries, indentation, step } = placed;
      const keys = entries.map(({ key }) => key);
      const eol = lineBreak(text);
      const gap = commonest(entries.slice(1).map(({ start }, at) => gapBefore(text, entries[at]!.end, start))) ?? eol;
      const written = ({ key, paper }: NewEntry): string =>
        indented(write(entryPaper(paper, key)), indentation, step, eol);
      const place = (before: number, added: readonly string[]): EntryInsertion => {
        const previous = entries[before - 1];
        if (previous) return { offset: previous.end, text: added.map((one) => gap + one).join('') };
        const [next] = entries;
        if (next) return { offset: lineStart(text, next.start), text: added.map((one) => one + gap).join('') };
        const head = typeof shape === 'object' && isEmptyYaml(text) ? `${shape.below}:${eol}` : '';
        const isClosed = text === '' || text.endsWith('\n');
        return { offset: text.length, text: (isClosed ? '' : eol) + head + added.join(gap) + (isClosed ? eol : '') };
      };
      return {
        keys,
        validKey: toOneLine,
        insert: (added) => insertInOrder(keys, added, written, place),
      };
    },
  };
}

const empty: PlacedEntries = { entries: [], indentation: '', step: '  ' };

function placedEntries(text: string, shape: YamlBibliography['shape']): PlacedEntries | undefined {
  // A map of aliases upon aliases is nobody's bibliography; none is expanded here.
  const document = parsed(text);
  if (!document || document.errors.length > 0) return undefined;
  const { contents } = document;
  if (shape === 'map') {
    if (!isMap(contents) || contents.flow) return undefined;
    const entries = contents.items.flatMap(({ key, value }) => {
      const [start, end] = [rangeOf(key)?.[0], rangeOf(value)?.[1]];
      return isScalar(key) && start !== undefined && end !== undefined
        ? [placedEntry(text, `${key.value}`, start, end)]
        : [];
    });
    if (entries.length !== contents.items.length) return undefined;
    return { entries, indentation: '', step: stepBelow(text, entries) };
  }
  const list: unknown = isMap(contents) ? contents.get(shape.below, true) : contents;
  if (!isSeq(list) || list.flow || list.items.length === 0) return undefined;
  const entries = list.items.flatMap((item) => {
    const range = rangeOf(item);
    const key = isMap(item) ? item.get(shape.listOf) : undefined;
    const [start, end] = range ?? [];
    if (start === undefined || end === undefined) return [];
    return [placedEntry(text, typeof key === 'string' ? key : '', start, end)];
  });
  const [, indentation, dash] = /^([^\S\n]*)(-[^\S\n]+)$/u.exec(lineTo(text, entries[0]?.start ?? 0)) ?? [];
  if (indentation === undefined || dash === undefined || entries.length !== list.items.length) return undefined;
  return { entries, indentation, step: ' '.repeat(dash.length) };
}

/** `undefined` for what is nested too deeply to be read. */
function parsed(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function placedEntry(text: string, key: string, start: number, end: number): PlacedEntry {
  const last = text.slice(start, end).trimEnd().length + start;
  // One behind its last value, and those that are indented like its fields.
  const column = Math.max(1, start - lineStart(text, start));
  const comments = new RegExp(`^(?:[^\\S\\n]*#[^\\n]*)?(?:\\n {${column},}#[^\\n]*)*`, 'u');
  return { key, start, end: last + comments.exec(text.slice(last, last + 1_000))![0].trimEnd().length };
}

/** The indentation of an entry's first field. */
function stepBelow(text: string, entries: readonly PlacedEntry[]): string {
  const steps = entries.slice(-30).flatMap(({ start, end }) => /\n( +)\S/u.exec(text.slice(start, end))?.[1] ?? []);
  return commonest(steps) ?? '  ';
}

/** The line break and blank lines between two entries; what comments stand there does not matter. */
function gapBefore(text: string, end: number, start: number): string {
  const breaks = /^\s*\n/u.exec(text.slice(end, start))?.[0] ?? '\n';
  return breaks.replace(/[^\r\n]/gu, '');
}

/** An entry's text without its last line break, its lines indented as the file's are. */
function indented(entry: string, indentation: string, step: string, eol: string): string {
  return entry
    .trimEnd()
    .split('\n')
    .map((line) => {
      const text = line.startsWith('- ') ? `-${step.slice(1)}${line.slice(2)}` : line.replace(/^ {2}/u, step);
      return indentation + text;
    })
    .join(eol);
}

function rangeOf(node: unknown): readonly number[] | undefined {
  const range: unknown = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) ? (range as readonly number[]) : undefined;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineTo(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}
