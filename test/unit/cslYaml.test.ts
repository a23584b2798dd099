import { expect } from 'chai';
import { cslYaml } from '../../src/core/formats/cslYaml';
import { detectFormat } from '../../src/core/formats/libraryFormats';

const pandoc = `---
references:
- id: doe2006
  type: article-journal
  author:
  - family: Doe
    given: [John, F.]
  - family: Beethoven
    given: Ludwig
    dropping-particle: van
  - 宮水 三葉
  issued:
    date-parts:
    - - 2006
      - 5
  title: 'Article with *emphasis*, [GAN]{.nocase}, H~2~O and \\*stars\\* for $O(n^2)$'
  container-title: Journal of Generic Studies
  doi: 10.1145/ABC
  abstract: |
    First line
    of a paragraph.

    Second.
- id: 1984
  type: book
  title: 1984
  author: {literal: Orwell}
  publisher: Secker
  issued: {year: 1949, month: 6}
- id: yes
  type: article
  title: Yes
  archive: arXiv
  archive_location: 2003.13720
  issued: 2020-03
...
`;

describe('CSL-YAML', () => {
  it('reads what pandoc writes', () => {
    const { papers, problems } = cslYaml.parse(pandoc);
    expect(problems).to.deep.equal([]);
    expect(papers.map(({ source, links, topics, ...paper }) => ({ ...paper, links: links.length, topics: topics.length, raw: source.title.length }))).to.deep.equal([
      {
        key: 'doe2006',
        type: 'article-journal',
        title: 'Article with emphasis, GAN, H₂O and *stars* for O(n²)',
        abstract: 'First line of a paragraph.\n\nSecond.',
        markup: {
          title: 'Article with emphasis, GAN, H₂O and *stars* for $O(n^2)$',
          abstract: 'First line of a paragraph.\n\nSecond.',
        },
        authors: [{ given: 'John', family: 'Doe' }, { given: 'Ludwig', family: 'van Beethoven' }, { family: '宮水 三葉' }],
        year: 2006,
        month: 5,
        venue: 'Journal of Generic Studies',
        doi: '10.1145/abc',
        links: 1,
        topics: 0,
        raw: 73,
      },
      {
        key: '1984', type: 'book', title: '1984', abstract: '', authors: [{ family: 'Orwell' }], year: 1949, month: 6,
        venue: 'Secker', links: 0, topics: 0, raw: 4,
      },
      {
        key: 'yes', type: 'article', title: 'Yes', abstract: '', authors: [], year: 2020, month: 3, arxiv: '2003.13720',
        links: 2, topics: 0, raw: 3,
      },
    ]); // prettier-ignore
  });

  const shapes: readonly (readonly [name: string, text: string, titles: readonly string[]])[] = [
    ['a plain list', '- title: a\n- title: b\n', ['a', 'b']],
    ['an item alone', 'title: a\ntype: book', ['a']],
    ['an indented list under other fields', 'lang: en\nreferences:\n  - title: a\n  -\n    title: b\n', ['a', 'b']],
    ['JSON', '{"references": [{"title": "a"}]}', ['a']],
    ['a byte order mark and CRLF', '\uFEFF- title: a\r\n- title: b\r\n', ['a', 'b']],
    ['several documents', '- title: a\n---\n- title: b\n', ['a', 'b']],
    [
      'anchors',
      'x: &j Nature\nreferences:\n- title: a\n  container-title: *j\n- &b\n  title: b\n- *b\n',
      ['a', 'b', 'b'],
    ],
    ['nothing', '# none yet\n', []],
  ];
  for (const [name, text, titles] of shapes) {
    it(`reads ${name}`, () => {
      const { papers, problems } = cslYaml.parse(text);
      expect(problems).to.deep.equal([]);
      expect(papers.map((paper) => paper.title)).to.deep.equal(titles);
      if (name === 'anchors') expect(papers[0]?.venue).to.equal('Nature');
    });
  }

  const broken: readonly (readonly [name: string, text: string, titles: readonly string[], problems: readonly unknown[]])[] = [
    ['an unclosed quote', 'references:\n- title: a\n- title: "b\n- title: c\n', ['a', 'b', 'c'], [['broken-yaml', 3, 0]]],
    ['an unclosed list', '- title: a\n- title: b\n  author: [{family: x\n- title: c\n', ['a', 'b', 'c'], [['broken-yaml', 3, 0]]],
    ['a tab', '- title: a\n- title: b\n\ttype: book\n- title: c\n', ['a', 'b', 'c'], [['broken-yaml', 2, 1]]],
    ['an alias to nothing', '- title: a\n- title: *b\n', ['a'], [['unknown-alias', 1, 2]]],
    ['no titles', '- id: a\n- title: b\n', ['b'], [['missing-title', 0, 2]]],
    ['something else', '- a\n- title: b\n- [c]\n', ['b'], [['not-an-entry', 0, 2], ['not-an-entry', 2, 2]]],
    ['a key twice', '- {id: k, title: a}\n- {id: k, title: b}\n', ['a', 'b'], [['duplicate-key', 1, 2]]],
    ['no YAML list', 'hello', [], [['not-an-entry', 0, 0]]],
  ]; // prettier-ignore
  for (const [name, text, titles, problems] of broken) {
    it(`reads the rest of a file with ${name}`, () => {
      const parsed = cslYaml.parse(text);
      expect(parsed.papers.map((paper) => paper.title)).to.deep.equal(titles);
      expect(parsed.problems.map(({ code, line, column }) => [code, line, column])).to.deep.equal(problems);
      for (const { message } of parsed.problems) expect(message).to.match(/^[“\p{Lu}].*\.$/u);
    });
  }

  it('refuses anchors that explode, and only the item that holds them', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? '  a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `  a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    );
    const { papers, problems } = cslYaml.parse(`- title: bomb\n${levels.join('\n')}\n- title: b\n`);
    expect(papers.map((paper) => paper.title)).to.deep.equal(['b']);
    expect(problems.map(({ code, line }) => [code, line])).to.deep.equal([['too-many-aliases', 0]]);
  });

  it('lets an anchor be used by as many items as there are', () => {
    const { papers, problems } = cslYaml.parse(
      `x: &j {literal: Nature}\nreferences:\n${'- {title: a, author: *j}\n'.repeat(1_000)}`,
    );
    expect(problems).to.deep.equal([]);
    expect(papers.filter((paper) => paper.authors[0]?.family === 'Nature')).to.have.length(1_000);
  }).timeout(20_000);

  for (const deep of ['['.repeat(100_000), '{a: '.repeat(10_000), '- '.repeat(50_000), '? '.repeat(50_000)]) {
    it(`refuses ${deep.slice(0, 4)}… that is nested too deeply, and only the item that holds it`, () => {
      const { papers, problems } = cslYaml.parse(`- title: a\n- x:\n   ${deep}\n- title: c\n`);
      expect(papers.map((paper) => paper.title)).to.deep.equal(['a', 'c']);
      expect(problems.map(({ code, line }) => [code, line])).to.deep.equal([['nested-too-deeply', 1]]);
    }).timeout(20_000);
  }

  it('is not impressed by names', () => {
    const [paper] = cslYaml.parse(
      '- __proto__: {title: bad}\n  constructor: x\n  toString: y\n  title: t\n  type: __proto__\n',
    ).papers;
    expect(paper).to.include({ title: 't', type: 'document' });
    expect(({} as Record<string, unknown>)['title']).to.equal(undefined);
  });

  const files: readonly (readonly [path: string, head: string, format: string | undefined])[] = [
    ['references.yaml', pandoc, 'csl-yaml'],
    ['references.yml', pandoc.slice(0, 200), 'csl-yaml'],
    ['references.yaml', '- id: a\n  type: book\n  title: t\n  issued: {year: 2020}\n', 'csl-yaml'],
    ['references.txt', pandoc, undefined],
    ['docker-compose.yml', 'services:\n  web:\n    image: nginx\n    ports:\n      - "80:80"\n', undefined],
    ['.github/workflows/ci.yml', 'name: CI\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n', undefined],
    ['tasks.yml', '- name: install\n  apt: {name: git}\n- type: book\n  title: t\n', undefined],
    ['openapi.yaml', 'openapi: 3.0.0\ninfo:\n  title: t\n  version: "1"\npaths: {}\n', undefined],
    ['mkdocs.yml', 'site_name: a\nnav:\n  - Home: index.md\n', undefined],
    ['CITATION.yaml', 'references:\n  - type: article\n    title: t\n    authors: [{family-names: f}]\n', undefined],
    ['empty.yaml', '', undefined],
  ]; // prettier-ignore
  for (const [path, head, format] of files) {
    it(`takes ${path} for ${format ?? 'nothing'}: ${head.slice(0, 40).replace(/\s+/gu, ' ')}`, () => {
      expect(detectFormat(path, head)?.id).to.equal(format);
    });
  }
});
