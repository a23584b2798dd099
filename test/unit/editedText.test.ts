import { expect } from 'chai';
import { EditedText, type TextChange } from '../../src/core/editedText';

const change = (
  startLine: number,
  startColumn: number,
  endLine: number,
  endColumn: number,
  text: string,
): TextChange => ({
  startLine,
  startColumn,
  endLine,
  endColumn,
  text,
});

const lines = (text: string): string[] => text.split(/\r\n|\r|\n/);
const first = (changes: readonly TextChange[]): number => Math.min(...changes.map(({ startLine }) => startLine));

describe('Edited text', () => {
  const cases: readonly [string, string, TextChange[], string][] = [
    ['a letter', 'a\nb', [change(1, 1, 1, 1, 'c')], 'a\nbc'],
    ['into nothing', '', [change(0, 0, 0, 0, 'a')], 'a'],
    ['a line joined', 'a\nb\nc', [change(0, 1, 1, 0, '')], 'ab\nc'],
    ['lines put in', 'a\nd', [change(0, 1, 0, 1, '\nb\nc')], 'a\nb\nc\nd'],
    ['every line', 'a\nb\nc', [change(0, 0, 2, 1, 'x')], 'x'],
    ['at the end', 'a\n', [change(1, 0, 1, 0, 'b')], 'a\nb'],
    ['other line ends', 'a\r\nb\rc\nd', [change(2, 0, 3, 0, 'x\r\n')], 'a\nb\nx\nd'],
    ['many lines', 'a\nb', [change(0, 1, 0, 1, '\nx'.repeat(25_000))], `a${'\nx'.repeat(25_000)}\nb`],
    ['several, the last first', 'a\nb\nc', [change(2, 0, 2, 1, 'z'), change(0, 0, 0, 1, 'x')], 'x\nb\nz'],
  ];
  for (const [name, before, changes, after] of cases) {
    it(`takes ${name}`, () => {
      const line = lines(after)[first(changes)]!;
      const edited = new EditedText(before);
      expect(edited.apply({ changes, line, lineCount: lines(after).length })).to.equal(true);
      expect(edited.text).to.equal(after);
    });
  }

  const apart: readonly [string, string, TextChange, string, number][] = [
    ['is shorter', 'a\nb', change(2, 0, 2, 0, 'c'), 'c', 3],
    ['has another line there', 'a\nb', change(1, 1, 1, 1, 'c'), 'xc', 2],
    ['has more lines', 'a\nb\nc', change(1, 1, 1, 1, 'c'), 'bc', 2],
    ['has fewer lines', 'a\nb', change(1, 1, 1, 1, 'c'), 'bc', 3],
  ];
  for (const [name, text, typed, line, lineCount] of apart) {
    it(`notices that a copy ${name}`, () => {
      expect(new EditedText(text).apply({ changes: [typed], line, lineCount })).to.equal(false);
    });
  }
});
