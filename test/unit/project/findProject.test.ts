import { expect } from 'chai';
import fc from 'fast-check';
import { findProject, type FoundProject } from '../../../src/core/cite/project/findProject';

const seed = 20261123;

type Tree = Readonly<Record<string, string>>;

/** The files around a document in a folder `/w`, which is handed what it wants to know until it wants no more. */
function found(path: string, tree: Tree, top = '/w'): Extract<FoundProject, { kind: 'found' }> {
  const texts = new Map<string, string | null>();
  const lists = new Map<string, readonly string[]>();
  const all = Object.keys(tree).map((name) => `/w/${name}`);
  const document = { path: `/w/${path}`, text: tree[path]!, languageId: 'plaintext' };
  for (let round = 0; round < 20; round++) {
    const result = findProject(document, top, { texts, lists });
    if (result.kind === 'found') return result;
    for (const one of result.wanted.paths) texts.set(one, tree[one.slice(3)] ?? null);
    for (const glob of result.wanted.globs) {
      const [, folder = '', deep, extension = ''] = /^(.*?)\/(\*\*\/)?\*(\.\w+)$/u.exec(glob)!;
      const inside = all.filter((one) => one.startsWith(`${folder}/`) && one.endsWith(extension));
      lists.set(glob, inside.filter((one) => deep || !one.slice(folder.length + 1).includes('/')).sort());
    }
  }
  throw new Error('It wants ever more.');
}

/** `path, as declared from file:line`, one-based. */
function declared(path: string, tree: Tree): readonly string[] {
  return found(path, tree).project.bibliographies.map((one) => {
    const base = one.relativeTo === one.declaredIn ? '' : ` relative to ${one.relativeTo.slice(3)}`;
    const unusable = one.unusable ? ` (${one.unusable})` : '';
    return one.isFound
      ? `${one.path.slice(3)} found`
      : `${one.path}${base}${unusable}, ${one.declaredIn.slice(3)}:${one.line + 1}`;
  });
}

const cases: readonly (readonly [what: string, path: string, tree: Tree, declared: readonly string[]])[] = [
  ['LaTeX', 'a.tex', { 'a.tex': 'x\n\\bibliography{a,b}' }, ['a.bib, a.tex:2', 'b.bib, a.tex:2']],
  [
    'LaTeX from the web',
    'a.tex',
    { 'a.tex': '\\addbibresource[location=remote]{https://a.org/x.bib}\n\\addbibresource[location=remote]{x.bib}' },
    ['https://a.org/x.bib (address), a.tex:1'],
  ],
  [
    'a document beside settings of pandoc',
    'a.md',
    { 'a.md': '---\nbibliography: a.bib\n---\n', 'metadata.yaml': 'bibliography: [b.bib, a.bib]' },
    ['a.bib, a.md:2', 'b.bib, metadata.yaml:1', 'a.bib, metadata.yaml:1'],
  ],
  [
    'a chapter that names its root',
    'chapters/one.tex',
    {
      'chapters/one.tex': '% !TEX root = ../main.tex\n',
      'main.tex': '\\documentclass{book}\n\\addbibresource{refs/a.bib}',
    },
    ['refs/a.bib, main.tex:2'],
  ],
  [
    'subfiles',
    'chapters/one.tex',
    {
      'chapters/one.tex': '\\documentclass[../main]{subfiles}\n',
      'main.tex': '\\documentclass{book}\n\\bibliography{a}',
    },
    ['a.bib, main.tex:2'],
  ],
  [
    'a chapter that the root inputs',
    'chapters/one.tex',
    {
      'chapters/one.tex': 'Text',
      'main.tex': '\\documentclass{book}\n\\input{preamble}\n\\include{chapters/one}',
      'preamble.tex': '\\usepackage{biblatex}\n\\addbibresource{a.bib}',
      'other.tex': '\\documentclass{book}\n\\bibliography{b}',
    },
    ['a.bib relative to main.tex, preamble.tex:2'],
  ],
  [
    'a part of a part of the root',
    'parts/deep/two.tex',
    {
      'parts/deep/two.tex': 'Text',
      'parts/one.tex': '\\input{parts/deep/two}',
      'main.tex': '\\documentclass{book}\n\\input{parts/one}\n\\bibliography{a}',
    },
    ['a.bib, main.tex:3'],
  ],
  [
    'files that input each other',
    'a.tex',
    { 'a.tex': '\\input{b}', 'b.tex': '\\input{a}\n\\bibliography{c}' },
    ['c.bib, b.tex:2'],
  ],
  [
    'a document that names itself as its root',
    'a.tex',
    { 'a.tex': '% !TEX root = a.tex\n\\bibliography{c}' },
    ['c.bib, a.tex:2'],
  ],
  [
    'a root that is not there',
    'a.tex',
    { 'a.tex': '% !TEX root = ../../../b.tex\n\\bibliography{c}' },
    ['c.bib, a.tex:2'],
  ],
  ['Pandoc', 'a.md', { 'a.md': '---\nbibliography:\n- a.bib\n- b.json\n---\n' }, ['a.bib, a.md:3', 'b.json, a.md:4']],
  [
    'Quarto, from the project down to the document',
    'posts/one/a.qmd',
    {
      'posts/one/a.qmd': '---\ntitle: A\nbibliography: own.bib\n---\n',
      'posts/one/_metadata.yml': 'bibliography: one.bib',
      'posts/_metadata.yml': 'bibliography: posts.bib',
      '_quarto.yml': 'project:\n  type: website\nbibliography: [site.bib, /root.bib]\nmetadata-files: [more.yml]\n',
      'more.yml': 'bibliography: more.bib',
      '_metadata.yml': '',
    },
    [
      'site.bib, _quarto.yml:3',
      'root.bib relative to , _quarto.yml:3',
      'more.bib, more.yml:1',
      'posts.bib, posts/_metadata.yml:1',
      'one.bib, posts/one/_metadata.yml:1',
      'own.bib, posts/one/a.qmd:3',
    ],
  ],
  [
    'bookdown, from the first file',
    'two.Rmd',
    {
      'two.Rmd': '# Two',
      'index.Rmd': '---\nsite: bookdown\nbibliography: [book.bib]\n---\n',
      '_bookdown.yml': 'rmd_files: []',
    },
    ['book.bib, index.Rmd:3'],
  ],
  [
    'R Markdown that is no book',
    'two.Rmd',
    { 'two.Rmd': '# Two', 'index.Rmd': '---\nbibliography: book.bib\n---\n' },
    [],
  ],
  ['Pandoc’s settings', 'a.md', { 'a.md': 'x', 'defaults.yaml': 'bibliography: a.bib' }, ['a.bib, defaults.yaml:1']],
  [
    'MyST, project and page',
    'docs/a.md',
    {
      'docs/a.md': '---\nbibliography: own.bib\n---\n',
      'myst.yml': 'project:\n  bibliography:\n    - a.bib\n    - https://a.org/b.bib\n',
    },
    ['a.bib, myst.yml:3', 'https://a.org/b.bib (address), myst.yml:4', 'own.bib, docs/a.md:2'],
  ],
  [
    'MyST without any: all files of the project',
    'docs/a.md',
    { 'docs/a.md': 'x', 'myst.yml': 'project: {}', 'refs.bib': '', 'docs/more.bib': '' },
    ['docs/more.bib found', 'refs.bib found'],
  ],
  [
    'Jupyter Book 1',
    'a.md',
    { 'a.md': '{cite:p}`x`', '_toc.yml': '', '_config.yml': 'bibtex_bibfiles:\n  - references.bib' },
    ['references.bib, _config.yml:2'],
  ],
  [
    'Sphinx',
    'docs/api/a.rst',
    { 'docs/api/a.rst': '.. bibliography:: own.bib', 'docs/conf.py': "x = 1\nbibtex_bibfiles = ['refs.bib']" },
    ['refs.bib, docs/conf.py:2', 'own.bib, docs/api/a.rst:1'],
  ],
  ['Typst', 'a.typ', { 'a.typ': 'x\n#bibliography(("a.bib", "b.yml"))' }, ['a.bib, a.typ:2', 'b.yml, a.typ:2']],
  [
    'a Typst chapter that another file includes',
    'chapters/one.typ',
    { 'chapters/one.typ': 'x', 'main.typ': '#include "chapters/one.typ"\n#bibliography("refs/a.bib")' },
    ['refs/a.bib, main.typ:2'],
  ],
  ['AsciiDoc', 'a.adoc', { 'a.adoc': '= A\n:bibtex-file: a.bib\n', 'b.bib': '' }, ['a.bib, a.adoc:2']],
  [
    'AsciiDoc without any: the first file of the folder',
    'a.adoc',
    { 'a.adoc': '= A\n', 'c.bib': '', 'b.bib': '' },
    ['b.bib found'],
  ],
  ['Org', 'a.org', { 'a.org': '#+title: A\n#+bibliography: a.bib\n' }, ['a.bib, a.org:2']],
  ['program code', 'a.py', { 'a.py': '# \\bibliography{a}' }, []],
  ['broken front matter', 'a.md', { 'a.md': '---\nbibliography: a.bib\ntitle: [\n---\n' }, ['a.bib, a.md:2']],
  ['Windows line ends', 'a.md', { 'a.md': '---\r\ntitle: A\r\nbibliography: a.bib\r\n---\r\n' }, ['a.bib, a.md:3']],
];

describe('The project of a document', () => {
  for (const [what, path, tree, expected] of cases) {
    it(`tells the bibliographies of ${what}`, () => expect(declared(path, tree)).to.deep.equal(expected));
  }

  it('tells what reads a .bib file, and the texts that tell how LaTeX cites', () => {
    const tree = {
      'a.tex': 'x',
      'main.tex': '\\documentclass{a}\\usepackage{biblatex}\\input{a}\\input{b}',
      'b.tex': 'b',
    };
    const { project } = found('a.tex', tree);
    expect([project.root, project.dialect]).to.deep.equal(['/w/main.tex', 'biblatex']);
    expect(project.relatedTexts).to.deep.equal([tree['main.tex'], 'b']);
  });

  it('tells MyST from Pandoc by the files of the project', () => {
    expect(found('a.md', { 'a.md': '' }).format).to.equal('pandoc');
    expect(found('a.md', { 'a.md': '', 'myst.yml': '' }).format).to.equal('myst');
    expect(found('x/a.md', { 'x/a.md': '', '_toc.yml': '' }).projectFiles).to.deep.equal(['_toc.yml']);
  });

  it('looks at nothing above the top folder', () => {
    const tree = { 'a/b.qmd': '', '_quarto.yml': 'bibliography: a.bib' };
    expect(found('a/b.qmd', tree, '/w/a').project.bibliographies).to.deep.equal([]);
    expect(found('a/b.qmd', tree, '/w').project.bibliographies).to.have.lengthOf(1);
  });

  it('comes to an end whatever the files hold', () => {
    const names = [
      'a.tex',
      'b/a.tex',
      'c.tex',
      'a.md',
      '_quarto.yml',
      'a.typ',
      'b/b.typ',
      'myst.yml',
      'conf.py',
      'a.rst',
    ];
    const piece = fc.constantFrom(
      '\\input{a}', '\\input{b/a}', '\\input{../c}', '% !TEX root = c.tex\n', '\\bibliography{x}', '---\n', 'bibliography: ',
      'metadata-files: [_quarto.yml]\n', '#include "b/b.typ"', '#include "a.typ"', '#bibliography("x")', '\n', '{', '"',
    ); // prettier-ignore
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(text, { minLength: names.length, maxLength: names.length }),
        (name, texts) => {
          const tree = Object.fromEntries(names.map((one, index) => [one, texts[index]!]));
          expect(found(name, tree).kind).to.equal('found');
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
