import { expect } from 'chai';
import { toOneLine } from '../../src/core/text';

describe('Text on one line', () => {
  const cases: readonly (readonly [name: string, text: string, line: string])[] = [
    ['line breaks of every kind', 'a\nb\r\nc\u2028d\u2029e\u0085f\u000Bg\fh', 'a b c d e f g h'],
    ['runs of white space', ' a \t\u00A0 b ', 'a b'],
    ['characters that hide', 'h\u200Bi\u2060d\uFEFFd\u0000e\u001Bn', 'hidden'],
    ['characters that turn the direction', 'a\u202Eb\u2066c\u2069d\u200Fe\u061Cf', 'abcdef'],
    ['tags', 'a\u{E0041}\u{E007F}b', 'ab'],
    ['white space around what is dropped', 'a \u200B b\uFEFF c', 'a b c'],
    ['half a letter', 'a\uD83Db', 'a\uFFFDb'],
    ['joined emoji and marks, which stay', '👩‍👩‍👧 e\u0301', '👩‍👩‍👧 e\u0301'],
  ];
  for (const [name, text, line] of cases) {
    it(`has ${name} mended`, () => {
      expect(toOneLine(text)).to.equal(line);
    });
  }
});
