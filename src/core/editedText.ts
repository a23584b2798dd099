/** A change of a text by zero-based lines and UTF-16 columns, as editors report what was typed. */
export interface TextChange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** What was typed at once, and enough of the outcome to tell whether another copy of the text is the same. */
export interface TextEdit {
  /** Later places first, so that none moves another. */
  readonly changes: readonly TextChange[];
  /** How many lines the text has afterwards, and what the line of the first place then holds. */
  readonly lineCount: number;
  readonly line: string;
}

/**
 * A text after an edit.
 * @returns nothing where the outcome is not what the editor has: the two have come apart
 */
export function applyEdit(text: string, { changes, line, lineCount }: TextEdit): string | undefined {
  if (changes.length === 0) return text;
  let result = text;
  for (const { startLine, startColumn, endLine, endColumn, text: inserted } of changes) {
    const startOfLine = lineStart(result, 0, startLine);
    const endOfLine = startOfLine === undefined ? undefined : lineStart(result, startOfLine, endLine - startLine);
    if (startOfLine === undefined || endOfLine === undefined) return undefined;
    result = result.slice(0, startOfLine + startColumn) + inserted + result.slice(endOfLine + endColumn);
  }
  const first = Math.min(...changes.map(({ startLine }) => startLine));
  const start = lineStart(result, 0, first);
  if (start === undefined || lineAt(result, start) !== line) return undefined;
  return lineStart(result, start, lineCount - 1 - first) !== undefined &&
    lineStart(result, start, lineCount - first) === undefined
    ? result
    : undefined;
}

const lineEnd = /\r\n|\r|\n/g;

/** The offset at which the line begins that lies so many lines behind the one that begins at `from`. */
function lineStart(text: string, from: number, lines: number): number | undefined {
  lineEnd.lastIndex = from;
  for (let line = 0; line < lines; line++) if (!lineEnd.test(text)) return undefined;
  return lines === 0 ? from : lineEnd.lastIndex;
}

function lineAt(text: string, start: number): string {
  lineEnd.lastIndex = start;
  return text.slice(start, lineEnd.exec(text)?.index);
}
