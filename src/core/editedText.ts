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

const lineEnd = /\r\n|\r|\n/;

/** A copy of the text in an editor, kept by lines: a key in a file of 30 MB then costs no more than in a small one. */
export class EditedText {
  readonly #lines: string[];

  constructor(text: string) {
    this.#lines = text.split(lineEnd);
  }

  /** With line feeds, whatever line ends it came with. */
  get text(): string {
    return this.#lines.join('\n');
  }

  /**
   * Carries an edit out.
   * @returns whether the outcome is what the editor has; if not, the two have come apart
   */
  apply({ changes, line, lineCount }: TextEdit): boolean {
    const lines = this.#lines;
    for (const { startLine, startColumn, endLine, endColumn, text } of changes) {
      const before = lines[startLine]?.slice(0, startColumn);
      const after = lines[endLine]?.slice(endColumn);
      if (before === undefined || after === undefined) return false;
      const changed = `${before}${text}${after}`.split(lineEnd);
      if (changed.length === 1 && startLine === endLine) lines[startLine] = changed[0]!;
      else replaceLines(lines, startLine, endLine + 1, changed);
    }
    const first = Math.min(...changes.map(({ startLine }) => startLine));
    return changes.length === 0 || (lines.length === lineCount && lines[first] === line);
  }
}

/** In slices, as a call takes only so many arguments. */
function replaceLines(lines: string[], start: number, end: number, changed: readonly string[]): void {
  const slice = 10_000;
  lines.splice(start, end - start, ...changed.slice(0, slice));
  for (let at = slice; at < changed.length; at += slice) lines.splice(start + at, 0, ...changed.slice(at, at + slice));
}
