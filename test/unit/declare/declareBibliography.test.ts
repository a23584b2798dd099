import { expect } from 'chai';
import fc from 'fast-check';
import { declareBibliography, declaredWith } from '../../../src/core/cite/declare/declareBibliography';
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
    ['---\n  title: A\n---\n', '---\n  title: A\n  bibliography: references.bib\n---\n'],
    ['---\n{title: A}\n---\n', '---\n{bibliography: references.bib, title: A}\n---\n'],
    ['---\n{}\n---\n', '---\n{bibliography: references.bib}\n---\n'],
    ['---\nbibliography:\ntitle: A\n---\n', '---\nbibliography: references.bib\ntitle: A\n---\n'],
    ['---\n\nText\n\n---\n', '---\nbibliography: references.bib\n---\n\n---\n\nText\n\n---\n'],
    ['% Title\n% Author\n\nText', '% Title\n% Author\n\n---\nbibliography: references.bib\n---\n\nText'],
    ['% Title\n  goes on', '% Title\n  goes on\n\n---\nbibliography: references.bib\n---\n'],
    ['A\n\n---\ntitle: A\n---\n', '---\nbibliography: references.bib\n---\n\nA\n\n---\ntitle: A\n---\n'],
    ['---\n---\n', '---\nbibliography: references.bib\n---\n'],
    ['---\n  title: A\n  x: y\n---\n', '---\n  title: A\n  x: y\n  bibliography: references.bib\n---\n'],
    ['---\n# so\n\n"title": A\n---\n', '---\n# so\n\n"title": A\nbibliography: references.bib\n---\n'],
    ['---\n{title: A}\n---\n', '---\n{bibliography: references.bib, title: A}\n---\n'],
    ['---\r\n{\r\n}\r\n---\r\n', '---\r\n{bibliography: references.bib\r\n}\r\n---\r\n'],
    ['---\n{bibliography: []}\n---\n', 'refused:---\n{bibliography: []}\n---\n'],
    ['---\nbibliography:\ntitle: A\n---\n', '---\nbibliography: references.bib\ntitle: A\n---\n'],
    ['---\ntitle: A\nbibliography: # to do\n---\n', '---\ntitle: A\nbibliography: references.bib # to do\n---\n'],
    ['---\n  "bibliography":\n---\n', '---\n  "bibliography": references.bib\n---\n'],
    ['---\nbibliography: []\n---\n', '---\nbibliography: [references.bib]\n---\n'],
    ['---\nbibliography: ""\n---\n', '---\nbibliography: "references.bib"\n---\n'],
    ['---\nbibliography:\n- https://a.org/b.bib\n---\n', 'refused:---\nbibliography:\n- https://a.org/b.bib\n---\n'],
    ['---\nbibliography: https://a.org/b.bib\n---\n', 'refused:---\nbibliography: https://a.org/b.bib\n---\n'],
    ['---\nText\n---\n', 'refused:---\nText\n---\n'],
    // A blank line below it makes it a rule.
    ['---\n\nText\n\n---\n', '---\nbibliography: references.bib\n---\n\n---\n\nText\n\n---\n'],
    ['% Title\n% Author\n\nText', '% Title\n% Author\n\n---\nbibliography: references.bib\n---\n\nText'],
    ['\uFEFF% Title\n  more\nText', '\uFEFF% Title\n  more\n\n---\nbibliography: references.bib\n---\n\nText'],
    ['% Title', '% Title\n\n---\nbibliography: references.bib\n---\n'],
    ['% Title\n---\nx: y\n---\n', '% Title\n---\nx: y\nbibliography: references.bib\n---\n'],
    ['Text\n\n---\nx: y\n---\n', '---\nbibliography: references.bib\n---\n\nText\n\n---\nx: y\n---\n'],
    ['---\nx: y\n---\n\n---\nbibliography:\n---\n', '---\nx: y\n---\n\n---\nbibliography: references.bib\n---\n'],
  ],
  myst: [
    ['# A', '---\nbibliography: references.bib\n---\n\n# A'],
    ['% A', '---\nbibliography: references.bib\n---\n\n% A'],
    ['---\n\n  title: A\n---\n', '---\n\n  title: A\n  bibliography: references.bib\n---\n'],
    ['---\n\nText\n---\n', 'refused:---\n\nText\n---\n'],
    ['---\ntitle: A', 'refused:---\ntitle: A'],
  ],
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
    [
      ':PROPERTIES:\n:ID: 1\n:END:\n#+title: T\nText\n',
      ':PROPERTIES:\n:ID: 1\n:END:\n#+title: T\n#+bibliography: references.bib\nText\n\n#+print_bibliography:\n',
    ],
    [
      '# a\n\n:properties:\n:ID: 1\n:end:\nText\n',
      '# a\n\n:properties:\n:ID: 1\n:end:\n#+bibliography: references.bib\n\nText\n\n#+print_bibliography:\n',
    ],
    [
      ':PROPERTIES:\n:ID: 1\n:END:\n\n* A\n',
      ':PROPERTIES:\n:ID: 1\n:END:\n#+bibliography: references.bib\n\n* A\n\n#+print_bibliography:\n',
    ],
    [
      '* A\n:PROPERTIES:\n:END:\n',
      '#+bibliography: references.bib\n\n* A\n:PROPERTIES:\n:END:\n\n#+print_bibliography:\n',
    ],
    [
      '# -*- mode: org -*-\nText\n',
      '# -*- mode: org -*-\n#+bibliography: references.bib\n\nText\n\n#+print_bibliography:\n',
    ],
    [
      '#+title: T\n\n#+options: toc:nil\n\nText\n',
      '#+title: T\n\n#+options: toc:nil\n#+bibliography: references.bib\n\nText\n\n#+print_bibliography:\n',
    ],
    [
      '#+begin_comment\nx\n#+end_comment\n',
      '#+bibliography: references.bib\n\n#+begin_comment\nx\n#+end_comment\n\n#+print_bibliography:\n',
    ],
    [
      '#+title: T\n#+begin_abstract\nx\n#+end_abstract\n',
      '#+title: T\n#+bibliography: references.bib\n#+begin_abstract\nx\n#+end_abstract\n\n#+print_bibliography:\n',
    ],
    [
      '#+CAPTION[s]: c\n[[file:x.png]]\n',
      '#+bibliography: references.bib\n\n#+CAPTION[s]: c\n[[file:x.png]]\n\n#+print_bibliography:\n',
    ],
    [
      'A[fn:1]\n\n* Footnotes\n\n[fn:1] B\n',
      '#+bibliography: references.bib\n\nA[fn:1]\n\n#+print_bibliography:\n\n* Footnotes\n\n[fn:1] B\n',
    ],
    [
      '* A\n** COMMENT b\n* Footnotes\n** c\n* d :x:noexport:\n',
      '#+bibliography: references.bib\n\n* A\n\n#+print_bibliography:\n\n** COMMENT b\n* Footnotes\n** c\n* d :x:noexport:\n',
    ],
    ['* Footnotes\n* A\n', '#+bibliography: references.bib\n\n* Footnotes\n* A\n\n#+print_bibliography:\n'],
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

  const citing: readonly (readonly [format: string, before: string, cites: string, after: string])[] = [
    ['org', '|', '[cite:@a]', '#+bibliography: r.bib\n\n[cite:@a]|\n\n#+print_bibliography:\n'],
    ['org', '#+title: A|', ' [cite:@a]', '#+title: A [cite:@a]|\n#+bibliography: r.bib\n\n\n#+print_bibliography:\n'],
    ['org', '#+title: A\n|B', 'c ', '#+title: A\n#+bibliography: r.bib\nc |B\n\n#+print_bibliography:\n'],
    ['org', 'A\n* Footnotes\n|B\n', 'c ', '#+bibliography: r.bib\n\nA\n\n#+print_bibliography:\n\n* Footnotes\nc |B\n'],
    ['restructuredtext', 'A\n\n|', ':cite:p:`a`', 'A\n\n:cite:p:`a`|\n\n.. bibliography:: r.bib\n'],
    ['asciidoc', '= A|', ' c', '= A c|\n:bibtex-file: r.bib\n\n\nbibliography::[]\n'],
    ['pandoc', 'A |B', 'c ', '---\nbibliography: r.bib\n---\n\nA c |B'],
    ['comment', 'A |B', 'c ', 'A c |B'],
  ];
  for (const [format, before, cites, after] of citing) {
    it(`in ${format}, while citing: ${JSON.stringify(before)}`, () => {
      const at = before.indexOf('|');
      const text = before.replace('|', '');
      const edit = { start: at, end: at, text: cites };
      const { carets, edits } = declaredWith([edit], [at + cites.length], { format, text, path: 'r.bib', eol: '\n' });
      let changed = text;
      for (const one of [...edits].reverse()) changed = changed.slice(0, one.start) + one.text + changed.slice(one.end);
      expect(`${changed.slice(0, carets[0])}|${changed.slice(carets[0])}`).to.equal(after);
    });
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
