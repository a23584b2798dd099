import type { PaperRecord } from '../paper';
import type { Problem } from '../problem';
import type { ParsedLibrary } from './libraryFormat';
import { paperRecordOf, type RecordParts } from './recordParts';
import { isFields, type UnknownFields } from './unknownValue';

/** One item of a library file that holds a list or a map of them. */
export interface LibraryItem {
  /** Where the file maps keys to items. */
  readonly key?: string;
  readonly value: unknown;
  /** Zero-based. */
  readonly line: number;
  readonly column: number;
}

/**
 * Reads a file's items one by one: one that cannot be read becomes a problem and never hides the others.
 * @param problems what is wrong with the file already; these come first
 */
export function readRecords(
  items: Iterable<LibraryItem>,
  read: (fields: UnknownFields, key: string | undefined) => RecordParts,
  problems: readonly Problem[] = [],
): ParsedLibrary {
  const papers: PaperRecord[] = [];
  const lines: number[] = [];
  const found = [...problems];
  const keys = new Set<string>();
  for (const { key: mapKey, value, line, column } of items) {
    const add = (code: string, severity: Problem['severity'], message: string): void => {
      found.push({ code, severity, message, line, column });
    };
    if (!isFields(value)) {
      add('not-an-entry', 'error', `${named(mapKey)} is no entry with fields, so it was left out.`);
      continue;
    }
    const record = paperRecordOf(read(value, mapKey));
    if (record.title === '') {
      add('missing-title', 'warning', `${named(record.key)} has no title, so it was left out.`);
      continue;
    }
    if (record.key !== undefined && keys.has(record.key)) {
      add('duplicate-key', 'warning', `The key “${excerpt(record.key)}” is used more than once.`);
    }
    if (record.key !== undefined) keys.add(record.key);
    papers.push(record);
    lines.push(line);
  }
  return { papers, lines, problems: found.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function named(key: string | undefined): string {
  return key === undefined ? 'This' : `“${excerpt(key)}”`;
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).toWellFormed().trimEnd()}…`;
}
