import { expect } from 'chai';
import fc from 'fast-check';
import { declareBibliography } from '../../../src/core/cite/declare/declareBibliography';
import { declaredLibraries } from '../../../src/core/cite/declarations/declaredLibraries';

function declared(format: string, text: string): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const { head, tail } = declareBibliography(format, text, 'references.bib', eol) ?? {
    head: { offset: 0, text: 'refused:' },
  };
  let changed = text;
  for (const one of [tail, head]) {
    if (one) changed = changed.slice(0, one.offset) + one.text + changed.slice(one.offset);
  }
  return changed;
}

const cases: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  latex: [
    [
      '\\begin{document}\nA\n\\end{document}\n',
      '\\begin{document}\nA\n\\bibliographystyle{plain}\n\\bibliography{references}\n\\end{document}\n',
    ],
    [
      '\\usepackage{natbib}\nA\n\\end{document}',
      '\\usepackage{natbib}\nA\n\\bibliographystyle{plainnat}\n\\bibliography{references}\n\\end{document}',
    ],
    [
      '\\bibliographystyle{apa}\r\n\\end{document}\r\n',
      '\\bibliographystyle{apa}\r\n\\bibliography{references}\r\n\\end{document}\r\n',
    ],
    [
      '\\usepackage[style=apa]{biblatex} % so\n\\begin{document}',
      '\\usepackage[style=apa]{biblatex} % so\n\\addbibresource{references.bib}\n\\begin{document}',
    ],
    ['no end', 'refused:no end'],
    [
      '\\usepackage{csquotes,biblatex}\n\\begin{document}\n\\end{document}\n',
      '\\usepackage{csquotes,biblatex}\n\\addbibresource{references.bib}\n\\begin{document}\n\\end{document}\n',
    ],
    [
      '\\RequirePackage{biblatex}\n\\begin{document}\n\\end{document}\n',
      '\\RequirePackage{biblatex}\n\\addbibresource{references.bib}\n\\begin{document}\n\\end{document}\n',
    ],
    [
      '\\usepackage{biblatex-chicago}\n\\begin{document}\n\\end{document}\n',
      '\\usepackage{biblatex-chicago}\n\\addbibresource{references.bib}\n\\begin{document}\n\\end{document}\n',
    ],
    [
      '\\usepackage[sorting={[x]}]{biblatex}\n\\begin{document}\n\\end{document}\n',
      '\\usepackage[sorting={[x]}]{biblatex}\n\\addbibresource{references.bib}\n\\begin{document}\n\\end{document}\n',
    ],
    [
      '\\usepackage[% [x]\n  style=apa]{biblatex}\n\\begin{document}\n\\end{document}\n',
      '\\usepackage[% [x]\n  style=apa]{biblatex}\n\\addbibresource{references.bib}\n\\begin{document}\n\\end{document}\n',
    ],
    [
      '\\usepackage\n{biblatex} % \\begin{document}\n\\begin{document}\n\\end{document}\n',
      '\\usepackage\n{biblatex} % \\begin{document}\n\\addbibresource{references.bib}\n\\begin{document}\n\\end{document}\n',
    ],
    ['\\usepackage{biblatex}', '\\usepackage{biblatex}\n\\addbibresource{references.bib}\n'],
    [
      '\\usepackage{biblatex} \\begin{document}\n\\end{document}',
      '\\usepackage{biblatex}\n\\addbibresource{references.bib}\n \\begin{document}\n\\end{document}',
    ],
    [
      'A\n\\end{document}\n% \\end{document}\n',
      'A\n\\bibliographystyle{plain}\n\\bibliography{references}\n\\end{document}\n% \\end{document}\n',
    ],
    [
      '\\verb|\\end{document}|\n% \\end{document}\n\\end{document}\n\\verb|\\end{document}|',
      '\\verb|\\end{document}|\n% \\end{document}\n\\bibliographystyle{plain}\n\\bibliography{references}\n\\end{document}\n\\verb|\\end{document}|',
    ],
    [
      '\\begin{verbatim}\n\\usepackage{biblatex}\n\\bibliographystyle{b}\n\\end{document}\n\\end{verbatim}\n\\end {document}',
      '\\begin{verbatim}\n\\usepackage{biblatex}\n\\bibliographystyle{b}\n\\end{document}\n\\end{verbatim}\n\\bibliographystyle{plain}\n\\bibliography{references}\n\\end {document}',
    ],
    ['% \\end{document}', 'refused:% \\end{document}'],
  ],
  pandoc: [
    ['', '---\nbibliography: references.bib\n---\n\n'],
    ['# A\n', '---\nbibliography: references.bib\n---\n\n# A\n'],
    ['---\ntitle: A\n---\nText', '---\ntitle: A\nbibliography: references.bib\n---\nText'],
    ['---\r\ntitle: A\r\n...\r\n', '---\r\ntitle: A\r\nbibliography: references.bib\r\n...\r\n'],
    ['---\ntitle: A\n', 'refused:---\ntitle: A\n'],
  ],
  myst: [['# A', '---\nbibliography: references.bib\n---\n\n# A']],
  restructuredtext: [['A\n', 'A\n\n.. bibliography:: references.bib\n']],
  typst: [
    ['= A', '= A\n\n#bibliography("references.bib")\n'],
    ['', '#bibliography("references.bib")\n'],
  ],
  asciidoc: [
    ['= A\n\nText\n', '= A\n:bibtex-file: references.bib\n\nText\n\nbibliography::[]\n'],
    ['Text\n', ':bibtex-file: references.bib\n\nText\n\nbibliography::[]\n'],
  ],
  org: [
    ['#+title: A\nText\n', '#+title: A\n#+bibliography: references.bib\nText\n\n#+print_bibliography:\n'],
    ['Text\n', '#+bibliography: references.bib\n\nText\n\n#+print_bibliography:\n'],
  ],
  comment: [['x = 1', 'refused:x = 1']],
};

describe('Declaring a bibliography', () => {
  const names: Readonly<Record<string, string>> = {
    latex: 'a.tex',
    pandoc: 'a.md',
    myst: 'a.md',
    restructuredtext: 'a.rst',
    typst: 'a.typ',
    asciidoc: 'a.adoc',
    org: 'a.org',
  };
  for (const [format, some] of Object.entries(cases)) {
    for (const [before, after] of some) {
      it(`in ${format}: ${JSON.stringify(before)}`, () => {
        expect(declared(format, before)).to.equal(after);
        const name = names[format];
        if (name && !after.startsWith('refused:'))
          expect(declaredLibraries(name, after)).to.deep.equal(['references.bib']);
      });
    }
  }

  it('changes nothing else, whatever the text', () => {
    const piece = fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      '= A',
      '#+a: b',
      '\\end{document}',
      '\\usepackage{biblatex}',
      'a',
      ' ',
      '\uFEFF',
    );
    const text = fc.array(piece, { maxLength: 15 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...Object.keys(names)), (before, format) => {
        const { head, tail } = declareBibliography(format, before, 'r.bib', '\n') ?? {};
        for (const one of [head, tail]) if (one) expect(one.offset).to.be.within(0, before.length);
      }),
      { seed: 20261123, numRuns: 500 },
    );
  });
});
