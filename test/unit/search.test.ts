import { expect } from 'chai';
import type { PaperIndex } from '../../src/core/search/paperIndex';
import { Library } from '../../src/core/library';
import { LibrarySearch } from '../../src/worker/librarySearch';
import { goldenFilters } from '../support/goldenFilters';
import { goldenQueries } from '../support/goldenQueries';
import { corpus, indexOf } from './searchCorpus';

describe('Searching the papers that come with Paperside', () => {
  let index: PaperIndex;
  const keys = new Map(corpus.map(({ id, key }) => [id, key]));

  before(async () => {
    index = await indexOf(corpus);
  });

  const find = (query: string): readonly string[] => index.search(query, 50).map(({ id }) => keys.get(id)!);

  // As the pick asks, which may find conditions in what is meant as words.
  const library = new Library();
  const search = new LibrarySearch(library, () => Promise.resolve());
  search.update(library.replaceSource({ uri: 'file:///papers.json', kind: 'bundled' }, corpus));
  const ask = async (query: string): Promise<readonly string[]> =>
    (await search.search(query, 115)).hits.map(({ id }) => keys.get(id)!);

  for (const [query, ...first] of goldenQueries) {
    it(`finds ${JSON.stringify(first.flat())} by ${query}`, async () => {
      const found = [...(await ask(query))];
      for (const expected of first) {
        if (typeof expected === 'string') expect(found.shift()).to.equal(expected);
        else expect(found.splice(0, expected.length)).to.have.members([...expected]);
      }
    });
  }

  for (const [query, ...all] of goldenFilters) {
    it(`finds ${all.join(', ') || 'nothing'} and no others by ${query}`, async () => {
      expect(await ask(query)).to.have.members(all);
    });
  }

  it('finds every paper first by its title', () => {
    const missed = corpus.filter(({ title, key }) => find(title)[0] !== key);
    expect(missed.map(({ title }) => title)).to.deep.equal([]);
  });

  it('finds every paper first by each of its identifiers', () => {
    const missed = corpus.flatMap(({ key, arxiv, doi }) =>
      [key, arxiv, doi].filter((name) => name !== undefined && find(name)[0] !== key),
    );
    expect(missed).to.deep.equal([]);
  });

  it('finds every paper by any of its authors, and no others before those of that name', () => {
    const missed = corpus.flatMap(({ key, authors }) =>
      authors.map(({ family }) => family).filter((family) => !find(family).includes(key)),
    );
    expect(missed).to.deep.equal([]);
  });

  it('lists every paper of a venue and a year before the others', () => {
    const wanted = corpus.filter(({ venue, year }) => venue === 'ICLR' && year === 2024).map(({ key }) => key);
    expect(wanted).to.have.length.greaterThan(3);
    expect(find('ICLR 2024').slice(0, wanted.length)).to.have.members(wanted);
    expect(find('2024 iclr').slice(0, wanted.length)).to.have.members(wanted);
  });

  it('gives scores that fall from hit to hit', () => {
    for (const [query] of goldenQueries) {
      const scores = index.search(query, 50).map(({ score }) => score);
      expect(scores).to.deep.equal([...scores].sort((a, b) => b - a));
    }
  });

  it('gives no more than asked for, and the same ones first', () => {
    const all = index.search('efficient models', 50);
    expect(index.search('efficient models', 3)).to.deep.equal(all.slice(0, 3));
    expect(index.search('efficient models', 0)).to.deep.equal([]);
  });

  it('keeps a paper first while the rest of its name is being typed', () => {
    const typed = 'flashattention: fast and memory';
    for (let length = 5; length <= typed.length; length++) {
      expect(find(typed.slice(0, length))[0], typed.slice(0, length)).to.equal('dao2022flashattention');
    }
  });
});
