import { expect } from 'chai';
import { cslJson } from '../../src/core/formats/cslJson';
import { detectFormat } from '../../src/core/formats/libraryFormats';
import type { PaperRecord } from '../../src/core/paper';

function one(item: object): PaperRecord {
  const { papers, problems } = cslJson.parse(JSON.stringify([item]));
  expect(problems).to.deep.equal([]);
  expect(papers).to.have.length(1);
  return papers[0]!;
}

const zotero = `[
  {
    "id": "dao2022",
    "type": "article",
    "abstract": "Transformers are slow.\\nWe make them $O(N)$ in memory, 10\\\\% faster.",
    "DOI": "10.48550/arXiv.2205.14135",
    "language": "en",
    "note": "arXiv:2205.14135 [cs.LG]",
    "number": "arXiv:2205.14135",
    "publisher": "arXiv",
    "source": "arXiv.org",
    "title": "<span class=\\"nocase\\">FlashAttention</span>: Fast &amp; <i>Exact</i>",
    "URL": "http://arxiv.org/abs/2205.14135",
    "author": [
      { "family": "Dao", "given": "Tri" },
      { "family": "Broeck", "given": "Guy", "non-dropping-particle": "Van den" },
      { "literal": "Google Research" }
    ],
    "accessed": { "date-parts": [["2023", 1, 2]] },
    "issued": { "date-parts": [["2022", 6, 23]] }
  },
  {
    "id": 7,
    "type": "paper-conference",
    "title": "E<sup>2</sup>GAN",
    "container-title": "NeurIPS",
    "DOI": "https://doi.org/10.1145/ABC",
    "keyword": "GAN, efficiency",
    "editor": [{ "family": "King", "given": "Martin", "suffix": "Jr." }],
    "issued": { "raw": "May 2020" }
  }
]
`;

describe('CSL-JSON', () => {
  it('reads what Zotero writes', () => {
    const { papers, problems } = cslJson.parse(zotero);
    expect(problems).to.deep.equal([]);
    expect(papers).to.deep.equal([
      {
        key: 'dao2022',
        title: 'FlashAttention: Fast & Exact',
        abstract: 'Transformers are slow. We make them O(N) in memory, 10% faster.',
        source: {
          title: '<span class="nocase">FlashAttention</span>: Fast &amp; <i>Exact</i>',
          abstract: 'Transformers are slow.\nWe make them $O(N)$ in memory, 10\\% faster.',
        },
        markup: {
          title: 'FlashAttention: Fast & Exact',
          abstract: 'Transformers are slow. We make them $O(N)$ in memory, 10% faster.',
        },
        authors: [
          { given: 'Tri', family: 'Dao' },
          { given: 'Guy', family: 'Van den Broeck' },
          { family: 'Google Research' },
        ],
        year: 2022,
        month: 6,
        type: 'article',
        arxiv: '2205.14135',
        primaryClass: 'cs.LG',
        topics: [],
        links: [
          { kind: 'arxiv', url: 'https://arxiv.org/abs/2205.14135' },
          { kind: 'pdf', url: 'https://arxiv.org/pdf/2205.14135' },
        ],
      },
      {
        key: '7',
        title: 'E²GAN',
        abstract: '',
        source: { title: 'E<sup>2</sup>GAN', abstract: '' },
        authors: [],
        editors: [{ given: 'Martin', family: 'King Jr.' }],
        year: 2020,
        month: 5,
        type: 'paper-conference',
        venue: 'NeurIPS',
        doi: '10.1145/abc',
        topics: [],
        keywords: ['GAN', 'efficiency'],
        links: [{ kind: 'doi', url: 'https://doi.org/10.1145/abc' }],
      },
    ]);
  });

  const shapes: readonly (readonly [name: string, text: string, titles: readonly string[]])[] = [
    ['a list', '[{"title":"a"},{"title":"b"}]', ['a', 'b']],
    ['an item alone', '{"title":"a"}', ['a']],
    ['references', '{"references": [{"title":"a"}]}', ['a']],
    ['what Zotero’s web API gives', '{\n "items": [\n{"title":"a"}]}', ['a']],
    ['a byte order mark and CRLF', '\uFEFF[\r\n{"title":"a"},\r\n{"title":"b"}\r\n]', ['a', 'b']],
    ['an empty list', '[]', []],
  ];
  for (const [name, text, titles] of shapes) {
    it(`reads ${name}`, () => {
      const { papers, problems } = cslJson.parse(text);
      expect(problems).to.deep.equal([]);
      expect(papers.map((paper) => paper.title)).to.deep.equal(titles);
    });
  }

  const dates: readonly (readonly [issued: unknown, year: number | undefined, month: number | undefined])[] = [
    [{ 'date-parts': [[2022, 6, 23]] }, 2022, 6],
    [{ 'date-parts': [['2022', '06']] }, 2022, 6],
    [{ 'date-parts': [[2022], [2023]] }, 2022, undefined],
    [{ 'date-parts': [[]] }, undefined, undefined],
    [{ 'date-parts': [[-50]] }, undefined, undefined],
    [{ 'date-parts': [[2022, 21]] }, 2022, undefined],
    [{ raw: '2022-06-23' }, 2022, 6],
    [{ literal: 'Spring 2022' }, 2022, undefined],
    [{ literal: 'n.d.' }, undefined, undefined],
    ['2022-06', 2022, 6],
    ['~2022?', 2022, undefined],
    ['2022-06/2023-01', 2022, 6],
    [{ year: 2022, month: 'June' }, 2022, 6],
    [[{ year: '2022' }], 2022, undefined],
    [null, undefined, undefined],
    [17, undefined, undefined],
  ];
  for (const [issued, year, month] of dates) {
    it(`reads the date ${JSON.stringify(issued)}`, () => {
      const paper = one({ title: 't', issued });
      expect([paper.year, paper.month]).to.deep.equal([year, month]);
    });
  }

  const identifiers: readonly (readonly [fields: object, doi: string | undefined, arxiv: string | undefined])[] = [
    [{ DOI: '10.1145/X' }, '10.1145/x', undefined],
    [{ doi: 'doi:10.1145/X' }, '10.1145/x', undefined],
    [{ URL: 'https://doi.org/10.1145/x' }, '10.1145/x', undefined],
    [{ note: 'tex.x: y\nDOI: 10.1145/x' }, '10.1145/x', undefined],
    [{ DOI: '10.48550/ARXIV.2205.14135' }, undefined, '2205.14135'],
    [{ DOI: '10.48550/arXiv.2205.14135', URL: 'https://doi.org/10.1145/x' }, '10.1145/x', '2205.14135'],
    [{ URL: 'https://arxiv.org/pdf/2205.14135v2' }, undefined, '2205.14135'],
    [{ archive: 'arXiv', archive_location: '2205.14135' }, undefined, '2205.14135'],
    [{ archive_location: '2205.14135' }, undefined, undefined],
    [{ number: '2205.14135' }, undefined, undefined],
    [{ 'container-title': 'arXiv preprint arXiv:2205.14135' }, undefined, '2205.14135'],
    [{ DOI: 'none', URL: 'nowhere' }, undefined, undefined],
  ];
  for (const [fields, doi, arxiv] of identifiers) {
    it(`finds identifiers in ${JSON.stringify(fields)}`, () => {
      const paper = one({ title: 't', ...fields });
      expect([paper.doi, paper.arxiv]).to.deep.equal([doi, arxiv]);
    });
  }

  it('takes a journal that is arXiv for a preprint', () => {
    const paper = one({ title: 't', type: 'article-journal', 'container-title': 'arXiv:1706.03762 [cs]' });
    expect(paper).to.include({ type: 'article', arxiv: '1706.03762' }).and.not.have.property('venue');
  });

  it('finds keys where Zotero has them', () => {
    const id = 'http://zotero.org/users/1/items/ABCD';
    expect(one({ title: 't', id, note: 'Citation Key: smith2020' }).key).to.equal('smith2020');
    expect(one({ title: 't', id, 'citation-key': 'smith2021' }).key).to.equal('smith2021');
    expect(one({ title: 't', id }).key).to.equal(id);
    expect(one({ title: 't' })).to.not.have.property('key');
  });

  const titles: readonly (readonly [title: string, plain: string])[] = [
    ['<i>in vitro</i> of <b>Bold</b>', 'in vitro of Bold'],
    ['H<sub>2</sub>O and 10<sup>−3</sup>, 1<sup>st</sup>', 'H₂O and 10⁻³, 1st'],
    ['<span style="font-variant:small-caps;">Caps</span>', 'Caps'],
    ['a < b and c > d', 'a < b and c > d'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['AT&amp;T &#8211; x &unknown; &#1114112;', 'AT&T – x &unknown; &#1114112;'],
    ['costs $5 and $6', 'costs $5 and $6'],
    ['[x](command:evil) ${y} \u202E', '[x](command:evil) ${y}'],
    ['two\n  lines', 'two lines'],
  ];
  for (const [title, plain] of titles) {
    it(`shows ${JSON.stringify(title)} as text`, () => {
      expect(one({ title }).title).to.equal(plain);
    });
  }

  const broken: readonly (readonly [name: string, text: string, titles: readonly string[], problems: readonly unknown[]])[] = [
    ['a missing comma', '[\n  {"title": "a"},\n  {"title" "b"},\n  {"title": "c"}\n]', ['a', 'c'], [['broken-json', 2, 2]]],
    ['a missing brace', '[\n  {"title": "a"},\n  {"title": "b",\n  {"title": "c"}\n]', ['a', 'c'], [['broken-json', 2, 2]]],
    ['a missing quote', '[\n  {"title": "a},\n  {"title": "b"}\n]', ['b'], [['broken-json', 1, 2]]],
    ['a trailing comma', '[{"title": "a",}, {"title": "b"},]', ['b'], [['broken-json', 0, 1]]],
    ['no end', '[{"title": "a"}', ['a'], [['truncated-file', 0, 15]]],
    ['something else', '[17, {"title": "a"}, "x,{", null, ["y"]]', ['a'],
      [['not-an-entry', 0, 1], ['not-an-entry', 0, 21], ['not-an-entry', 0, 28], ['not-an-entry', 0, 34]]],
    ['no titles', '[{"id": "k"}, {"title": "a"}]', ['a'], [['missing-title', 0, 1]]],
    ['a key twice', '[{"id": "k", "title": "a"},\n {"id": "k", "title": "b"}]', ['a', 'b'], [['duplicate-key', 1, 1]]],
    ['no JSON', 'hello', [], [['broken-json', 0, 0]]],
    ['nothing', '', [], []],
  ]; // prettier-ignore
  for (const [name, text, titles, problems] of broken) {
    it(`reads the rest of a file with ${name}`, () => {
      const parsed = cslJson.parse(text);
      expect(parsed.papers.map((paper) => paper.title)).to.deep.equal(titles);
      expect(parsed.problems.map(({ code, line, column }) => [code, line, column])).to.have.deep.members([...problems]);
      for (const { message } of parsed.problems) expect(message).to.match(/^[“\p{Lu}].*\.$/u);
    });
  }

  it('is not impressed by depth, length or names', () => {
    const deep = cslJson.parse(`[${'['.repeat(100_000)}${']'.repeat(100_000)}, {"title": "a"}]`);
    expect(deep.papers.map((paper) => paper.title)).to.deep.equal(['a']);
    const deepField = cslJson.parse(
      `[{"title": "a", "custom": ${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}, {"title": "b"}]`,
    );
    expect(deepField.papers.at(-1)?.title).to.equal('b');
    expect(cslJson.parse('['.repeat(100_000)).papers).to.deep.equal([]);

    const author = Array.from({ length: 3_000 }, (_, index) => ({ family: `F${index}`, given: 'G' }));
    expect(one({ title: 't', author }).authors).to.have.length(3_000);

    const hostile =
      '{"__proto__": {"title": "bad"}, "constructor": {"x": 1}, "title": "t", "type": "constructor", "id": "__proto__"}';
    const [paper] = cslJson.parse(hostile).papers;
    expect(paper).to.include({ key: '__proto__', title: 't', type: 'document' });
    expect(({} as Record<string, unknown>)['title']).to.equal(undefined);
  }).timeout(20_000);

  const files: readonly (readonly [path: string, head: string, format: string | undefined])[] = [
    ['refs.json', zotero, 'csl-json'],
    ['refs.json', zotero.slice(0, 300), 'csl-json'],
    ['refs.json', `[${JSON.stringify({ id: 1, type: 'webpage', title: 't', URL: 'https://a.example' })}]`, 'csl-json'],
    ['refs.json', '{"type": "book", "title": "t", "author": [{"family": "f"}]}', 'csl-json'],
    ['refs.txt', zotero, undefined],
    ['package.json', '{"name": "a", "version": "1.0.0", "type": "module", "author": {"name": "n"}}', undefined],
    ['package.json', '{"name": "a", "author": [{"family": "x"}]}', undefined],
    ['tsconfig.json', '{\n  // comments\n  "compilerOptions": {"types": ["node"]}, "references": [{"path": "../core"}]\n}', undefined],
    ['tsconfig.json', '{"references": [{"path": "../core"}]}', undefined],
    ['composer.json', '{"name": "a/b", "type": "library", "authors": [{"name": "n"}]}', undefined],
    ['codemeta.json', '{"@type": "SoftwareSourceCode", "name": "n", "author": [{"familyName": "x"}]}', undefined],
    ['posts.json', '[{"id": 1, "type": "article", "title": "Hello", "author": "Jane"}]', undefined],
    ['shapes.json', '[{"id": 1, "type": "map", "title": "t"}]', undefined],
    ['schema.json', '{"type": "object", "title": "t", "properties": {"author": {"type": "string"}}}', undefined],
    ['data.geojson', '{"type": "FeatureCollection", "features": []}', undefined],
    ['notebook.json', '{"cells": [], "metadata": {}}', undefined],
    ['empty.json', '[]', undefined],
    ['short.csl.json', '[{"id": "a", "type": "book", "title": "t"}]', 'csl-json'],
    ['short.json', '[{"id": "a", "type": "book", "title": "t"}]', undefined],
    ['other.csl.json', '[{"id": 1, "type": "marker", "title": "t"}]', undefined],
  ]; // prettier-ignore
  for (const [path, head, format] of files) {
    it(`takes ${path} for ${format ?? 'nothing'}: ${head.slice(0, 50).replace(/\s+/gu, ' ')}`, () => {
      expect(detectFormat(path, head)?.id).to.equal(format);
    });
  }
});
