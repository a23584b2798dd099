import { expect } from 'chai';
import fc from 'fast-check';
import { cslJson } from '../../src/core/formats/cslJson';
import { cslYaml } from '../../src/core/formats/cslYaml';
import { hayagriva } from '../../src/core/formats/hayagriva';
import type { LibraryFormat } from '../../src/core/formats/libraryFormat';
import { libraryFormats } from '../../src/core/formats/libraryFormats';
import { ris } from '../../src/core/formats/ris';
import { writeCslJson } from '../../src/core/formats/writeCslJson';
import { writeCslYaml } from '../../src/core/formats/writeCslYaml';
import { writeHayagriva } from '../../src/core/formats/writeHayagriva';
import { writeRis } from '../../src/core/formats/writeRis';
import { paperLinks } from '../../src/core/links';
import type { Paper, PaperRecord, PaperType } from '../../src/core/paper';

type Field = keyof PaperRecord;

interface Written {
  readonly format: LibraryFormat;
  readonly write: (paper: Paper) => string;
  /** What the format has no place for. */
  readonly lost: readonly Field[];
}

const formats: readonly Written[] = [
  { format: cslJson, write: writeCslJson, lost: ['markup'] },
  { format: cslYaml, write: writeCslYaml, lost: [] },
  { format: hayagriva, write: writeHayagriva, lost: ['keywords', 'primaryClass', 'markup'] },
  { format: ris, write: writeRis, lost: [] },
];

const types: readonly PaperType[] = [
  'article', 'article-journal', 'paper-conference', 'thesis', 'report', 'book', 'chapter', 'software', 'dataset',
  'webpage', 'document',
]; // prettier-ignore

const seed = 20221122;

/** Words with everything in them that some format would take for its own, but for TeX's commands. */
const word = fc.constantFrom(
  'FlashAttention:', 'a', 'E²GAN', 'Häse', '注意力', '“quoted”', "it's", '- x', '# y', '@z', '{a}', '[b]', '*c*', '_d_',
  '^e^', '~f~', '`g`', '<i>h</i>', '&amp;', 'a & b', 'a < b', '$5', '$5', '10%', 'k: v', '|', '>', '!tag', '*alias', '&anchor',
  'null', '~', 'yes', '1.10', '2020-01', '"', "'", ',', ';', '--', '---', '...', '?', 'ER  - ', 'TY  - JOUR', '__proto__', '𝒪(n)',
); // prettier-ignore
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' ').replace(/ +/gu, ' ').trim());
const paragraphs = fc.array(words, { maxLength: 3 }).map((list) => list.join('\n\n'));
const name = fc.constantFrom('Tri', 'T. B.', 'Van den Broeck', 'de', 'Häse', "O'Brien", 'King Jr.', '明', 'V', 'null', 'and', '- x', 'Google Research', '"', '#a', '1.10'); // prettier-ignore
const author = fc.record({ given: fc.option(name, { nil: undefined }), family: name });
const authors = fc
  .array(author, { maxLength: 4 })
  .map((list) => list.map(({ given, family }) => (given === undefined ? { family } : { given, family })));
const keyword = fc.constantFrom('one', 'two words', 'Häse', 'null', '#a', '1.10', '- b', '&c', 'a: b');
const identifiers = fc.constantFrom<Partial<Paper>>(
  {},
  { doi: '10.1145/3669940.3707256' },
  { arxiv: '2205.14130' },
  { arxiv: '2205.14130', primaryClass: 'cs.LG' },
  { arxiv: 'hep-th/9901001', primaryClass: 'hep-th' },
  { arxiv: '0704.0001', doi: '10.1000/a(b)<c>;d' },
);

const papers: fc.Arbitrary<Paper> = fc
  .record({
    key: fc.constantFrom('dao2022flashattention', 'a:b-c/d', '1.10', 'null', '#x', 'Häse', '__proto__', '@y', '2020'),
    title: words,
    abstract: paragraphs,
    mathematics: fc.boolean(),
    authors,
    editors: authors,
    date: fc.constantFrom<Partial<Paper>>({}, { year: 2022 }, { year: 2022, month: 6 }, { year: 987, month: 12 }),
    type: fc.constantFrom(...types),
    venue: fc.option(words, { nil: undefined }),
    keywords: fc.uniqueArray(keyword, { maxLength: 3 }),
    identifiers,
    url: fc.option(fc.constantFrom('https://github.com/a/b', 'https://a.example/x_y?p=1%20#z'), { nil: undefined }),
  })
  .map(({ mathematics, date, editors, venue, keywords, identifiers, url, ...rest }) => {
    const urls = url === undefined || identifiers.arxiv ? [] : [url];
    const markup = (text: string): string => `${text.replaceAll('$', '\\$')} in $O(n^2)$`;
    return {
      ...rest,
      ...(mathematics && {
        title: `${rest.title} in O(n²)`,
        abstract: `${rest.abstract} in O(n²)`.trim(),
        markup: { title: markup(rest.title), abstract: markup(rest.abstract).trim() },
      }),
      ...date,
      ...(editors.length > 0 && { editors }),
      ...(venue !== undefined && { venue }),
      ...(keywords.length > 0 && { keywords }),
      ...identifiers,
      id: 'x',
      source: { title: '', abstract: '' },
      topics: [],
      links: paperLinks({ ...identifiers, abstract: '' }, urls),
    };
  });

describe('Writing library formats', () => {
  for (const { format, write, lost } of formats) {
    it(`${format.id} reads what was written`, () => {
      fc.assert(
        fc.property(papers, (paper) => {
          const { papers: read, problems } = format.parse(write(paper));
          expect(problems).to.deep.equal([]);
          expect(read).to.have.length(1);
          expect(comparable(read[0]!, lost)).to.deep.equal(comparable(paper, lost));
        }),
        { seed, numRuns: 300 },
      );
    }).timeout(60_000);

    it(`${format.id} comes to rest, whatever the paper`, () => {
      const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), words);
      const hostile = fc.record({
        key: text,
        title: text,
        abstract: text,
        venue: text,
        keyword: text,
        family: text,
        given: text,
      });
      fc.assert(
        fc.property(hostile, ({ key, title, abstract, venue, keyword, family, given }) => {
          const paper: Paper = {
            id: 'x', key, title, abstract, venue, keywords: [keyword], authors: [{ family, given }, { family: given }],
            type: 'article-journal', source: { title, abstract }, topics: [], links: [],
          }; // prettier-ignore
          const first = format.parse(write(paper));
          expect(first.papers.length + first.problems.length).to.equal(1);
          const [read] = first.papers;
          if (!read) return;
          const again = format.parse(write({ id: 'x', key: '', ...read }));
          expect(again.papers.map((one) => comparable(one, ['key', ...lost]))).to.deep.equal([
            comparable(read, ['key', ...lost]),
          ]);
        }),
        { seed, numRuns: 300 },
      );
    }).timeout(60_000);

    it(`${format.id} keeps several papers apart`, () => {
      fc.assert(
        fc.property(fc.array(papers, { minLength: 2, maxLength: 4 }), (several) => {
          const written = several.map(write);
          const text = format === cslJson ? `[\n${written.join(',\n')}\n]` : written.join('');
          const titles = format.parse(text).papers.map(({ title }) => title);
          expect(titles).to.deep.equal(several.map(({ title }) => title));
        }),
        { seed, numRuns: 50 },
      );
    }).timeout(60_000);
  }
});

describe('Reading library formats', () => {
  const pieces = fc.constantFrom(
    'TY  - JOUR\n', 'TI  - a\n', 'ER  - \n', '- ', 'title: ', 'references:\n', '"', "'", '[', ']', '{', '}', ',', ':', '\n', '  ',
    '\t', '&a ', '*a ', '#', '|\n', '>\n', '? ', '---\n', '!!map ', '"title": "a"', '\\', '\uFEFF', '\r', 'parent: ', '\0', '<sup>',
    '$x^2$', '\\frac{', 'a', '@article{', '=', '\uD800', '%YAML 1.1\n', 'arXiv:', '<<: ', 'citekey: a\n', 'author: a and b, c\n', '[[b|c]]', 'ref: a\n',
  ); // prettier-ignore
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 100 }),
  );
  const paths = ['a.json', 'a.yaml', 'info.yaml', 'a.ris', 'a.txt', 'CITATION.cff', 'a.md', 'a.bib'];
  for (const format of libraryFormats) {
    it(`never throws on any text: ${format.id}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          for (const path of paths) format.detect(path, text);
          const { papers, problems } = format.parse(text);
          for (const { line, column, message } of problems) {
            expect(line).to.be.within(0, text.split(/\r\n?|\n/u).length);
            expect(column).to.be.within(0, text.length);
            expect(message).to.not.equal('');
          }
          for (const { title } of papers) expect(title).to.not.equal('');
        }),
        { seed, numRuns: 500 },
      );
    }).timeout(60_000);
  }
});

function comparable(paper: PaperRecord, lost: readonly Field[]): unknown {
  const left: readonly string[] = ['id', 'source', ...lost];
  return Object.fromEntries(Object.entries(paper).filter(([field]) => !left.includes(field)));
}
