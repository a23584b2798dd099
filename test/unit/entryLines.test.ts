import { expect } from 'chai';
import fc from 'fast-check';
import { linePositions } from '../../src/core/formats/linePositions';
import { readLibrary } from '../../src/core/formats/readLibrary';

describe('Lines of entries', () => {
  const abstract = 'One sentence that is long enough to be an abstract of a paper. And another one behind it.';
  const files: readonly (readonly [uri: string, text: string, lines: readonly number[]])[] = [
    ['own.bib', '% mine\n\n@misc{a,\n title={A}\n}\n@xdata{x}\n  @misc{b, title={B}}', [2, 6]],
    ['old.bib', '% mine\r\r\n@misc{a,\r\n title={A}}\r@misc{b, title={B}}', [2, 4]],
    ['broken.bib', '@misc{a, title={A}\n\n@misc{b, title={B}}\n@misc{c, title={C}}', [0, 2, 3]],
    [
      'own.json',
      '[\n  {"id": "a", "type": "book", "title": "A", "DOI": "10.1000/a"},\n  1,\n  {"id": "b", "type": "book", "title": "B"}\n]',
      [1, 3],
    ],
    ['own.yml', '# mine\na:\n  type: book\n  title: A\nb:\n  type: book\n  title: B\n', [1, 4]],
    ['own.ris', '\nTY  - BOOK\nTI  - A\nER  - \n\nTY  - BOOK\nTI  - B\nER  - \n', [1, 5]],
    ['CITATION.cff', 'cff-version: 1.2.0\ntitle: A\nreferences:\n  - type: book\n    title: B\n', [1, 3]],
    ['huggingface.txt', `Daily Papers\n\nA\n\n${abstract}\n\nB\n\n${abstract}\n`, [2, 6]],
  ];
  for (const [uri, text, lines] of files) {
    it(`are those of the file, in ${uri}`, () => {
      const read = readLibrary(new TextEncoder().encode(text), uri);
      expect(read.lines).to.deep.equal(lines);
      expect(read.papers).to.have.length(lines.length);
    });
  }

  it('are counted as editors count them', () => {
    const text = fc.array(fc.constantFrom('\r', '\n', 'a'), { maxLength: 12 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, (file) => {
        const position = linePositions(file);
        for (let offset = 0; offset <= file.length; offset++) {
          // Within `\r\n` one is still at the end of the line.
          if (file[offset - 1] === '\r' && file[offset] === '\n') continue;
          const lines = file.slice(0, offset).split(/\r\n?|\n/);
          expect(position(offset)).to.deep.equal({ line: lines.length - 1, column: lines.at(-1)!.length });
        }
      }),
      { seed: 20221122, numRuns: 500 },
    );
  });
});
