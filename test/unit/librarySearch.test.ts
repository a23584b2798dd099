import { expect } from 'chai';
import { Library } from '../../src/core/library';
import { parseSearch } from '../../src/core/search/query/parseSearch';
import { PaperFilter } from '../../src/core/search/query/paperFilter';
import { LibrarySearch } from '../../src/worker/librarySearch';
import { record } from './libraryRecords';
import { corpus } from './searchCorpus';

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
    ['author:gu OR keys', ['cache', 'memory'], true],
    ['author:(gu OR nobody)', ['memory']],
    ['key:survey OR memory', ['memory', 'survey'], true],
    ['"cache of keys" OR memory', ['cache', 'memory']],
    ['cache author:gu OR keys', ['cache', 'memory']],
    ['(author:gu OR survey) cache', ['survey', 'memory']],
    ['survey author:gu OR keys', []],
    ['has:arxiv OR year:2022', ['memory', 'cache'], true],
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

  it('offers values for the field at the end of a query, and no others', async () => {
    const offered = async (typed: string): Promise<readonly string[]> =>
      (await search.search(typed, 5)).completions.map(({ label, count }) => `${label} ${count ?? ''}`.trim());
    expect(await offered('cache author:')).to.eql(['Tri Dao 2', 'Albert Gu 1']);
    expect(await offered('author:d')).to.eql(['Tri Dao 2']);
    expect(await offered('is:re')).to.eql(['reading', 'read']);
    for (const typed of ['', 'cache', 'au', 'author:dao cache', 'year:2022 ']) expect(await offered(typed)).to.eql([]);
  });

  it('counts what it finds, also beyond what is asked for', async () => {
    for (const typed of ['cache', 'author:dao', 'cache -survey']) {
      const { total } = await search.search(typed, 50);
      expect(total).to.equal((await found(typed)).length);
      expect((await search.search(typed, 1)).total).to.equal(total);
    }
  });

  it('says whom a field found where the row does not', async () => {
    const reasons = async (typed: string): Promise<readonly (string | undefined)[]> =>
      (await search.search(typed, 5)).hits.map(({ reason }) => reason && `${reason.field}: ${reason.text}`);
    put([
      { ...cache, authors: [...cache.authors, { given: 'Beidi', family: 'Chen' }, { given: 'Zoë', family: 'Häse' }] },
      memory,
      survey,
    ]);
    expect(await reasons('author:chen')).to.eql(['authors: Beidi Chen']);
    expect(await reasons('keys author:hase')).to.eql(['authors: Zoë Häse']);
    expect(await reasons('author:gu')).to.eql([undefined]);
    expect(await reasons('year:2024 -author:chen')).to.eql([undefined]);
    put([cache, memory, survey]);
  });

  it('puts a familiar paper before its equals, under an id that it had before too', async () => {
    const twins = ['one', 'two', 'three'].map((key) => record({ key, title: `Zebra ${key}`, year: 2020 }));
    put([cache, memory, survey, ...twins]);
    for (const familiar of ['two', 'three']) {
      search.noteFamiliar([[`file:///w/refs.bib#${familiar}`, 0.4]]);
      expect((await found('zebra'))[0]).to.equal(familiar);
    }
    search.noteFamiliar([['nobody knows', 1]]);
    expect(await found('zebra')).to.have.length(3);
    put([cache, memory, survey]);
  });

  it('knows what has been read', async () => {
    const id = (await search.search('survey', 1)).hits[0]!.id;
    search.mark([[id, 'read']]);
    expect(await found('is:read')).to.eql(['survey']);
    expect(await found('cache is:unread')).to.have.members(['cache', 'memory']);
    search.mark([]);
    expect(await found('is:read')).to.eql([]);
  });

  it('finds phrases as if every abstract were read', async () => {
    const records = corpus.map(({ key, title, abstract }) => record({ key, title, abstract }));
    put(records);
    const filter = new PaperFilter(library.papers());
    const phrases = records.flatMap(({ abstract }, index) => {
      const words = abstract.split(/\s+/).map((word) => word.replaceAll('"', ''));
      const some = words.slice(index % 40, (index % 40) + 1 + (index % 4)).join(' ');
      return [`"${some}"`, `abstract:"${some.slice(0, -1)}`, `"${some.replaceAll('-', ' ')}"`];
    });
    for (const phrase of [...phrases, '"ImageNet"', '"to be"', '"kv', '"the k', '"flashattention"', '"tuning fine"']) {
      const { condition } = parseSearch(phrase);
      if (!condition) continue;
      const marks = filter.matching(condition, new Map());
      const expected = library.papers().filter((_, position) => marks[position] === 1);
      const { papers } = await search.matching(phrase);
      expect(papers.map(({ key }) => key), phrase).to.eql(expected.map(({ key }) => key)); // prettier-ignore
    }
    put([cache, memory, survey]);
  });

  it('finds a phrase that comes in while another is looked for', async () => {
    put([cache, memory, survey]);
    const early = search.search('"brand new phrase"', 5);
    put([{ ...cache, abstract: 'A brand new phrase.' }, memory, survey]);
    await early;
    expect(await found('"brand new phrase"')).to.eql(['cache']);
    put([cache, memory, survey]);
  });

  it('takes any signs in phrases and alternatives', async () => {
    const queries = ['"SegBuilder: A"', '"10.1007/978-3-031-20074-8_26"', 'author:"AT&T Labs"', 'RAG-based: OR kivi'];
    for (const query of [...queries, 'https://arxiv.org/abs/2205.14135 OR kivi', '“Talk to me!”: enabling']) {
      await search.search(query, 5);
      await search.matching(query);
    }
    expect(await found('"a da"')).to.eql([]);
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
