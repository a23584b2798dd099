import { expect } from 'chai';
import * as fc from 'fast-check';
import { assignCitationKeys, citationKey, type KeyedRecord } from '../../src/core/citationKey';

function record(family: string | undefined, year: number | undefined, title: string): KeyedRecord {
  return { authors: family === undefined ? [] : [{ family }], title, ...(year === undefined ? {} : { year }) };
}

describe('citation keys', () => {
  const table: readonly [string | undefined, number | undefined, string, string][] = [
    ['Dao', 2022, 'FlashAttention: Fast and Memory-Efficient Exact Attention', 'dao2022flashattention'],
    ['Dao', 2024, 'FlashAttention-2: Faster Attention', 'dao2024flashattention2'],
    ['Lee', 2024, 'SeiT++: Masked Token Modeling', 'lee2024seit'],
    ['Krenn', 2020, 'Self-Referencing Embedded Strings (SELFIES)', 'krenn2020selfreferencing'],
    ['Gong', 2024, 'E²GAN: Efficient Training of Efficient GANs', 'gong2024e2gan'],
    ['He', 2025, 'A²ATS: Retrieval-Based KV Cache Reduction', 'he2025a2ats'],
    ['Li', 2023, 'I-ViT: Integer-only Quantization', 'li2023ivit'],
    ['Saha', 2024, 'The I/O Complexity of Attention, or How Optimal is Flash Attention?', 'saha2024io'],
    ['Lavin', 2024, 'On the Efficiency of Convolutional Neural Networks', 'lavin2024efficiency'],
    ['Van den Broeck', 2022, 'Lossless Compression', 'vandenbroeck2022lossless'],
    ['Häse', 2020, 'Straße', 'hase2020strasse'],
    ['Łukasiewicz', 1920, 'O logice trójwartościowej', 'lukasiewicz1920o'],
    ['OpenAI Team & Friends', 2023, 'GPT-4', 'openaiteamfriends2023gpt4'],
    ["O'Brien", 2001, 'Beyond the Towards — Ærø', 'obrien2001aero'],
    ['Roe', 1999, 'Train–Test Gaps', 'roe1999train'],
    ['Roe', 1999, '“The” – of', 'roe1999'],
    ['Roe', undefined, 'Untimely', 'roenduntimely'],
    [undefined, 2001, 'Nobody’s Work', 'anon2001nobodys'],
    ['王', 2001, '注意力', 'anon2001'],
  ];
  for (const [family, year, title, key] of table) {
    it(key, () => expect(citationKey(record(family, year, title))).to.equal(key));
  }

  it('names the first editor where there is no author', () => {
    expect(citationKey({ authors: [], editors: [{ family: 'de Souza' }], year: 2020, title: 'Handbook' })).to.equal(
      'desouza2020handbook',
    );
  });

  it('suffixes equal keys in order of id, the first staying bare', () => {
    const papers = ['arxiv:3', 'arxiv:1', 'arxiv:2'].map((id) => ({ id, ...record('Roe', 2001, 'Same') }));
    expect([...assignCitationKeys(papers)].sort()).to.deep.equal([
      ['arxiv:1', 'roe2001same'],
      ['arxiv:2', 'roe2001samea'],
      ['arxiv:3', 'roe2001sameb'],
    ]);
  });

  it('goes on after z with aa', () => {
    const papers = Array.from({ length: 29 }, (_, at) => ({ id: String(at + 10), ...record('Roe', 2001, 'Same') }));
    const keys = [...assignCitationKeys(papers).values()];
    expect(keys.slice(25)).to.deep.equal(['roe2001samey', 'roe2001samez', 'roe2001sameaa', 'roe2001sameab']);
  });

  it('never gives a suffixed key that another paper bears bare', () => {
    const keys = assignCitationKeys([
      { id: '1', ...record('Roe', 2001, 'Gram') },
      { id: '2', ...record('Roe', 2001, 'Gram') },
      { id: '3', ...record('Roe', 2001, 'Grama') },
    ]);
    expect([...keys.values()]).to.deep.equal(['roe2001gram', 'roe2001gramb', 'roe2001grama']);
  });

  it('are of a–z and 0–9 and unique, whatever the papers are', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Dao', 'ß', 'the', '', '2', 'Same a'));
    const paper = fc.record({ family: text, year: fc.option(fc.nat(2100), { nil: undefined }), title: text });
    fc.assert(
      fc.property(fc.array(paper), (papers) => {
        const keys = assignCitationKeys(
          papers.map(({ family, year, title }, at) => ({ id: String(at), ...record(family, year, title) })),
        );
        expect(keys.size).to.equal(papers.length);
        expect(new Set(keys.values()).size).to.equal(papers.length);
        for (const key of keys.values()) expect(key).to.match(/^[a-z0-9]+$/);
      }),
      { seed: 2022 },
    );
  });
});
