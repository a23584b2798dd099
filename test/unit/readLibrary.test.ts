import { expect } from 'chai';
import { boundedProblems } from '../../src/core/formats/boundedProblems';
import { readLibrary } from '../../src/core/formats/readLibrary';
import type { Problem } from '../../src/core/problem';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = ({ problems }: { readonly problems: readonly Problem[] }): readonly string[] =>
  problems.map(({ code }) => code);

describe('readLibrary', () => {
  const entry = '@article{a, title = {Häse}, author = {A}, journal = {J}, year = 2020}';

  it('reads a file by its name and content', () => {
    for (const uri of ['file:///p/own.bib', 'vscode-vfs://github/p/own.bib', 'own.bib'])
      expect(readLibrary(bytes(entry), uri).papers.map(({ title }) => title)).to.deep.equal(['Häse']);
  });

  it('takes no binary file for a library, whatever its name', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
    for (const file of [png, Uint8Array.of(0), bytes(`${entry}\0`)])
      expect(readLibrary(file, 'own.bib')).to.deep.equal({
        papers: [],
        problems: [{ code: 'not-text', severity: 'error', message: 'This is not a text file.', line: 0, column: 0 }],
      });
  });

  it('reads UTF-16, which is full of NUL, as text', () => {
    const text = `\uFEFF${entry}`;
    const file = new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
    expect(readLibrary(file, 'own.bib').papers.map(({ title }) => title)).to.deep.equal(['Häse']);
  });

  it('says of a file that no format knows that it cannot be read', () => {
    for (const [uri, text] of [
      ['notes.md', '# Notes'],
      ['own.json', '{"a": 1}'],
      ['own.bib.zip', ''],
    ] as const) {
      const read = readLibrary(bytes(text), uri);
      expect(read.papers, uri).to.deep.equal([]);
      expect(codes(read), uri).to.deep.equal(['unknown-format']);
    }
  });

  it('lists a thousand problems of a file of garbage and how many more there are', () => {
    const garbage = `${'@article{, x = {\n'.repeat(5_000)}${entry}\n`;
    const { papers, problems } = readLibrary(bytes(garbage), 'own.bib');
    expect(papers.map(({ key }) => key)).to.include('a');
    expect(problems).to.have.length(1_001);
    expect(problems.at(-1)?.message).to.match(/not listed: \d+,\d{3}\.$/);
  });
});

describe('boundedProblems', () => {
  const problems = (count: number, severity: Problem['severity'], from = 0): Problem[] =>
    Array.from({ length: count }, (_, at) => ({ code: 'x', severity, message: '', line: from + at, column: 0 }));

  it('leaves a thousand as they are', () => {
    const thousand = problems(1_000, 'warning');
    expect(boundedProblems(thousand)).to.equal(thousand);
  });

  it('counts the rest', () => {
    const listed = boundedProblems(problems(1_001, 'error'));
    expect(listed).to.have.length(1_001);
    expect(listed.at(-1)).to.deep.equal({
      code: 'more-problems',
      severity: 'warning',
      message: 'Problems of this file that are not listed: 1.',
      line: 999,
      column: 0,
    });
  });

  it('keeps an error behind thousands of warnings, in its place', () => {
    const listed = boundedProblems([...problems(3_000, 'warning'), ...problems(2, 'error', 3_000)]);
    expect(listed).to.have.length(1_001);
    expect(listed.slice(997).map(({ code, line }) => `${code} ${line}`)).to.deep.equal([
      'x 997',
      'x 3000',
      'x 3001',
      'more-problems 3001',
    ]);
  });
});
