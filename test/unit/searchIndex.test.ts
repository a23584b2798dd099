import { expect } from 'chai';
import fc from 'fast-check';
import type { Paper } from '../../src/core/paper';
import { PaperIndex } from '../../src/core/search/paperIndex';
import { answers, changes, papers } from './searchChanges';
import { corpus, indexOf, paper } from './searchCorpus';

const seed = 20260731;

describe('PaperIndex', () => {
  it('answers after any changes like one built afresh', () =>
    fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const index = new PaperIndex();
        const held = new Map<string, Paper>();
        for (const { removed, added } of list) {
          await index.update(removed, added);
          // Whatever is kept between searches must not outlive a change.
          answers(index);
          for (const id of removed) held.delete(id);
          for (const each of added) held.set(each.id, each);
        }
        expect(answers(index)).to.deep.equal(answers(await indexOf([...held.values()].reverse())));
      }),
      { seed, numRuns: 150 },
    ));

  it('finds a paper first by its exact title', () =>
    fc.assert(
      fc.asyncProperty(papers, async (list) => {
        const held = [...new Map(list.map((each) => [each.id, each])).values()];
        const index = await indexOf(held);
        for (const { id, title } of held) {
          if (title === '') continue;
          const same = held
            .filter((other) => other.title.toLowerCase() === title.toLowerCase())
            .map((other) => other.id);
          expect(same, `${id}: ${title}`).to.include(index.search(title, 1)[0]?.id);
        }
      }),
      { seed, numRuns: 150 },
    ));

  it('is empty again when all papers are gone', async () => {
    const index = await indexOf(corpus);
    await index.update(corpus.map(({ id }) => id), []); // prettier-ignore
    expect(index.size).to.equal(0);
    expect(index.search('flash attention', 9)).to.deep.equal([]);
    expect(index.search('2205.14135', 9)).to.deep.equal([]);
    expect(index.related(corpus[0]!.id, 9)).to.deep.equal([]);
  });

  it('shows the new words of a paper that changed, and not the old', async () => {
    const index = await indexOf([paper('a', { title: 'Zebra' })]);
    await index.update([], [paper('a', { title: 'Walrus' })]);
    expect(index.search('zebra', 9)).to.deep.equal([]);
    expect(index.search('walrus', 9).map(({ id }) => id)).to.deep.equal(['a']);
    expect(index.size).to.equal(1);
  });

  it('lets others have their turn, and answers them meanwhile', async () => {
    let turns = 0;
    const index = new PaperIndex({
      pause: async () => {
        turns++;
        expect(index.search('flash attention kv', 50).length).to.be.at.most(index.size);
        index.related(corpus[0]!.id, 5);
        await Promise.resolve();
      },
    });
    await index.update([], corpus);
    expect(turns).to.be.at.least(3);
    turns = 0;
    await index.update(corpus.map(({ id }) => id), corpus.slice(0, 5)); // prettier-ignore
    expect(turns).to.be.at.least(3);
    expect(index.size).to.equal(5);
  });

  it('orders papers that are equally good by id', async () => {
    const same = [...'dbca'].map((id) => paper(id, { title: 'Same title', year: 2024 }));
    const index = await indexOf(same);
    for (const query of ['same', 'title', 'same title', '2024', 'smae titel']) {
      expect(index.search(query, 9).map(({ id }) => id).join(''), query).to.equal('abcd'); // prettier-ignore
    }
    expect(index.related('c', 9).map(({ id }) => id).join('')).to.equal('abd'); // prettier-ignore
  });

  const spellings: readonly (readonly [written: string, typed: string])[] = [
    ['Fine-tuning', 'finetuning'],
    ['Finetuning', 'fine tuning'],
    ['KVCache', 'kv cache'],
    ['KV cache', 'kvcache'],
    ['FlashAttention', 'flash attention'],
    ['IncreLoRA', 'lora'],
    ['2bit', '2-bit'],
    ['LLMs', 'llm'],
    ['Queries', 'query'],
    ['Straße', 'strasse'],
    ['E²GAN', 'e2gan'],
    ['Let’s go', "let's go"],
    ['Łukasz', 'lukasz'],
    ['注意力机制的研究', '注意力'],
    ['深層学習のための最適化', '最適化'],
    ['Attention', 'attenion'],
    ['Attention', 'attentiion'],
    ['Attention', 'attemtion'],
    ['Attention', 'attnetion'],
    ['Quantization', 'quantisaton'],
  ];
  for (const [written, typed] of spellings) {
    it(`finds ${written} by ${typed}`, async () => {
      const index = await indexOf([paper('a', { title: written }), paper('b', { title: 'Something else entirely' })]);
      expect(index.search(typed, 9)[0]?.id).to.equal('a');
    });
  }

  it('does not correct a word that fits as it stands', async () => {
    const index = await indexOf([paper('a', { title: 'Paging' }), paper('b', { title: 'Caging' })]);
    expect(index.search('paging', 9).map(({ id }) => id)).to.deep.equal(['a']);
  });

  it('puts all the words before some, and the title before the abstract', async () => {
    const index = await indexOf([
      paper('a', { title: 'Sparse models', abstract: 'sparse sparse sparse' }),
      paper('b', { title: 'Other', abstract: 'sparse training' }),
      paper('c', { title: 'Sparse training' }),
    ]);
    expect(index.search('sparse training', 9).map(({ id }) => id)).to.deep.equal(['c', 'b', 'a']);
  });
});
