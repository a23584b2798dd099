import { expect } from 'chai';
import fc from 'fast-check';
import { declarationsIn, declaredLibraries } from '../../src/core/cite/declarations/declaredLibraries';
import { declaringDocumentGlob, declaringDocumentKind } from '../../src/core/cite/declarations/declaringDocumentKind';
import { resolveDeclared, type ResolvedLibrary } from '../../src/core/cite/declarations/resolveDeclared';

const seed = 20221122;

type Declarations = Readonly<Record<string, readonly (readonly [text: string, declared: readonly string[]])[]>>;

const declarations: Declarations = {
  'paper.md': [
    ['---\nbibliography: refs.bib\n---\ntext', ['refs.bib']],
    ['---\nbibliography: refs.bib\n...\ntext', ['refs.bib']],
    ['\uFEFF---\r\nbibliography: refs.json\r\n---\r\ntext', ['refs.json']],
    ['\n  \n--- \nbibliography: refs.bib\n--- \n', ['refs.bib']],
    ['---\n\nbibliography: refs.bib\n---\n', ['refs.bib']],
    ['Text\n\n---\nbibliography: refs.bib\n---\n', ['refs.bib']],
    ['---\nbibliography: a.bib\n---\n\nText\n\n---\nbibliography: b.bib\n...\n', ['b.bib']],
    ['---\nbibliography: a.bib\n---\n\n---\ntitle: T\n---\n', ['a.bib']],
    ['Text\n---\nbibliography: refs.bib\n---\n', []],
    ['---\n\nText\n\n---\n\nbibliography: refs.bib\n\n---\n', []],
    ['```\n\n---\nbibliography: refs.bib\n---\n```\n', []],
    ['\uFEFF---\nbibliography: refs.bib\n---\n', ['refs.bib']],
    ['---\nbibliography: [a.bib, "b c.json", \'d.yaml\']\n---\n', ['a.bib', 'b c.json', 'd.yaml']],
    ['---\nbibliography:\n  - a.bib # first\n  - ../b.yml\n  - a.bib\n---\n', ['a.bib', '../b.yml']],
    ['---\nbibliography: {main: a.bib, software: b.bib}\n---\n', ['a.bib', 'b.bib']],
    ['---\nbibliography: "caf\\u00e9.bib"\n---\n', ['café.bib']],
    ['---\nx: &b a.bib\nbibliography: [*b, c.bib]\n---\n', ['a.bib', 'c.bib']],
    ['---\nformat:\n  html: default\n  pdf:\n    bibliography: print.bib\n---\n', ['print.bib']],
    ['---\nmetadata:\n  bibliography: a.bib\n---\n', ['a.bib']],
    ['---\nreferences:\n- id: a\n  title: bibliography\n---\n', []],
    ['---\nother:\n  bibliography: a.bib\n---\n', []],
    ['---\n# bibliography: a.bib\ntitle: "bibliography: b.bib"\n---\n', []],
    ['---\nbibliography: a.bib\n', []],
    ['text\n---\nbibliography: a.bib\n---\n', []],
    // Metadata further down, of which the last counts.
    ['text\n\n---\nbibliography: refs.bib\n---', ['refs.bib']],
    ['text\n\n---\nbibliography: refs.bib\n...\nmore', ['refs.bib']],
    ['---\nbibliography: a.bib\n---\ntext\n\n---\nbibliography: b.bib\n---\n', ['b.bib']],
    ['---\nbibliography: a.bib\n---\ntext\n\n---\ntitle: bibliography\n---\n', ['a.bib']],
    ['---\ntitle: A\n---\n---\nbibliography: a.bib\n---\n', ['a.bib']],
    ['---\n\ntext\n\n---\nbibliography: a.bib\n---\n', ['a.bib']],
    ['---\ntext\n\n---\nbibliography: a.bib\n---\n', ['a.bib']],
    ['% Title\n  more\n% Author\n---\nbibliography: a.bib\n---\n', ['a.bib']],
    ['text\n\n---\n\nbibliography: a.bib\n---\n', []],
    ['text\n\n```\n\n---\nbibliography: a.bib\n---\n\n```\n', []],
    ['text\n\n<!--\n\n---\nbibliography: a.bib\n---\n-->\n', []],
    ['```\nx\n```\n\n<!-- x -->\n\n---\nbibliography: a.bib\n---\n', ['a.bib']],
    [' ---\nbibliography: a.bib\n---\n', []],
    ['---\nbibliography: [a.bib, {b: c}, [d], ""]\n---\n', ['a.bib']],
    ['---\nbibliography: [https://a.org/b.bib, file:///b.bib, "`r f`", !expr here::here("a.bib"), ., "", a/]\n---\n', []],
    ['---\nbibliography: "a\\nb.bib"\n---\n', []],
    [`---\nbibliography: a.bib\ntitle: [\n---\n`, ['a.bib']],
    [`---\nbibliography: a.bib\nx: ${'x'.repeat(70_000)}\n---\n`, []],
  ],
  'notes/chapter.Rmd': [['---\nbibliography: ["refs.bib", "packages.bib"]\nbiblio-style: apalike\n---\n', ['refs.bib', 'packages.bib']]],
  'paper.qmd': [['---\nbibliography: refs.bib\n---\n', ['refs.bib']]],
  '_quarto.yml': [
    ['project:\n  type: book\nbibliography: references.bib\nformat:\n  pdf:\n    bibliography: [b.yaml]\n', ['references.bib', 'b.yaml']],
    ['book:\n  title: bibliography\n', []],
  ],
  '_quarto-draft.yaml': [['bibliography: draft.bib', ['draft.bib']]],
  'posts/_metadata.yml': [['bibliography: ../refs.bib', ['../refs.bib']]],
  'defaults.yaml': [['bibliography:\n- a.json\nmetadata:\n  bibliography: b.json\n', ['a.json', 'b.json']]],
  'myst.yml': [
    ['version: 1\nproject:\n  bibliography:\n    - a.bib\n    - https://example.com/b.bib\n', ['a.bib']],
    ['bibliography: a.bib', []],
  ],
  '_config.yml': [
    ['title: t\nbibtex_bibfiles:\n  - references.bib\n', ['references.bib']],
    ['sphinx:\n  config:\n    bibtex_bibfiles: [a.bib, b.bib]\n', ['a.bib', 'b.bib']],
    ['bibliography: a.bib\nparse:\n  bibtex_bibfiles: [c.bib]\n', []],
  ],
  'docs/conf.py': [
    ["extensions = ['sphinxcontrib.bibtex']\nbibtex_bibfiles = ['refs.bib']\n", ['refs.bib']],
    ['bibtex_bibfiles: list[str] = [\n  "a.bib",  # "x.bib"\n  r"b\\c.bib",\n  \'d\\\'e.bib\',\n]\nother = ["f.bib"]', ['a.bib', 'b\\c.bib', "d'e.bib"]],
    ["bibtex_bibfiles=('a.bib',)\nbibtex_bibfiles += ['b.bib']", ['a.bib', 'b.bib']],
    ["bibtex_bibfiles = [base + 'a.bib']\n", []],
    ["# bibtex_bibfiles = ['a.bib']\n  bibtex_bibfiles = ['b.bib']\n", []],
    ["'''\nbibtex_bibfiles = ['a.bib']\n'''\n", []],
    ["bibtex_bibfiles = ['a.bib", []],
    ['bibtex_bibfiles = ["a" + ".bib"]\n', []],
    ['bibtex_bibfiles = ["a" + ".bib", f"b.bib", join("c.bib", "d.bib"), "e.bib"]\n', ['e.bib']],
    ['bibtex_bibfiles = ["a.bib" "b"]\n', ['a.bibb']],
    ['bibtex_bibfiles = ["refs/"\n  \'a.bib\',  # one\n  "b.bib"]\n', ['refs/a.bib', 'b.bib']],
    ['if x:\n    bibtex_bibfiles = ["a.bib"]\nelse:\n    # no\n    y = 1\n    bibtex_bibfiles = ["b.bib"]\n', ['a.bib', 'b.bib']],
    ['if (\n    x\n):\n    with y:\n        bibtex_bibfiles = ["a.bib"]\n', ['a.bib']],
    ['def f():\n    if x:\n        bibtex_bibfiles = ["a.bib"]\nf(\n  bibtex_bibfiles=["b.bib"])\n', []],
  ],
  'index.rst': [
    ['text\n\n.. bibliography:: a.bib  b.bib\n   :cited:\n\n.. bibliography::\n', ['a.bib', 'b.bib']],
    ['.. bibliography:: a.bib\n   b.bib\n   :cited:\n\n   c.bib\n', ['a.bib', 'b.bib']],
    ['.. bibliography::\n   a.bib\n\ntext\n', ['a.bib']],
    ['.. bibliography:: a.bib\ntext\n', ['a.bib']],
    ['.. code-block:: rst\n\n   .. bibliography:: a.bib\n\n.. bibliography:: b.bib\n', ['b.bib']],
    ['So::\n\n   .. bibliography:: a.bib\n\n', []],
    ['.. a comment\n   .. bibliography:: a.bib\n', []],
    ['.. note::\n\n   .. bibliography:: a.bib\n', ['a.bib']],
  ],
  'main.typ': [
    ['#bibliography("works.yml")', ['works.yml']],
    ['#bibliography("works.yml", style: "apa", title: "x.bib")', ['works.yml']],
    ['#bibliography(style: "apa", title: [A, "b" (c)], "works.yml")', ['works.yml']],
    ['#bibliography(("a.bib", "b.yml",), full: true)', ['a.bib', 'b.yml']],
    ['#bibliography(\n  // "no.bib",\n  ( /* "no.bib" /* */ , */ "a.bib",\n    // "c.bib"\n    "b.yml")\n)', ['a.bib', 'b.yml']],
    ['#let refs = bibliography("a.bib")', ['a.bib']],
    ['#show: paper.with(\n  title: "A",\n  bibliography: bibliography("refs.bib"),\n)', ['refs.bib']],
    ['#{ std.bibliography("a.bib") }', ['a.bib']],
    ['#bibliography("a\\"\\u{e9}\\\\b.bib")', ['a"é\\b.bib']],
    ['#bibliography("/refs/works.yml")', ['/refs/works.yml']],
    ['See https://a.org and "quotes" of 5" pipes. #bibliography("a.bib")', ['a.bib']],
    ['#link("https://a.org//b")[c] #let g = "src/*.typ"\n#bibliography("a.bib")', ['a.bib']],
    ['#set bibliography(style: "ieee")\n#show bibliography: set text(9pt)', []],
    ['#bibliography(bytes(read("a.bib")))', []],
    ['#bibliography(path, "a.bib")', []],
    ['// #bibliography("a.bib")\n/* #bibliography("b.bib") */', []],
    ['`#bibliography("a.bib")` ```typ\n#bibliography("b.bib")\n```', []],
    ['`` #bibliography("a.bib")', ['a.bib']],
    ['#mybibliography("a.bib") #my-bibliography("a.bib") #bibliography-x("a.bib")', []],
    ['#let text = "#bibliography(x)"', []],
    ['#bibliography("a.bib"', []],
    ['#bibliography(\n#bibliography("a.bib")', ['a.bib']],
    ['#bibliography("https://a.org/b.bib")', []],
  ],
  'main.tex': [
    ['\\bibliography{refs}', ['refs.bib']],
    ['\\bibliography{a, sub/b ,c.bib}', ['a.bib', 'sub/b.bib', 'c.bib']],
    ['\\bibliography{%\n  a,% first\n  b%\n}', ['a.bib', 'b.bib']],
    ['\\bibliography\n  {a}', ['a.bib']],
    ['\\nobibliography*\\nobibliography{a}', ['a.bib']],
    ['\\addbibresource{a.bib}\\addbibresource[datatype=bibtex]{b c.bib}', ['a.bib', 'b c.bib']],
    ['\\addbibresource[label=x] % why\n {a.bib}', ['a.bib']],
    ['\\addglobalbib{g.bib}\\addsectionbib{s.bib}\\putbib[p]\\putbib', ['g.bib', 's.bib', 'p.bib']],
    ['\\addbibresource[location=remote]{https://a.org/x.bib}\\addbibresource[location = remote]{x.bib}', []],
    ['\\addbibresource[glob]{*.bib}', []],
    ['% \\bibliography{a}\n50\\% \\bibliography{b}\n\\\\% \\bibliography{c}', ['b.bib']],
    ['\\bibliographystyle{plain}\\bibliography@x{a}\\printbibliography{b}\\bibliography{\\jobname}', []],
    ['\\newcommand{\\refs}[1]{\\bibliography{#1}}', []],
    ['\\begin{verbatim}\n\\bibliography{a}\n\\end{verbatim}\n\\bibliography{b}', ['b.bib']],
    ['\\verb|\\bibliography{a}| \\lstinline!\\bibliography{b}! \\bibliography{c}', ['c.bib']],
    ['\\verb|open\n\\bibliography{c}', ['c.bib']],
    ['\\begin{document}\\bibliography{a}\\end{document}\\bibliography{b}', ['a.bib']],
    ['\\bibliography{a', []],
    ['\\\\bibliography{a}', []],
    ['\\href{http://x/a%20b}{c} \\bibliography{a}', ['a.bib']],
    ['\\url|a%b| \\bibliography{a} % \\bibliography{b}', ['a.bib']],
    ['\\bibliography{a%\n  b}', ['ab.bib']],
    ['\\iffalse \\bibliography{a} \\fi \\bibliography{b}', ['b.bib']],
    ['\\lstnewenvironment{py}{}{}\\begin{py}\\bibliography{a}\\end{py}\\bibliography{b}', ['b.bib']],
    ['\\begin{luacode}\n5 % 3 \\end{luacode}\\bibliography{b}', ['b.bib']],
  ],
  'paper.Rnw': [
    ['\\bibliography{refs}', ['refs.bib']],
    ['<<b>>=\n"\\bibliography{a}" % \\end{document}\n@\n\\Sexpr{5 %% 2} \\bibliography{b}', ['b.bib']],
  ],
  'paper.adoc': [
    ['= Title\n:bibtex-file: refs.bib \n:bibtex-style: apa\n', ['refs.bib']],
    ['bibliography::a.bib[apa]\nbibliography::[]\n', ['a.bib']],
    ['// :bibtex-file: a.bib\n ----\n----\n:bibtex-file: b.bib\n----\n////\nbibliography::c.bib[]\n', []],
  ],
  'paper.org': [
    ['#+bibliography: a.json\n#+BIBLIOGRAPHY: "b c.bib"\n#+print_bibliography:\n', ['a.json', 'b c.bib']],
    ['  #+bibliography: ~/works.bib\n', ['~/works.bib']],
    ['bibliographystyle:apa\nbibliography:a.bib,../b.bib\n[[nobibliography:c.bib]]', ['a.bib', '../b.bib', 'c.bib']],
    ['# bibliography:a.bib\n#+begin_src org\n#+bibliography: b.bib\n#+END_SRC\nA bibliography:nothing', []],
  ],
  'refs.bib': [['\\bibliography{a}', []]],
  '_bookdown.yml': [['bibliography: a.bib', []]],
}; // prettier-ignore

describe('Bibliographies that documents declare', () => {
  for (const [path, cases] of Object.entries(declarations)) {
    for (const [text, declared] of cases) {
      it(`${path}: ${text.slice(0, 90).replace(/\s+/gu, ' ')} → ${declared.join(', ')}`, () => {
        expect(declaredLibraries(path, text)).to.deep.equal(declared);
        expect(declaredLibraries(`/c:/x y/${path}`, text.replace(/\r?\n/gu, '\r\n'))).to.deep.equal(declared);
      });
    }
  }

  it('tells which of them only a program can compute', () => {
    expect(declarationsIn('conf.py', 'bibtex_bibfiles = [\n  "a" + ".bib",\n  "b.bib",\n]\n')).to.deep.equal([
      { path: '"a" + ".bib"', line: 1, unusable: 'code' },
      { path: 'b.bib', line: 2 },
    ]);
  });

  const names: readonly (readonly [path: string, mayDeclare: boolean])[] = [
    ['a.md', true],
    ['sub/A.MARKDOWN', true],
    ['a.qmd', true],
    ['a.Rmd', true],
    ['_quarto.yml', true],
    ['x/_quarto-print.yaml', true],
    ['x/_metadata.yml', true],
    ['myst.yml', true],
    ['_config.yml', true],
    ['docs/conf.py', true],
    ['a.rst', true],
    ['a.typ', true],
    ['a.TEX', true],
    ['a.adoc', true],
    ['a.org', true],
    ['', false],
    ['md', false],
    ['a.md.bak', false],
    ['a.md/b', false],
    ['my_quarto.yml', false],
    ['_quarto.yml.md5', false],
    ['other.yml', false],
    ['myconf.py', false],
    ['a.ts', false],
  ];
  for (const [path, mayDeclare] of names) {
    it(`${mayDeclare ? 'takes' : 'leaves'} ${path}`, () => {
      expect(declaringDocumentKind(path) !== undefined).to.equal(mayDeclare);
      expect(globPattern(declaringDocumentGlob).test(path)).to.equal(mayDeclare);
    });
  }
});

describe('Declarations in hostile text', () => {
  const paths = Object.keys(declarations);
  const mayBePath = /^[^\p{Cc}]{1,1000}$/u;
  const anywhere = ['{', '"', '\\', '\n', ' ', '---\n', '(', '#', 'a: '];
  const special: Readonly<Record<string, readonly string[]>> = {
    'paper.md': ['...', '\n---', '[', '&a [*a,'],
    '_quarto.yml': ['[', '- ', '? ', '{a: ', '&a [*a,', '"a\\', '!', '\n# '],
    'docs/conf.py': ["\nbibtex_bibfiles = [", '\nbibtex_bibfiles = [#', '\nbibtex_bibfiles: ', "\nbibtex_bibfiles = ['", "\nif x:\n bibtex_bibfiles = ['a',", "\nbibtex_bibfiles = ['a'(", 'r"', '"""', "'"],
    'index.rst': ['\n.. bibliography:: a\t', '\n.. bibliography::', '..', '\n.. bibliography:: a\n   b', '\n.. bibliography::\n   ', 'a::\n', '``a'],
    'main.typ': ['bibliography(', 'bibliography("', 'bibliography((', 'bibliography(/*', '#bibliography(a', '("', '("\\', '```', '`` ', '`a', '/*', '/*/', '//', 'https://', '#bibliography("\\u{', 'bibliography '],
    'main.tex': ['\\bibliography', '\\bibliography{', '\\bibliography[', '\\bibliography %\n', '%\n', '\\addbibresource[a]', '\\begin{verbatim}', '\\verb|', '\\verb\u20ac', '\\begin', '\\putbib[', '{', '%', '\\url{', '\\href{a}', '\\Sexpr{', '\n<<a>>=', '\n<<', '\n@', '\\iffalse', '\\iffalse a\\if', '\\let\\iffalse', '\\newminted{a}', '\\newminted['],
    'paper.adoc': [':bibtex-file: ', '\n:bibtex-file: a', '////\n', '\nbibliography::', '\nbibliography::a['],
    'paper.org': ['#+bibliography: ', '\n#+begin_src', 'bibliography:a,', 'bibliography:', '\n#+bibliography: "', '#+'],
  }; // prettier-ignore
  const pieces = [...new Set([...anywhere, ...Object.values(special).flat()])];

  // What took time in proportion to the square of a million characters would run into mocha's limit.
  for (const [path, own] of Object.entries(special)) {
    it(`${path}: takes no long time over a million characters of anything`, () => {
      for (const piece of [...anywhere, ...own]) {
        const text = `---\nbibliography: a\n${piece.repeat(1_000_000 / piece.length)}`;
        for (const one of [text, `${text.slice(0, 60_000)}\n---\n`]) {
          const declared = declaredLibraries(path, one);
          expect(declared.every((library) => mayBePath.test(library))).to.equal(true);
        }
      }
    }).timeout(60_000);
  }

  it('unfolds no aliases', () => {
    const bomb = `a0: &a0 [x, x]\n${Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}\n`;
    expect(declaredLibraries('_quarto.yml', `${bomb}bibliography: *a60`)).to.deep.equal([]);
  });

  it('throws on no text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...Object.values(declarations).flat().map(([text]) => text)), fc.string({ unit: 'binary' })), { maxLength: 12 }),
        (path, parts) => {
          for (const declared of declaredLibraries(path, parts.join(''))) {
            expect(declared).to.match(mayBePath);
            resolveDeclared(`/${path}`, declared);
          }
        },
      ),
      { seed, numRuns: 1_000 },
    ); // prettier-ignore
  }).timeout(20_000);
});

describe('Where a declared bibliography is', () => {
  const cases: readonly (readonly [declaring: string, declared: string, resolved: ResolvedLibrary])[] = [
    ['/home/me/paper/main.tex', 'refs.bib', { kind: 'path', path: '/home/me/paper/refs.bib' }],
    ['/home/me/paper/main.tex', '../a b/./refs.bib', { kind: 'path', path: '/home/me/a b/refs.bib' }],
    ['/home/me/paper/main.tex', 'sub\\refs.bib', { kind: 'path', path: '/home/me/paper/sub/refs.bib' }],
    ['/home/me/paper/main.tex', '/srv/refs.bib', { kind: 'path', path: '/srv/refs.bib' }],
    ['/home/me/paper/main.tex', '~/refs.bib', { kind: 'homePath', path: 'refs.bib' }],
    ['/home/me/paper/main.tex', '~/../refs.bib', { kind: 'refused', reason: 'aboveRoot' }],
    ['/a/main.tex', '../../refs.bib', { kind: 'refused', reason: 'aboveRoot' }],
    ['/main.tex', 'refs.bib', { kind: 'path', path: '/refs.bib' }],
    ['/a/main.tex', 'C:\\refs.bib', { kind: 'refused', reason: 'otherDrive' }],
    ['/a/main.tex', '\\\\server\\share\\refs.bib', { kind: 'refused', reason: 'network' }],
    ['/a/main.tex', '//server/share/refs.bib', { kind: 'refused', reason: 'network' }],
    ['/a/main.tex', '\\/server/share/refs.bib', { kind: 'refused', reason: 'network' }],
    ['/c:/a/main.tex', 'b/refs.bib', { kind: 'path', path: '/c:/a/b/refs.bib' }],
    ['/c:/a/main.tex', '../refs.bib', { kind: 'path', path: '/c:/refs.bib' }],
    ['/c:/a/main.tex', '../../refs.bib', { kind: 'refused', reason: 'aboveRoot' }],
    ['/c:/a/main.tex', '/b/refs.bib', { kind: 'path', path: '/c:/b/refs.bib' }],
    ['/c:/a/main.tex', 'C:\\b\\refs.bib', { kind: 'path', path: '/c:/b/refs.bib' }],
    ['/c:/a/main.tex', 'D:/refs.bib', { kind: 'refused', reason: 'otherDrive' }],
    ['/c:/a/main.tex', 'C://server/refs.bib', { kind: 'path', path: '/c:/server/refs.bib' }],
    ['/home/me/paper/main.typ', '/refs/works.yml', { kind: 'projectPath', path: 'refs/works.yml' }],
    ['/home/me/paper/main.typ', '/../works.yml', { kind: 'refused', reason: 'aboveRoot' }],
    ['/home/me/paper/main.typ', '../works.yml', { kind: 'path', path: '/home/me/works.yml' }],
  ];
  for (const [declaring, declared, resolved] of cases) {
    it(`${declaring}: ${declared}`, () => {
      expect(resolveDeclared(declaring, declared)).to.deep.equal(resolved);
    });
  }
});

/** The glob as VS Code reads it, as far as this one goes. */
function globPattern(glob: string): RegExp {
  const alternatives = /^\*\*\/\{(.*)\}$/u.exec(glob)?.[1] ?? '';
  const pattern = alternatives.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replaceAll(',', '|');
  return new RegExp(`^(?:.*/)?(?:${pattern})$`, 'u');
}
