import { expect } from 'chai';
import { groupPapers, type GroupBy, type SortBy, sortPapers } from '../../src/core/grouping';
import type { LibraryPaper } from '../../src/core/paper';

const paper = (id: string, facts: Partial<LibraryPaper>): LibraryPaper => ({
  id,
  key: id,
  title: id,
  abstract: '',
  source: { title: id, abstract: '' },
  authors: [],
  type: 'article',
  topics: [],
  links: [],
  sources: [],
  ...facts,
});

const papers = [
  paper('d', { title: 'Zeta', year: 2022, topics: ['Quantization'], authors: [{ given: 'Tri', family: 'Dao' }] }),
  paper('a', {
    title: 'alpha 10',
    year: 2024,
    topics: ['Other'],
    authors: [{ given: 'Anna', family: 'Dao' }],
    venue: 'ICLR',
    keywords: ['Speed', 'memory'],
    sources: [
      { uri: 'file:///p/b.bib', key: 'k' },
      { uri: 'file:///p/b.bib', key: 'k2' },
      { uri: 'file:///p/a.bib', key: 'k' },
    ],
  }),
  paper('b', {
    title: 'Alpha 9',
    year: 2024,
    month: 6,
    topics: ['Attention'],
    authors: [{ family: 'OpenAI' }],
    arxiv: '1',
    keywords: ['Memory', 'memory', 'Attention'],
    sources: [{ uri: 'file:///q/c.bib', key: 'k' }],
  }),
  paper('c', { title: 'Häse', topics: ['Quantization'], authors: [{ given: 'F.', family: 'Ähre' }], venue: 'acl' }),
];

const cases: readonly [GroupBy, SortBy, string][] = [
  ['topic', 'title', 'Attention: b | Quantization: c d | Other: a'],
  ['topic', 'year', 'Attention: b | Quantization: d c | Other: a'],
  ['topic', 'author', 'Attention: b | Quantization: c d | Other: a'],
  ['year', 'title', '2024: b a | 2022: d | : c'],
  ['year', 'year', '2024: b a | 2022: d | : c'],
  ['year', 'author', '2024: a b | 2022: d | : c'],
  ['author', 'title', 'Ähre, F.: c | Dao, Anna: a | Dao, Tri: d | OpenAI: b'],
  ['venue', 'title', 'acl: c | arXiv: b | ICLR: a | : d'],
  ['keyword', 'title', 'Attention: b | memory: b a | Speed: a | : c d'],
  ['source', 'title', 'file:///p/a.bib: a | file:///p/b.bib: a | file:///q/c.bib: b | : c d'],
  ['folder', 'year', 'file:///p: a | file:///q: b | : d c'],
];

describe('Grouping', () => {
  for (const [groupBy, sortBy, expected] of cases) {
    it(`groups by ${groupBy}, sorted by ${sortBy}`, () => {
      for (const order of [papers, papers.toReversed()]) {
        const groups = groupPapers(order, groupBy, sortBy).map(({ label, ids }) => `${label}: ${ids.join(' ')}`);
        expect(groups.join(' | ')).to.equal(expected);
      }
    });
  }

  it('sorts papers outside of groups likewise', () => {
    expect(sortPapers(papers, 'year').map(({ id }) => id)).to.eql(['b', 'a', 'd', 'c']);
  });
});
