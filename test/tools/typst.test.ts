import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bibliographyOf, citing, corpusPapers } from './corpusPapers';

describe('Typst', function () {
  this.timeout(120_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'paperside-typst-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** What Typst complains of in a document and its bibliography. */
  const complaints = (text: string, name: string, bibliography: string): string | undefined => {
    writeFileSync(join(folder, 'paper.typ'), text);
    writeFileSync(join(folder, name), bibliography);
    const compiler = NodeCompiler.create({ workspace: folder });
    const compiled = compiler.compile({ mainFilePath: join(folder, 'paper.typ') });
    const error = compiled.takeError() ?? compiled.takeWarnings();
    return error ? JSON.stringify(error.shortDiagnostics) : undefined;
  };

  for (const name of ['refs.bib', 'refs.yml']) {
    it(`resolves the citations of all papers from ${name}`, () => {
      const text = citing('paper.typ', '= Paper\n', corpusPapers, `#bibliography("${name}")\n`);
      expect(complaints(text, name, bibliographyOf(name, corpusPapers))).to.equal(undefined);
    });
  }

  it('resolves keys that no label can hold', () => {
    const [paper] = corpusPapers;
    for (const key of ['b/2', 'd:4', 'f.g', 'a+b', 'é2020', '2020a', 'a_b', 'x.', 'DBLP:conf/nips/X+1']) {
      const keyed = { ...paper!, key };
      const text = citing('paper.typ', '', [keyed], '#bibliography("refs.yml")\n');
      expect(complaints(text, 'refs.yml', bibliographyOf('refs.yml', [keyed])), key).to.equal(undefined);
    }
  });

  it('complains of a key that is not there', () => {
    const text = '@nobody\n#bibliography("refs.bib")\n';
    expect(complaints(text, 'refs.bib', bibliographyOf('refs.bib', corpusPapers))).to.match(/nobody/);
  });
});
