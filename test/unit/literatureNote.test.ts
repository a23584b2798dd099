import { expect } from 'chai';
import fc from 'fast-check';
import { detectFormat } from '../../src/core/formats/libraryFormats';
import { literatureNote } from '../../src/core/formats/literatureNote';
import type { PaperRecord } from '../../src/core/paper';

const zoteroIntegration = `---
type: literature-note
citekey: kynkaanniemiApplyingGuidanceLimited2024
title: "Applying Guidance in a Limited Interval"
aliases: ["@kynkaanniemiApplyingGuidanceLimited2024"]
authors: "Tuomas Kynkäänniemi, Miika Aittala, Tero Karras"
firstAuthor: "Kynkäänniemi"
year: 2024
itemType: preprint
doi: "10.48550/arXiv.2404.07724"
url: "http://arxiv.org/abs/2404.07724"
zotero: "zotero://select/library/items/LYRB5AG5"
tags: [literature, computer-science---machine-learning]
status: unread          # unread | reading | read
my-rating:
created: 2026-08-11
wiki_page: "[[wiki/sources/kynkaanniemi2024]]"
---

# Applying Guidance

citekey: other
---
title: Another
---
`;

const citations = `---
title: {{title}}
citekey: x
---
`;

const obsidian = `---
Title: "FlashAttention"
Authors:
  - "[[People/Dao, Tri|Tri Dao]]"
  - "[[Daniel Y. Fu]]"
  - [[Ermon, Stefano]]
Year: 2022
Journal: "[[NeurIPS]]"
DOI: https://doi.org/10.5555/ABC
Citation Key: "@dao2022"
Tags: "#attention #gpu"
---
`;

const csl = `---
id: dao2022
type: paper-conference
title: FlashAttention
author:
  - family: Dao
    given: Tri
  - literal: OpenAI
issued:
  date-parts: [[2022, 12, 6]]
container-title: NeurIPS
DOI: 10.5555/abc
tags: [literature_note]
---
`;

function one(text: string): PaperRecord {
  const { papers, problems } = literatureNote.parse(text);
  expect(problems).to.deep.equal([]);
  expect(papers).to.have.length(1);
  return papers[0]!;
}

function note(...fields: readonly string[]): string {
  return `---\ntitle: t\n${fields.join('\n')}\n---\nAbstract: none\n`;
}

describe('Literature notes', () => {
  it('reads what Zotero Integration writes', () => {
    const { links, ...facts } = one(zoteroIntegration);
    expect(facts).to.deep.equal({
      key: 'kynkaanniemiApplyingGuidanceLimited2024',
      title: 'Applying Guidance in a Limited Interval',
      abstract: '',
      source: { title: 'Applying Guidance in a Limited Interval', abstract: '' },
      authors: [
        { given: 'Tuomas', family: 'Kynkäänniemi' },
        { given: 'Miika', family: 'Aittala' },
        { given: 'Tero', family: 'Karras' },
      ],
      year: 2024,
      type: 'article',
      arxiv: '2404.07724',
      topics: [],
      keywords: ['literature', 'computer-science---machine-learning'],
      fields: {
        aliases: '@kynkaanniemiApplyingGuidanceLimited2024',
        firstAuthor: 'Kynkäänniemi',
        zotero: 'zotero://select/library/items/LYRB5AG5',
        status: 'unread',
        created: '2026-08-11',
        wiki_page: '[[wiki/sources/kynkaanniemi2024]]',
      },
    });
    expect(links.map(({ kind }) => kind)).to.include('arxiv');
  });

  it('reads wikilinks, and fields in any spelling', () => {
    expect(one(obsidian)).to.deep.include({
      key: 'dao2022',
      title: 'FlashAttention',
      authors: [
        { given: 'Tri', family: 'Dao' },
        { given: 'Daniel Y.', family: 'Fu' },
        { given: 'Stefano', family: 'Ermon' },
      ],
      year: 2022,
      type: 'article-journal',
      venue: 'NeurIPS',
      doi: '10.5555/abc',
      keywords: ['attention', 'gpu'],
    });
  });

  it('reads CSL', () => {
    expect(one(csl)).to.deep.include({
      key: 'dao2022',
      authors: [{ given: 'Tri', family: 'Dao' }, { family: 'OpenAI' }],
      year: 2022,
      month: 12,
      type: 'paper-conference',
      venue: 'NeurIPS',
    });
  });

  const tri = { given: 'Tri', family: 'Dao' };
  const dan = { given: 'Dan', family: 'Fu' };
  const chris = { given: 'Chris', family: 'Ré' };
  const facts: readonly (readonly [fields: string, expected: Partial<PaperRecord>])[] = [
    ['author: Tri Dao', { authors: [tri] }],
    ['author: Dao, Tri', { authors: [tri] }],
    ['author: [Tri Dao, Dan Fu]', { authors: [tri, dan] }],
    ['authors: ["Dao, Tri", "Fu, Dan"]', { authors: [tri, dan] }],
    ['authors: ["Tri Dao, Dan Fu, Chris Ré"]', { authors: [tri, dan, chris] }],
    ['authors: Tri Dao, Dan Fu, and Chris Ré', { authors: [tri, dan, chris] }],
    ['authors: Tri Dao & Dan Fu', { authors: [tri, dan] }],
    ['authors: Dao, Tri; Fu, Dan', { authors: [tri, dan] }],
    ['authors: Dao, Tri and Fu, Dan', { authors: [tri, dan] }],
    ['authors: Dao, Fu, Ré', { authors: [{ family: 'Dao' }, { family: 'Fu' }, { family: 'Ré' }] }],
    ['authors: King, Jr., Martin', { authors: [{ given: 'Martin', family: 'King Jr.' }] }],
    ['authors: Dao, Tri et al.', { authors: [tri], andOthers: true }],
    ['authors: "[[Tri Dao]], [[Dan Fu]]"', { authors: [tri, dan] }],
    ['authors: [[Dao, Tri]]', { authors: [tri] }],
    ['authors: [[[Dao, Tri]], [[Dan Fu]]]', { authors: [tri, dan] }],
    ['authors:\n- "[[@people/Tri Dao#Work]]"', { authors: [tri] }],
    ['authors:\n- {firstName: Tri, lastName: Dao}\n- {name: "Fu, Dan"}', { authors: [tri, dan] }],
    ['authors:\n- van der Berg, Jan Peter\n- OpenAI', { authors: [{ given: 'Jan Peter', family: 'van der Berg' }, { family: 'OpenAI' }] }],
    ['authors:\nauthor: Tri Dao', { authors: [tri] }],
    ['editors: [Dan Fu]', { editors: [dan] }],
    ['year: 2022', { year: 2022 }],
    ['year: 2022\ndate: 2026-08-11', { year: 2022 }],
    ['year: 2022\ndate: 2022-05-27', { year: 2022, month: 5 }],
    ['date: 27 May 2022', { year: 2022, month: 5 }],
    ['issued: 2022-05', { year: 2022, month: 5 }],
    ['journal: Nature', { venue: 'Nature', type: 'article-journal' }],
    ['type: article\njournal: Nature', { venue: 'Nature', type: 'article-journal' }],
    ['container-title: Nature\ntype: article-journal', { venue: 'Nature', type: 'article-journal' }],
    ['publication: NeurIPS\nitemType: conferencePaper', { venue: 'NeurIPS', type: 'paper-conference' }],
    ['publicationTitle: Nature\ntype: literature-note', { venue: 'Nature', type: 'article-journal' }],
    ['conference: ICML', { venue: 'ICML', type: 'paper-conference' }],
    ['item_type: bookSection', { type: 'chapter' }],
    ['entrytype: inproceedings', { type: 'paper-conference' }],
    ['archiveID: arXiv:2205.14135', { arxiv: '2205.14135', type: 'article' }],
    ['arxiv: https://arxiv.org/abs/2205.14135v2', { arxiv: '2205.14135' }],
    ['DOI: 10.1000/A', { doi: '10.1000/a' }],
    ['tags:\n- one\n- "#two words"\nkeywords: three, four five', { keywords: ['one', 'two words', 'three', 'four five'] }],
    ['tags: one two', { keywords: ['one', 'two'] }],
    ['tags: #lost, as Obsidian loses it', { type: 'document' }],
    ['abstract: |\n  In <i>two</i>\n  lines.', { abstract: 'In two lines.' }],
    ['abstractNote: Some', { abstract: 'Some' }],
    ['citekey: a\ncitation-key: b', { key: 'a' }],
    ['citekey:\ncitationKey: b', { key: 'b' }],
    ['citation key: b', { key: 'b' }],
    ['bibtexkey: "[@dao2022]"', { key: 'dao2022' }],
    ['citekey: "[[@dao2022]]"', { key: 'dao2022' }],
    ['aliases: [FlashAttention, "@dao2022", "@dao2022 FlashAttention"]', { key: 'dao2022' }],
    ['alias: "@dao2022"', { key: 'dao2022' }],
    ['citekey: 2020', { key: '2020' }],
  ]; // prettier-ignore
  for (const [fields, expected] of facts) {
    it(`reads ${fields.replace(/\s*\n\s*/gu, ' ⏎ ')}`, () => {
      expect(one(note(fields))).to.deep.include(expected);
    });
  }

  for (const fields of ['citekey: "{{citekey}}"', 'citekey: two words', 'aliases: [dao2022]', 'citekey: ""', 'id: x']) {
    it(`has no key of ${fields}`, () => {
      expect(one(note(fields))).to.not.have.property('key');
    });
  }

  const files: readonly (readonly [name: string, text: string, titles: readonly string[], problems: readonly unknown[]])[] = [
    ['a title that needed quotes', '---\ncitekey: a\ntitle: Flash: Fast\nyear: 2020\n---\n', ['Flash: Fast'], [['broken-yaml', 2, 7]]],
    ['quotes in quotes', '---\ncitekey: a\ntitle: "A "good" title"\n---\n', ['A "good" title'], [['broken-yaml', 2, 11]]],
    ['wikilinks without quotes', '---\ntitle: a\r\nauthors: [[Tri Dao]], [[Dan Fu]]\n---\n', ['a'], [['broken-yaml', 2, 20]]],
    ['no title', '---\ncitekey: a\n---\n# A title\n', [], [['missing-title', 1, 0]]],
    ['a list', '---\n- a\n---\n', [], [['not-an-entry', 1, 2]]],
    ['dots at the end', '---\ntitle: a\n...\ntitle: b\n', ['a'], []],
    ['a byte order mark, CRLF and spaces', '\uFEFF---  \r\ntitle: a\r\n---\t\r\nb: [\r\n', ['a'], []],
    ['front matter further down', '\n---\ntitle: a\n---\n', [], []],
    ['no front matter', '# A title\n', [], []],
    ['front matter without end', '---\ntitle: a\n', [], []],
    ['nothing', '', [], []],
  ]; // prettier-ignore
  for (const [name, text, titles, problems] of files) {
    it(`reads a note with ${name}`, () => {
      const parsed = literatureNote.parse(text);
      expect(parsed.papers.map((paper) => paper.title)).to.deep.equal(titles);
      expect(parsed.problems.map(({ code, line, column }) => [code, line, column])).to.deep.equal(problems);
    });
  }

  it('reads both names of wikilinks without quotes', () => {
    const [paper] = literatureNote.parse(note('authors: [[Tri Dao]], [[Dan Fu]]')).papers;
    expect(paper?.authors).to.deep.equal([tri, dan]);
  });

  it('looks for the end of the front matter in the first 64 KB', () => {
    const long = (size: number): string => `---\ntitle: t\ncitekey: a\nx: ${'x'.repeat(size)}\n---\n`;
    expect(literatureNote.parse(long(60_000)).papers).to.have.length(1);
    expect(literatureNote.parse(long(70_000)).papers).to.have.length(0);
    expect(literatureNote.detect('a.md', long(70_000))).to.equal(false);
  });

  it('is not impressed by aliases that explode, deep nesting or names of objects', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `l${at}: &l${at} [${`*l${at - 1}, `.repeat(10)}]`);
    const bomb = literatureNote.parse(note(`l: &l-1 [a]\n${levels.join('\n')}\nauthors: *l29`));
    expect(bomb.papers.map(({ title }) => title)).to.deep.equal(['t']);
    expect(new Set(bomb.problems.map(({ code }) => code))).to.include('too-many-aliases');
    const deep = literatureNote.parse(note(`x: ${'['.repeat(50_000)}`, 'citekey: a'));
    expect(deep.papers.map(({ key }) => key)).to.deep.equal(['a']);
    expect(deep.problems.map(({ code, line }) => [code, line])).to.deep.equal([['nested-too-deeply', 2]]);
    const nested = one(note(`authors: ${'['.repeat(100)}Tri Dao${']'.repeat(100)}`));
    expect(nested.title).to.equal('t');
    const named = one(note('__proto__: {title: bad}', 'constructor: x', 'type: __proto__', 'citekey: __proto__'));
    expect(named).to.deep.include({ title: 't', type: 'document', key: '__proto__', fields: { constructor: 'x' } });
    expect(one(note('url: javascript:alert(1)', 'pdf: "[[../../etc/passwd]]"')).links).to.deep.equal([]);
  }).timeout(20_000);

  it('never throws, whatever the front matter holds', () => {
    const fields = fc.constantFrom(
      'title', 'author', 'authors', 'editor', 'year', 'date', 'issued', 'doi', 'arxiv', 'citekey', 'tags', 'aliases', 'type', 'journal', 'url',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.dictionary(fields, fc.jsonValue({ maxDepth: 3 })), (document) => {
        const lines = Object.entries(document).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
        const text = ['---', ...lines, '---', ''].join('\n');
        literatureNote.detect('a.md', text);
        const { papers, problems } = literatureNote.parse(text);
        expect(papers.length + problems.length).to.be.at.least(lines.length > 0 ? 1 : 0);
        for (const { authors } of papers) for (const { family } of authors) expect(family.trim()).to.not.equal('');
      }),
      { seed: 20221122, numRuns: 500 },
    );
  }).timeout(60_000);

  const detected: readonly (readonly [path: string, head: string, format: string | undefined])[] = [
    ['vault/@x.md', zoteroIntegration, 'literature-note'],
    ['a.markdown', obsidian, 'literature-note'],
    ['a.md', csl, 'literature-note'],
    ['a.md', '---\ncitekey: a\n---\n', 'literature-note'],
    ['a.md', '---\ntitle: t\nauthors: a\naliases: ["@dao2022"]\n---\n', 'literature-note'],
    ['a.md', '---\ntitle: t\nauthor: A B\ndoi: 10.1000/a\n---\n', 'literature-note'],
    ['a.md', '---\ntitle: t\nauthor: A B\nurl: https://arxiv.org/abs/2205.14135\n---\n', 'literature-note'],
    ['Templates/note.md', citations.replace('citekey: x', 'citekey: {{citekey}}'), undefined],
    ['Templates/note.md', '---\ntitle: "{{title}}"\ncitekey: "{{citekey}}"\ndoi: "{{DOI}}"\n---\n', undefined],
    ['People/Dana.md', '---\ntype: Person\ntitle: Dana\naliases: ["@dw"]\n---\n', undefined],
    ['SKILL.md', '---\nname: x\ndescription: y\naliases: ["@review"]\n---\n', undefined],
    ['post.md', '---\ntitle: t\nauthor: A B\ndate: 2020-01-01\ntags: [a]\nkeywords: [b]\n---\n', undefined],
    ['a.md', '---\ntitle: t\ndoi: 10.1000/a\n---\n', undefined],
    ['a.md', '---\ntitle: t\nauthor: A B\ndoi: forthcoming\n---\n', undefined],
    ['README.md', '# t\n\ncitekey: a\n', undefined],
    ['a.md', '---\ncitekey: a\n', undefined],
    ['a.mdx', zoteroIntegration, undefined],
    ['a.md', '', undefined],
  ];
  for (const [path, head, format] of detected) {
    it(`takes ${path} for ${format ?? 'nothing'}: ${head.slice(0, 60).replace(/\s+/gu, ' ')}`, () => {
      expect(detectFormat(path, head)?.id).to.equal(format);
    });
  }
});
