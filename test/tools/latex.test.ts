import { expect } from 'chai';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bibliographyOf, citing, corpusPapers } from './corpusPapers';
import { hasTool, runTool } from './runTool';

describe('LaTeX', function () {
  this.timeout(180_000);
  let folder: string;
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'paperside-latex-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  if (hasTool('biber')) {
    for (const dialect of ['biblatex', 'bibtex'] as const) {
      it(`biber finds nothing wrong in the entries of all papers, written for ${dialect}`, () => {
        write('refs.bib', bibliographyOf('refs.bib', corpusPapers, dialect));
        const said = runTool('biber', ['--tool', '--validate-datamodel', '--nolog', 'refs.bib'], folder)!;
        expect(said).to.not.match(/WARN|ERROR/);
        expect(read('refs_bibertool.bib').match(/^@/gm)).to.have.lengthOf(corpusPapers.length);
      });
    }
  }

  if (hasTool('biber')) {
    it('biber finds what is wrong', () => {
      write('refs.bib', '@article{a,\n  title = {A},\n  nonsense = {B}\n}\n');
      expect(runTool('biber', ['--tool', '--validate-datamodel', '--nolog', 'refs.bib'], folder)).to.match(/WARN/);
    });
  }

  if (hasTool('bibtex')) {
    for (const style of ['plain', 'alpha', 'unsrt', 'abbrv']) {
      it(`BibTeX finds nothing wrong in the entries of all papers with the style ${style}`, () => {
        write('refs.bib', bibliographyOf('refs.bib', corpusPapers));
        write('paper.aux', `\\citation{*}\n\\bibstyle{${style}}\n\\bibdata{refs}\n`);
        const said = runTool('bibtex', ['paper'], folder)!;
        expect(said).to.not.match(/warning|error/i);
        expect(read('paper.bbl').match(/\\bibitem/g)).to.have.lengthOf(corpusPapers.length);
      });
    }
  }

  if (hasTool('pdflatex') && hasTool('bibtex')) {
    const preambles = {
      'LaTeX alone': '\\bibliographystyle{plain}',
      natbib: '\\usepackage{natbib}\n\\bibliographystyle{plainnat}',
    };
    for (const [what, preamble] of Object.entries(preambles)) {
      it(`a document of ${what} that cites all papers has every citation`, () => {
        write('refs.bib', bibliographyOf('refs.bib', corpusPapers));
        const head = `\\documentclass{article}\n${preamble}\n\\begin{document}\n`;
        write('paper.tex', citing('paper.tex', head, corpusPapers, '\\bibliography{refs}\n\\end{document}\n'));
        const latex = (): string => runTool('pdflatex', ['-interaction=nonstopmode', 'paper'], folder)!;
        latex();
        const said = runTool('bibtex', ['paper'], folder)!;
        expect(said).to.not.match(/warning|error/i);
        latex();
        expect(latex()).to.not.match(/undefined|^!|multiply/m);
        expect(read('paper.aux').match(/\\bibcite/g)).to.have.lengthOf(corpusPapers.length);
      });
    }
  }
});
