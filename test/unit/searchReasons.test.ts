import { expect } from 'chai';
import type { PaperIndex } from '../../src/core/search/paperIndex';
import type { SearchField } from '../../src/core/search/searchHit';
import { corpus, indexOf, paper } from './searchCorpus';

// What somebody types, one of the papers found, and what its row says; nothing where the row shows it anyway.
const table: readonly (readonly [query: string, key: string, field?: SearchField, text?: string])[] = [
  // in the title, the authors' label or the year
  ['flash attention', 'dao2022flashattention'],
  ['flash attention', 'saha2024io'],
  ['flsah atention', 'dao2022flashattention'],
  ['kvcache', 'liu2024kivi'],
  ['kv cach quant', 'liu2024kivi'],
  ['semoe', 'shen2022semoe'],
  ['dao 2022', 'dao2022flashattention'],
  ['desai', 'desai2024defense'],
  ['the flash', 'dao2022flashattention'],
  // people that the label leaves out
  ['hase', 'krenn2020selfreferencing', 'authors', 'Florian Häse'],
  ['rudra', 'dao2022flashattention', 'authors', 'Atri Rudra'],
  ['ermon rudra flash', 'dao2022flashattention', 'authors', 'Stefano Ermon, Atri Rudra'],
  ['tri dao', 'dao2022flashattention', 'authors', 'Tri Dao'],
  // venue
  ['neurips flash', 'dao2022flashattention', 'venue', 'NeurIPS'],
  ['berkeley', 'wu2019efficient', 'venue', 'University of California, Berkeley'],
  // identifiers
  ['2205.14135', 'dao2022flashattention', 'identifier', 'arXiv:2205.14135'],
  ['https://doi.org/10.1145/3669940.3707256', 'prabhu2025vattention', 'identifier', '10.1145/3669940.3707256'],
  ['dao2022flashattention', 'dao2022flashattention', 'identifier', 'dao2022flashattention'],
];

describe('The reason why a paper is found', () => {
  let index: PaperIndex;
  const ids = new Map(corpus.map(({ id, key }) => [key, id]));

  before(async () => {
    index = await indexOf(corpus);
  });

  const hitOf = (query: string, key: string) => index.search(query, 50).find(({ id }) => id === ids.get(key));

  for (const [query, key, field, text] of table) {
    it(`${query} → ${key}: ${field === undefined ? 'none' : `${field} ${text}`}`, () => {
      const hit = hitOf(query, key);
      expect(hit, 'hit').to.not.equal(undefined);
      expect(hit?.reason).to.deep.equal(field === undefined ? undefined : { field, text });
    });
  }

  it('quotes the abstract where all the words are together', () => {
    expect(hitOf('hbm sram', 'dao2022flashattention')?.reason?.text).to.match(/HBM.*SRAM/);
    expect(hitOf('flash pagedattention', 'prabhu2025vattention')?.reason?.text).to.include('FlashAttention');
  });

  it('quotes at most about a line, from whole words', () => {
    for (const query of ['memory', 'efficient training', 'bandwidth', 'gradient storage', 'tokens']) {
      for (const { id, reason } of index.search(query, 50)) {
        if (reason?.field !== 'abstract') continue;
        const { abstract } = corpus.find((paper) => paper.id === id)!;
        const quoted = reason.text.replace(/^…|…$/g, '');
        expect(quoted.length).to.be.within(1, 100);
        expect(abstract.replace(/\s+/g, ' ')).to.include(quoted);
        const at = abstract.replace(/\s+/g, ' ').indexOf(quoted);
        expect(reason.text.startsWith('…')).to.equal(at > 0);
        expect(abstract.slice(at - 1, at + 1)).to.not.match(/^\p{L}\p{L}$/u);
      }
    }
  });

  it('is one line without control characters, whatever the paper holds', async () => {
    const hostile = await indexOf([
      paper('a', { abstract: 'before\n\u202Ezebra\u0007 <b>after</b>\u2028end' }),
      paper('b', { title: 'x', authors: [{ family: 'One' }, { family: 'Two' }, { family: 'Zebra\n\u202Ecommand:' }] }),
      paper('c', { abstract: `zebra ${'long'.repeat(250_000)}` }),
    ]);
    const reasons = hostile.search('zebra', 9).map(({ reason }) => reason?.text ?? '');
    expect(reasons).to.have.length(3);
    for (const text of reasons) {
      expect(text).to.match(/zebra/i);
      expect(text).to.not.match(/[\p{Cc}\u202E\u2028]/u);
      expect(text.length).to.be.below(200);
    }
  });

  it('names the fields in which the words were found, the most telling first', () => {
    expect(hitOf('dao 2022', 'dao2022flashattention')?.fields).to.deep.equal(['authors', 'year']);
    expect(hitOf('neurips flash', 'dao2022flashattention')?.fields).to.deep.equal(['title', 'venue', 'abstract']);
    expect(hitOf('hase', 'krenn2020selfreferencing')?.fields).to.deep.equal(['authors']);
    expect(hitOf('2205.14135', 'dao2022flashattention')?.fields).to.deep.equal(['identifier']);
  });
});
