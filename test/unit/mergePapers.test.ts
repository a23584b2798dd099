import { expect } from 'chai';
import fc from 'fast-check';
import { mergePapers } from '../../src/core/mergePapers';
import type { PaperRecord } from '../../src/core/paper';
import { anyRecord, changed, type Facts, record } from './libraryRecords';

const title = 'Zeta';
const preprint: Facts = {
  venue: 'arXiv preprint arXiv:2205.14135',
  year: 2022,
  type: 'article-journal',
};
const published: Facts = { venue: 'NeurIPS', year: 2023, month: 12, type: 'paper-conference' };
const dao = [{ given: 'T.', family: 'Dao' }];
const tri = [{ given: 'Tri', family: 'Dao' }];
const both = [...dao, { given: 'A.', family: 'Gu' }];

describe('A merged paper', () => {
  const cases: readonly (readonly [
    what: string,
    records: readonly Facts[],
    expected: Facts,
  ])[] = [
    ['has the first source’s title', [{ title: 'zeta' }, { title: 'Zeta' }], { title: 'zeta' }],
    ['but the title of the publication', [{ title: 'zeta', ...preprint }, { title: 'Zeta', ...published }], { title: 'Zeta' }],
    ['has where and when it was published', [preprint, published], { venue: 'NeurIPS', year: 2023, month: 12, type: 'paper-conference' }],
    ['has its venue and year from one source', [{ venue: 'ICML', year: 2020 }, published], { venue: 'ICML', year: 2020 }],
    ['has no month of another year', [{ venue: 'ICML', year: 2020 }, published], { month: undefined }],
    ['has a month that another source knows of the year', [{ year: 2023 }, { year: 2023, month: 5 }], { month: 5 }],
    ['has a year that only one source knows', [{ venue: 'ICML', year: undefined }, { year: 2021 }], { venue: 'ICML', year: 2021 }],
    ['is published where it has a DOI and no venue', [{ title: 'zeta' }, { title: 'Zeta', doi: '10.1000/z' }], { title: 'Zeta' }],
    ['is not called a preprint once it is published', [{ doi: '10.1000/z' }, preprint], { venue: undefined, type: 'article' }],
    ['has the type that says more', [{ type: 'document' }, { type: 'thesis' }], { type: 'thesis' }],
    ['has the longest abstract', [{ abstract: 'Short.' }, { abstract: 'Longer.' }], { abstract: 'Longer.' }],
    ['has the first of equally long abstracts', [{ abstract: 'One.' }, { abstract: 'Two.' }], { abstract: 'One.' }],
    ['has the most authors', [{ authors: tri }, { authors: both }], { authors: both }],
    ['has the fullest given names', [{ authors: dao }, { authors: tri }], { authors: tri }],
    ['has the first list of equals', [{ authors: [{ family: 'dao' }] }, { authors: [{ family: 'Dao' }] }], { authors: [{ family: 'dao' }] }],
    ['has authors that none stands behind', [{ authors: tri, andOthers: true }, { authors: dao }], { authors: dao, andOthers: undefined }],
    ['says that more authors stand behind', [{ authors: both, andOthers: true }, { authors: tri }], { authors: both, andOthers: true }],
    ['has all aliases, each once', [{ aliases: ['a', 'A'] }, { aliases: ['a', 'b'] }], { aliases: ['a', 'A', 'b'] }],
    ['has fields of all', [{ fields: { note: 'x', file: 'f' } }, { fields: { note: 'y', url: 'u' } }], { fields: { note: 'x', file: 'f', url: 'u' } }],
    [
      'has volume and pages of its venue alone',
      [{ ...preprint, fields: { volume: 'abs/1', note: 'n' } }, { ...published, fields: { pages: '1--9' } }, { venue: 'ICML', fields: { number: '3' } }],
      { venue: 'NeurIPS', fields: { pages: '1--9', note: 'n' } },
    ],
    ['has editors whom one source knows', [{}, { editors: tri }], { editors: tri }],
    ['has a publisher’s DOI before arXiv’s', [{ doi: '10.48550/arxiv.2205.14135' }, { doi: '10.1000/z' }], { doi: '10.1000/z' }],
    ['has an identifier that one source knows', [{}, { arxiv: '2205.14135', primaryClass: 'cs.LG' }], { arxiv: '2205.14135', primaryClass: 'cs.LG' }],
    ['has the topics of the first source with topics', [{}, { topics: ['A'] }, { topics: ['B'] }], { topics: ['A'] }],
    ['has all keywords, each once', [{ keywords: ['Fast', 'b'] }, { keywords: ['fast', 'c'] }], { keywords: ['Fast', 'b', 'c'] }],
    ['has all groups, each once', [{ groups: ['G'] }, { groups: ['H', 'G'] }], { groups: ['G', 'H'] }],
    [
      'has all links, each once, in their order',
      [
        { links: [{ kind: 'code', url: 'https://github.com/A/b' }] },
        { links: [{ kind: 'doi', url: 'https://doi.org/10.1/a' }, { kind: 'code', url: 'http://www.github.com/a/b/' }] },
      ],
      { links: [{ kind: 'doi', url: 'https://doi.org/10.1/a' }, { kind: 'code', url: 'https://github.com/A/b' }] },
    ],
    [
      'has mathematics of one spelling beside the plain text of another',
      [{ title: 'At $5' }, { abstract: 'x²', markup: { title: '$x$', abstract: '$x^2$' } }],
      { title: 'At $5', abstract: 'x²', markup: { title: String.raw`At \$5`, abstract: '$x^2$' } },
    ],
    ['has no mathematics that is not shown', [{}, { title: 'x', markup: { title: '$x$', abstract: '' } }], { markup: undefined }],
  ]; // prettier-ignore
  for (const [what, facts, expected] of cases) {
    it(what, () => {
      const merged = mergePapers(facts.map((given) => changed(record({ title }), given)));
      for (const [field, value] of Object.entries(expected)) {
        expect(merged[field as keyof PaperRecord], field).to.deep.equal(value);
      }
    });
  }

  it('is the record itself where there is one', () => {
    const only = record({ title });
    expect(mergePapers([only])).to.equal(only);
  });

  it('says nothing that none of its sources says', () => {
    const plain = ['title', 'abstract', 'authors', 'year', 'month', 'venue', 'type', 'doi', 'arxiv', 'topics'] as const;
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 5 }), (records) => {
        const merged = mergePapers(records);
        for (const field of plain) {
          if (merged[field] === undefined) continue;
          expect(records.map((one) => one[field])).to.deep.include(merged[field]);
        }
        if (merged.venue === undefined || merged.year === undefined) return;
        const together = records.some(({ venue, year }) => venue === merged.venue && year === merged.year);
        const undated = records.some(({ venue, year }) => venue === merged.venue && year === undefined);
        expect(together || undated).to.equal(true);
      }),
      { seed: 20260303, numRuns: 1000 },
    );
  });
});
