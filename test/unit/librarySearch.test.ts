import { expect } from 'chai';
import { Library } from '../../src/core/library';
import { LibrarySearch } from '../../src/worker/librarySearch';
import { record } from './libraryRecords';

describe('Searching a library', () => {
  const library = new Library();
  const search = new LibrarySearch(library, () => Promise.resolve());
  const put = (records: Parameters<Library['replaceSource']>[1]): void =>
    search.update(library.replaceSource({ uri: 'file:///w/refs.bib', kind: 'project' }, records));
  const found = async (typed: string, limit = 50): Promise<readonly string[]> =>
    (await search.search(typed, limit)).hits.map(({ id }) => library.get(id)!.key);

  const cache = record({
    key: 'cache',
    title: 'A cache of keys',
    authors: [{ given: 'Tri', family: 'Dao' }],
    year: 2022,
    doi: '10.1/cache',
  });
  const memory = record({
    key: 'memory',
    title: 'Memory and cache',
    authors: [{ given: 'Albert', family: 'Gu' }],
    year: 2024,
    arxiv: '2401.00001',
  });
  const survey = record({
    key: 'survey',
    title: 'A survey of cache',
    authors: [{ given: 'Tri', family: 'Dao' }],
    year: 2023,
  });
  before(() => put([cache, memory, survey]));

  const queries: readonly (readonly [typed: string, keys: readonly string[], inOrder?: boolean])[] = [
    ['cache', ['cache', 'memory', 'survey']],
    ['cache author:dao', ['cache', 'survey']],
    ['cache -survey', ['cache', 'memory']],
    ['author:dao', ['survey', 'cache'], true],
    ['year:2023..', ['memory', 'survey'], true],
    ['cache has:arxiv', ['memory']],
    ['survey OR memory', ['survey', 'memory']],
    ['"cache of keys"', ['cache']],
    ['source:refs.bib year:2022', ['cache']],
    ['cache author:nobody', []],
    ['year:20', []],
    ['', []],
  ];
  for (const [typed, keys, inOrder] of queries) {
    it(`finds ${keys.join(', ') || 'nothing'} by ${typed || 'nothing'}`, async () => {
      if (inOrder) expect(await found(typed)).to.eql(keys);
      else expect(await found(typed)).to.have.members(keys);
    });
  }

  const filters: readonly (readonly [typed: string, keys: readonly string[]])[] = [
    ['', ['cache', 'memory', 'survey']],
    ['  ', ['cache', 'memory', 'survey']],
    ['cache', ['cache', 'memory', 'survey']],
    ['surv', ['survey']],
    ['survei', ['survey']],
    ['survey memory', []],
    ['survey OR memory', ['memory', 'survey']],
    ['cache survey OR memory', ['memory', 'survey']],
    ['dao survey', ['survey']],
    ['cache author:dao', ['cache', 'survey']],
    ['memory author:dao', []],
    ['cache -survey', ['cache', 'memory']],
    ['"cache of keys"', ['cache']],
    ['keys author:dao year:2022', ['cache']],
    ['zyzzyva', []],
    ['a', ['cache', 'memory', 'survey']],
  ];
  for (const [typed, keys] of filters) {
    it(`leaves ${keys.join(', ') || 'nothing'} by ${typed || 'nothing'}`, async () => {
      expect((await search.matching(typed)).papers.map(({ key }) => key)).to.eql(keys);
    });
  }

  it('knows what has been read', async () => {
    const id = (await search.search('survey', 1)).hits[0]!.id;
    search.mark([[id, 'read']]);
    expect(await found('is:read')).to.eql(['survey']);
    expect(await found('cache is:unread')).to.have.members(['cache', 'memory']);
    search.mark([]);
    expect(await found('is:read')).to.eql([]);
  });

  it('shows no more than is asked for', async () => {
    expect(await found('author:dao', 1)).to.eql(['survey']);
    expect(await found('cache author:dao', 1)).to.have.length(1);
    for (const typed of ['author:dao', 'cache author:dao', 'cache']) expect(await found(typed, -1)).to.eql([]);
  });

  it('says what is wrong, and finds by the rest', async () => {
    const { hits, problems } = await search.search('year:20x survey', 50);
    expect(hits).to.have.length(1);
    expect(problems).to.eql([{ code: 'bad-year', value: '20x', start: 0, end: 8 }]);
  });

  it('holds conditions against what the library holds by now', async () => {
    put([{ ...cache, year: 1999 }, memory]);
    expect(await found('year:1999')).to.eql(['cache']);
    expect(await found('author:dao')).to.eql(['cache']);
    expect(await found('cache year:1999')).to.eql(['cache']);
  });
});
