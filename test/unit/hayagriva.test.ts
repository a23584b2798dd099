import { expect } from 'chai';
import { hayagriva } from '../../src/core/formats/hayagriva';
import { detectFormat } from '../../src/core/formats/libraryFormats';
import type { PaperRecord } from '../../src/core/paper';

function one(fields: string): PaperRecord {
  const { papers, problems } = hayagriva.parse(`key:\n${fields.replace(/^/gmu, '  ')}\n`);
  expect(problems).to.deep.equal([]);
  expect(papers).to.have.length(1);
  return papers[0]!;
}

const typst = `zygos:
    type: Article
    author:
        - Prekas, George
        - von der Leyen, Ursula
        - { name: Mädje, given-name: Laurenz, prefix: van, suffix: Jr., alias: x }
        - UNICEF
    title:
        value: "{ZygOS}: Low Tail Latency"
        verbatim: true
    date: 2017-10
    page-range: 325-341
    serial-number:
        doi: 10.1145/3132747.3132780
    parent:
        - type: Proceedings
          title: Symposium on Operating Systems Principles
          publisher: ACM
harry:
    type: Chapter
    title: A chapter
    parent:
        title: Harry Potter
        author: Rowling, J. K.
        date: ~2003-06-21
`;

describe('Hayagriva', () => {
  it('reads what Typst’s people write', () => {
    const { papers, problems } = hayagriva.parse(typst);
    expect(problems).to.deep.equal([]);
    expect(papers).to.deep.equal([
      {
        key: 'zygos',
        title: 'ZygOS: Low Tail Latency',
        abstract: '',
        source: { title: '{ZygOS}: Low Tail Latency', abstract: '' },
        authors: [
          { given: 'George', family: 'Prekas' },
          { given: 'Ursula', family: 'von der Leyen' },
          { given: 'Laurenz', family: 'van Mädje Jr.' },
          { family: 'UNICEF' },
        ],
        year: 2017,
        month: 10,
        type: 'paper-conference',
        venue: 'Symposium on Operating Systems Principles',
        doi: '10.1145/3132747.3132780',
        topics: [],
        links: [{ kind: 'doi', url: 'https://doi.org/10.1145/3132747.3132780' }],
      },
      {
        key: 'harry',
        title: 'A chapter',
        abstract: '',
        source: { title: 'A chapter', abstract: '' },
        authors: [{ given: 'J. K.', family: 'Rowling' }],
        year: 2003,
        month: 6,
        type: 'chapter',
        venue: 'Harry Potter',
        topics: [],
        links: [],
      },
    ]);
  });

  const types: readonly (readonly [fields: string, type: string, venue: string | undefined])[] = [
    ['type: article', 'article', undefined],
    ['type: ARTICLE\nparent: {title: Nature}', 'article-journal', 'Nature'],
    ['type: article\nparent: [{type: Conference, title: ICML}, {type: video, title: w}]', 'paper-conference', 'ICML'],
    ['type: article\nparent: {type: newspaper, title: Times}', 'article-journal', 'Times'],
    ['type: article\nparent: {type: blog, title: Log}', 'webpage', 'Log'],
    ['type: article\nparent: {type: repository, title: Authorea}', 'article', 'Authorea'],
    ['type: anthos\nparent: {title: Studies}', 'chapter', 'Studies'],
    ['type: anthos\nparent: {type: proceedings, title: {value: ICML, short: I}}', 'paper-conference', 'ICML'],
    ['type: thesis\norganization: MIT\npublisher: P', 'thesis', 'MIT'],
    ['type: report\npublisher: P', 'report', 'P'],
    ['type: book\npublisher: P', 'book', 'P'],
    ['type: repository', 'software', undefined],
    ['type: misc\ngenre: Dataset', 'dataset', undefined],
    ['type: web', 'webpage', undefined],
    ['type: video', 'document', undefined],
    ['type: constructor', 'document', undefined],
    ['author: x', 'document', undefined],
  ];
  for (const [fields, type, venue] of types) {
    it(`takes ${fields.replaceAll('\n', ', ')} for ${type}`, () => {
      const paper = one(`title: t\n${fields}`);
      expect([paper.type, paper.venue]).to.deep.equal([type, venue]);
    });
  }

  const identifiers: readonly (readonly [fields: string, doi: string | undefined, arxiv: string | undefined])[] = [
    ['serial-number: {doi: 10.1/x}', undefined, undefined],
    ['serial-number: {doi: 10.1145/X}', '10.1145/x', undefined],
    ['doi: "10.1145/X"', '10.1145/x', undefined],
    ['serial-number: {arxiv: 2003.13720}', undefined, '2003.13720'],
    ['serial-number: 2003.13720\nparent: {type: repository, title: arXiv}', undefined, '2003.13720'],
    ['serial-number: 2003.13720', undefined, undefined],
    ['serial-number: arXiv:2003.13720', undefined, '2003.13720'],
    ['serial-number: {doi: 10.48550/arXiv.2003.13720}', undefined, '2003.13720'],
    ['url: {value: "https://arxiv.org/abs/2003.13720", date: 2020-01-01}', undefined, '2003.13720'],
    ['parent: {type: proceedings, title: P, serial-number: {doi: 10.1145/whole}}', undefined, undefined],
  ];
  for (const [fields, doi, arxiv] of identifiers) {
    it(`finds identifiers in ${fields.replaceAll('\n', ', ')}`, () => {
      const paper = one(`title: t\n${fields}`);
      expect([paper.doi, paper.arxiv]).to.deep.equal([doi, arxiv]);
    });
  }

  const titles: readonly (readonly [written: string, plain: string])[] = [
    ['"{imagiNary} Publishing"', 'imagiNary Publishing'],
    ['"the $x$ of \\\\{a\\\\} and \\\\$5"', 'the x of {a} and $5'],
    ['{value: Renaissance, translation: x}', 'Renaissance'],
    ['1984', '1984'],
  ];
  for (const [written, plain] of titles) {
    it(`shows ${written} as text`, () => {
      expect(one(`type: book\ntitle: ${written}`).title).to.equal(plain);
    });
  }

  it('reads the rest of a file with broken entries', () => {
    const { papers, problems } = hayagriva.parse(
      'a: {title: A}\nb:\n  title: "B\n  date: 2020\nc:\n  title: C\nd: text\ne: {type: book}\nc: {title: again}\n',
    );
    expect(papers.map(({ key, title }) => [key, title])).to.deep.include.members([
      ['a', 'A'],
      ['c', 'C'],
      ['c', 'again'],
    ]);
    expect(problems.map(({ code, line, column }) => [code, line, column])).to.deep.equal([
      ['broken-yaml', 4, 0],
      ['not-an-entry', 6, 0],
      ['missing-title', 7, 0],
      ['duplicate-key', 8, 0],
    ]);
    for (const { message } of problems) expect(message).to.match(/^[“\p{Lu}].*\.$/u);
  });

  it('is not impressed by parents that name themselves, keys that are names of objects, or 3,000 authors', () => {
    expect(hayagriva.parse('a: &a\n  title: t\n  parent: *a\n').problems.map(({ code }) => code)).to.deep.equal([
      'unknown-alias',
    ]);
    const deep = `a: {title: t, parent: ${'{parent: '.repeat(50)}{title: p}${'}'.repeat(50)}}`;
    expect(hayagriva.parse(deep).papers).to.have.length(1);
    const [paper] = hayagriva.parse('__proto__: {title: t, type: __proto__, author: {__proto__: {name: x}}}').papers;
    expect(paper).to.include({ key: '__proto__', title: 't' });
    expect(paper?.authors).to.deep.equal([]);
    const authors = Array.from({ length: 3_000 }, (_, index) => `"F${index}, G"`);
    expect(one(`title: t\nauthor: [${authors.join(', ')}]`).authors).to.have.length(3_000);
  }).timeout(20_000);

  const files: readonly (readonly [path: string, head: string, format: string | undefined])[] = [
    ['refs.yml', typst, 'hayagriva'],
    ['refs.yaml', typst.slice(0, 300), 'hayagriva'],
    ['refs.yaml', 'a: {type: book, title: t}', 'hayagriva'],
    ['refs.yml', 'a:\n  title: t\n  parent: {type: x}\nb:\n  type: book\n  title: u\n', 'hayagriva'],
    ['refs.txt', typst, undefined],
    ['docker-compose.yml', 'services:\n  web:\n    image: nginx\n    volumes:\n      - type: bind\n        source: .\nvolumes:\n  data: {}\n', undefined],
    ['.github/workflows/ci.yml', 'name: CI\non:\n  push:\n    branches: [main]\njobs:\n  test:\n    runs-on: ubuntu-latest\n', undefined],
    ['.github/ISSUE_TEMPLATE/bug.yml', 'name: Bug\nbody:\n  - type: textarea\n    attributes: {label: x}\n', undefined],
    ['action.yml', 'name: a\ninputs:\n  x:\n    type: string\n    title: t\n', undefined],
    ['.gitlab-ci.yml', 'build:\n  stage: build\n  script: [make]\ntest:\n  script: [make test]\n', undefined],
    ['en.yml', 'en:\n  title: Hello\n  type: Kind\n', undefined],
    ['schema.yml', 'user:\n  type: object\n  title: User\n', undefined],
    ['openapi.yaml', 'openapi: 3.0.0\ninfo:\n  title: t\ncomponents:\n  schemas:\n    A:\n      type: object\n', undefined],
    ['mkdocs.yml', 'site_name: a\ntheme:\n  name: material\n', undefined],
    ['_quarto.yml', 'project:\n  type: book\nbook:\n  title: t\n  author: a\n', undefined],
    ['CITATION.cff', 'cff-version: 1.2.0\ntitle: t\npreferred-citation:\n  type: article\n  title: u\n', 'citation-cff'],
  ]; // prettier-ignore
  for (const [path, head, format] of files) {
    it(`takes ${path} for ${format ?? 'nothing'}: ${head.slice(0, 40).replace(/\s+/gu, ' ')}`, () => {
      expect(detectFormat(path, head)?.id).to.equal(format);
    });
  }
});
