import { expect } from 'chai';
import fc from 'fast-check';
import { detectFormat } from '../../src/core/formats/libraryFormats';
import { papis } from '../../src/core/formats/papis';
import type { PaperRecord } from '../../src/core/paper';

const article = `abbrev_journal_title: Phys. Rev. B
abstract: |-
  A <i>first</i> line
  of $E = mc^2$.

  Another paragraph.
author: Rohlfing, Michael and van den Berg, Steven G.
author_list:
- affiliation: []
  family: Rohlfing
  given: Michael
- family: van den Berg
  given: Steven G.
citations:
- author: L. Hedin
  doi: 10.1103/PhysRev.139.A796
- unstructured: J. H. de Boer
date: 2000-08-15
doc_url: http://harvest.aps.org/v2/journals/articles/10.1103/PhysRevB.62.4927/fulltext
doi: 10.1103/PhysRevB.62.4927
files:
- electron-hole.pdf
- supplement.pdf
issue: '8'
journal: Physical Review B
month: 8
papis_id: 5e2a6d1c0a4b
publisher: American Physical Society (APS)
ref: Rohlfing2000
tags: excitons bse
time-added: 2024-01-05-10:20:30
title: 'Electron-hole excitations: first principles'
type: article
url: http://dx.doi.org/10.1103/physrevb.62.4927
volume: '62'
year: 2000
`;

function one(text: string): PaperRecord {
  const { papers, problems } = papis.parse(text);
  expect(problems).to.deep.equal([]);
  expect(papers).to.have.length(1);
  return papers[0]!;
}

describe('papis', () => {
  it('reads an info.yaml', () => {
    const { abstract, markup, source, ...facts } = one(article);
    expect(abstract).to.equal('A first line of E = mc².\n\nAnother paragraph.');
    expect(markup?.abstract).to.equal('A first line of $E = mc^2$.\n\nAnother paragraph.');
    expect(source.abstract).to.equal('A <i>first</i> line\nof $E = mc^2$.\n\nAnother paragraph.');
    expect(facts).to.deep.equal({
      key: 'Rohlfing2000',
      title: 'Electron-hole excitations: first principles',
      authors: [
        { given: 'Michael', family: 'Rohlfing' },
        { given: 'Steven G.', family: 'van den Berg' },
      ],
      year: 2000,
      month: 8,
      type: 'article-journal',
      venue: 'Physical Review B',
      doi: '10.1103/physrevb.62.4927',
      topics: [],
      keywords: ['excitons', 'bse'],
      fields: {
        abbrev_journal_title: 'Phys. Rev. B',
        doc_url: 'http://harvest.aps.org/v2/journals/articles/10.1103/PhysRevB.62.4927/fulltext',
        files: 'electron-hole.pdf, supplement.pdf',
        issue: '8',
        papis_id: '5e2a6d1c0a4b',
        publisher: 'American Physical Society (APS)',
        'time-added': '2024-01-05-10:20:30',
        volume: '62',
      },
      links: facts.links,
    });
    expect(facts.links.map(({ kind }) => kind)).to.include('doi');
  });

  const facts: readonly (readonly [name: string, text: string, expected: Partial<PaperRecord>])[] = [
    ['what arXiv’s importer adds', 'eprint: 2205.14135v2\narchiveprefix: arXiv\nprimaryclass: cs.LG\ntype: article\nyear: 2022', { arxiv: '2205.14135', primaryClass: 'cs.LG', type: 'article', year: 2022 }],
    ['an eprint elsewhere', 'eprint: "2205.14135"\neprinttype: jstor', { type: 'document' }],
    ['arxivid', 'arxivid: 2205.14135\nurl: http://arxiv.org/abs/2205.14135', { arxiv: '2205.14135' }],
    ['names without parts', 'author: Dao, Tri and Van den Broeck, Guy and others', { authors: [{ given: 'Tri', family: 'Dao' }, { given: 'Guy', family: 'Van den Broeck' }], andOthers: true }],
    ['names set apart by commas', 'author: Tri Dao, Daniel Y. Fu, Stefano Ermon', { authors: [{ given: 'Tri', family: 'Dao' }, { given: 'Daniel Y.', family: 'Fu' }, { given: 'Stefano', family: 'Ermon' }] }],
    ['the parts of old versions', 'author_list: [{given_name: Bertrand, surname: Russell}]', { authors: [{ given: 'Bertrand', family: 'Russell' }] }],
    ['an empty list of authors', 'author_list: []\nauthor: Turing, A. M.', { authors: [{ given: 'A. M.', family: 'Turing' }] }],
    ['month names', 'year: "1957"\nmonth: apr', { year: 1957, month: 4 }],
    ['a missing month', 'year: 1969\nmonth: null', { year: 1969 }],
    ['a list of tags', 'tags: [machine learning, gpu]\nkeywords: attention, i/o', { keywords: ['machine learning', 'gpu', 'attention', 'i/o'] }],
    ['tags between commas', 'tags: machine learning, gpu', { keywords: ['machine learning', 'gpu'] }],
    ['a conference', 'type: inproceedings\nbooktitle: NeurIPS', { type: 'paper-conference', venue: 'NeurIPS' }],
    ['a type of Zotero', 'type: journalArticle\njournal: Nature', { type: 'article-journal', venue: 'Nature' }],
    ['a book', 'type: book\npublisher: Springer', { type: 'book', venue: 'Springer' }],
    ['no type', 'booktitle: ICML', { type: 'paper-conference', venue: 'ICML' }],
    ['TeX', 'author: H{\\"a}se, F.', { authors: [{ given: 'F.', family: 'Häse' }] }],
  ]; // prettier-ignore
  for (const [name, text, expected] of facts) {
    it(`reads ${name}`, () => {
      expect(one(`title: t\n${text}\n`)).to.deep.include(expected);
    });
  }

  it('reads titles of BibTeX, and names that YAML would take for numbers', () => {
    expect(one("title: '{F}lash{A}ttention in {$O(n^2)$}'\n").title).to.equal('FlashAttention in O(n²)');
    expect(one('title: 1984\nref: 1.10\n')).to.include({ title: '1984', key: '1.10' });
    expect(one('title: "\\u2026"').title).to.equal('…');
    expect(one('\uFEFFtitle: t\r\nyear: 2020\r\n')).to.include({ title: 't', year: 2020 });
  });

  const files: readonly (readonly [name: string, text: string, titles: readonly string[], problems: readonly unknown[]])[] = [
    ['several documents', 'title: a\n---\ntitle: b\nref: x\n---\n\ntitle: c\nref: x\n', ['a', 'b', 'c'], [['duplicate-key', 6, 0]]],
    ['a broken document in the middle', '---\ntitle: a\n---\ntitle: b\njournal: "x\n  y: [\n---\ntitle: c\n', ['a', 'b', 'c'], [['broken-yaml', 6, 0]]],
    ['a title that needed quotes', 'ref: a\ntitle: Flash: Fast\nyear: 2020\n', ['Flash: Fast'], [['broken-yaml', 1, 7]]],
    ['no title', 'ref: a\n', [], [['missing-title', 0, 0]]],
    ['a list', '- title\n', [], [['not-an-entry', 0, 2]]],
    ['nothing', '', [], []],
    ['an alias that names nothing', 'title: a\njournal: *j\n', ['a'], [['unknown-alias', 1, 0]]],
  ]; // prettier-ignore
  for (const [name, text, titles, problems] of files) {
    it(`reads a file with ${name}`, () => {
      const parsed = papis.parse(text);
      expect(parsed.papers.map((paper) => paper.title)).to.deep.equal(titles);
      expect(parsed.problems.map(({ code, line, column }) => [code, line, column])).to.deep.equal(problems);
    });
  }

  it('is not impressed by aliases that explode, deep nesting, names of objects, or 3,000 authors', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `l${at}: &l${at} [${`*l${at - 1}, `.repeat(10)}]`);
    const bomb = papis.parse(`l: &l-1 [a]\n${levels.join('\n')}\ntitle: t\n`);
    expect(bomb.papers.map(({ title }) => title)).to.deep.equal(['t']);
    expect(new Set(bomb.problems.map(({ code }) => code))).to.include('too-many-aliases');
    const deep = papis.parse(`title: t\nx: ${'['.repeat(100_000)}\nref: a\n`);
    expect(deep.papers.map(({ key }) => key)).to.deep.equal(['a']);
    expect(deep.problems.map(({ code, line }) => [code, line])).to.deep.equal([['nested-too-deeply', 1]]);
    const named = one('__proto__: {title: bad}\nconstructor: x\ntitle: t\ntype: __proto__\ntoString: y\n');
    expect(named).to.include({ title: 't', type: 'document' });
    expect(named.fields).to.deep.equal({ constructor: 'x', toString: 'y' });
    expect(one(`title: t\nauthor_list:\n${'- {family: F, given: G}\n'.repeat(3_000)}`).authors).to.have.length(3_000);
    expect(one('title: t\nfiles: [../../etc/passwd]\nurl: javascript:alert(1)').links).to.deep.equal([]);
  }).timeout(20_000);

  it('never throws, whatever the document holds', () => {
    const fields = fc.constantFrom(
      'title', 'author', 'author_list', 'editor', 'year', 'date', 'month', 'doi', 'eprint', 'ref', 'tags', 'files', 'type', 'journal', 'url',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.dictionary(fields, fc.jsonValue({ maxDepth: 3 })), (document) => {
        const text = Object.entries(document).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
        const { papers, problems } = papis.parse(text.join(''));
        expect(papers.length + problems.length).to.be.at.least(text.length > 0 ? 1 : 0);
        for (const { authors } of papers) for (const { family } of authors) expect(family.trim()).to.not.equal('');
      }),
      { seed: 20221122, numRuns: 500 },
    );
  }).timeout(60_000);

  const detected: readonly (readonly [path: string, head: string, format: string | undefined])[] = [
    ['papers/x/info.yaml', article, 'papis'],
    ['info.yml', 'author: Isaac Newton\ntitle: Opticks\nfiles:\n  - document.pdf\n', 'papis'],
    ['file:///x/info.yaml', 'author_list:\n- family: a\n', 'papis'],
    ['export.yaml', article, 'papis'],
    ['refs.yaml', 'a: {type: book, title: t}', 'hayagriva'],
    ['info.yaml', 'a: {type: book, title: t}', 'hayagriva'],
    ['info.yaml', 'title: My API\nversion: 1.0\ndescription: x\n', undefined],
    ['info.yaml', 'name: a\n', undefined],
    ['more-info.yaml', 'title: t\nauthor: a\n', undefined],
    ['info.yaml', '', undefined],
    ['info.txt', article, undefined],
  ];
  for (const [path, head, format] of detected) {
    it(`takes ${path} for ${format ?? 'nothing'}: ${head.slice(0, 40).replace(/\s+/gu, ' ')}`, () => {
      expect(detectFormat(path, head)?.id).to.equal(format);
    });
  }
});
