import { expect } from 'chai';
import fc from 'fast-check';
import type { Paper } from '../../src/core/paper';
import { foldIndex } from '../../src/core/search/packed/foldIndex';
import { PackedIndex } from '../../src/core/search/packed/packedIndex';
import { PaperIndex } from '../../src/core/search/paperIndex';
import { corpus, indexOf, paper } from './searchCorpus';
import { answers, changes, paperIds } from './searchChanges';

const seed = 20260731;

function packed(papers: readonly Paper[]): PaperIndex {
  const index = new PaperIndex({ abstractOf: (id) => papers.find((each) => each.id === id)?.abstract });
  index.open(PackedIndex.build(papers));
  return index;
}

describe('PackedIndex', () => {
  it('answers as the papers do that it was made of', async () => {
    const afresh = await indexOf(corpus);
    const opened = packed(corpus);
    expect(opened.size).to.equal(corpus.length);
    const queries = [
      'flash attention',
      'quantiztion',
      'dao 2022',
      'kvcache',
      '2205.141',
      'hbm sram',
      'the',
      'hase',
      'ICLR 2',
    ];
    for (const query of [...queries, ...corpus.map(({ title }) => title)]) {
      expect(opened.search(query, 200), query).to.deep.equal(afresh.search(query, 200));
    }
    for (const { id } of corpus) expect(opened.related(id, 20)).to.deep.equal(afresh.related(id, 20));
  });

  it('answers after any changes and folds like one built afresh', () =>
    fc.assert(
      fc.asyncProperty(
        changes,
        fc.array(fc.constantFrom('none', 'fold', 'slow'), { maxLength: 6 }),
        async (list, folds) => {
          const held = new Map<string, Paper>();
          const index = new PaperIndex({ abstractOf: (id) => held.get(id)?.abstract });
          for (const [step, { removed, added }] of list.entries()) {
            const kind = folds[step] ?? 'none';
            const slow = kind === 'slow' ? index.beginFold(`${step}`) : undefined;
            for (const id of removed) held.delete(id);
            for (const each of added) held.set(each.id, each);
            await index.update(removed, added);
            answers(index);
            if (slow) expect(await index.endFold(slow, foldIndex(slow))).to.equal(true);
            const fold = kind === 'fold' ? index.beginFold(`${step}`) : undefined;
            if (fold) expect(await index.endFold(fold, foldIndex(structuredClone(fold)))).to.equal(true);
          }
          expect(answers(index)).to.deep.equal(answers(await indexOf([...held.values()].reverse())));
          for (const id of paperIds)
            expect(index.idAt(index.numberOf(id) ?? Infinity)).to.equal(held.has(id) ? id : undefined);
        },
      ),
      { seed, numRuns: 150 },
    ));

  it('is not opened when anything of it differs', () => {
    const { buffer } = PackedIndex.build(corpus.slice(0, 3), 'options');
    expect(PackedIndex.open(buffer, 'options')?.size).to.equal(3);
    expect(PackedIndex.open(buffer, 'other options')).to.equal(undefined);
    const whole = new Uint8Array(buffer);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = whole.slice();
        damaged[at]! ^= change;
        expect(PackedIndex.open(damaged.buffer, 'options')).to.equal(undefined);
      }),
      { seed, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(PackedIndex.open(whole.slice(0, length).buffer, 'options')).to.equal(undefined);
      }),
      { seed, numRuns: 100 },
    );
    expect(PackedIndex.open(new ArrayBuffer(0), '')).to.equal(undefined);
  });

  it('does not open any other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(PackedIndex.open(bytes.slice().buffer, '')).to.equal(undefined);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('holds no papers, and papers of any make', () => {
    expect(PackedIndex.build([]).size).to.equal(0);
    expect(packed([]).search('flash', 9)).to.deep.equal([]);
    const odd = [
      paper('a', { title: 'x'.repeat(100_000), year: -50, abstract: 'zebra '.repeat(100_000) }),
      paper('b', { key: '', venue: 'v\n\tw', authors: [{ family: '' }, { given: 'A\u0000', family: 'B' }] }),
      paper('é\n1', { title: '注意力机制 \uD83D', year: 2024, andOthers: true, editors: [{ family: 'Häse' }] }),
      paper('\uD83D', { title: 'lone' }),
    ];
    const index = packed(odd);
    expect(index.search('zebra', 9).map(({ id }) => id)).to.deep.equal(['a']);
    expect(index.search('hase', 9)).to.deep.equal([
      {
        ...index.search('2024', 9)[0]!,
        fields: ['authors'],
        score: index.search('hase', 9)[0]!.score,
        reason: { field: 'authors', text: 'Häse' },
      },
    ]);
    expect(index.search('lone', 9)).to.have.length(1);
    expect(PackedIndex.build(odd).shown(2)).to.deep.include({
      title: '注意力机制 \uFFFD',
      year: 2024,
      andOthers: true,
    });
    expect(PackedIndex.build(odd).shown(0).year).to.equal(-50);
  });

  it('quotes the words of an abstract that is not at hand', () => {
    const index = new PaperIndex();
    index.open(PackedIndex.build(corpus));
    const hit = index.search('hbm sram', 50).find(({ id }) => id === 'arxiv:2205.14135');
    expect(hit?.reason?.text).to.match(/hbm.*sram/);
  });
});

describe('A fold', () => {
  it('is not taken when damaged, or when another came between', async () => {
    const index = await indexOf(corpus.slice(0, 5));
    const fold = index.beginFold('one');
    const buffer = foldIndex(fold);
    expect(await index.endFold(fold, buffer.slice(8))).to.equal(false);
    const second = index.beginFold('one');
    expect(await index.endFold(fold, buffer)).to.equal(false);
    expect(await index.endFold(second, buffer)).to.equal(true);
    expect(await index.endFold(second, buffer)).to.equal(false);
    expect(index.packed?.stamp).to.equal('one');
    expect(index.size).to.equal(5);
  });

  it('is worth it after some hundreds of changes, and a large update makes one of its own', async () => {
    const many = (count: number, word: string) =>
      Array.from({ length: count }, (_, i) => paper(`p${i}`, { title: `${word} number${i}` }));
    const small = await indexOf(many(700, 'walrus'));
    expect(small.isWorthFolding).to.equal(false);
    const index = packed(many(100, 'walrus'));
    expect(index.isWorthFolding).to.equal(false);
    await index.update([], many(600, 'zebra'));
    expect(index.isWorthFolding).to.equal(true);
    const fold = index.beginFold('');
    await index.update([], many(3000, 'heron'));
    expect(index.packed?.size).to.equal(3000);
    expect(index.isWorthFolding).to.equal(false);
    expect(await index.endFold(fold, foldIndex(fold))).to.equal(false);
    expect(index.search('zebra walrus', 9)).to.deep.equal([]);
    expect(index.search('heron number2999', 9)[0]?.id).to.equal('p2999');
    await index.update(['p2999'], [paper('p1', { title: 'zebra' })]);
    expect(index.search('zebra', 9).map(({ id }) => id)).to.deep.equal(['p1']);
    expect(index.search('number2999', 9).map(({ id }) => id)).to.not.include('p2999');
  });
});

describe('Searching among some papers', () => {
  it('finds those that are allowed, and no others', () => {
    const index = packed(corpus);
    const allowed = new Uint8Array(index.numbersEnd);
    for (const { id, year } of corpus) if (year === 2024) allowed[index.numberOf(id)!] = 1;
    const found = index.search('memory', 200, { allowed }).map(({ id }) => id);
    const all = index.search('memory', 200).map(({ id }) => id);
    const years = new Map(corpus.map(({ id, year }) => [id, year]));
    expect(found).to.deep.equal(all.filter((id) => years.get(id) === 2024));
    expect(found).to.have.length.greaterThan(3);
  });

  it('puts papers that are known first among equals, and the newer first', async () => {
    const same = [...'abcd'].map((id) => paper(id, { title: 'Same title', year: id === 'c' ? 2024 : 2001 }));
    const index = await indexOf(same);
    const order = (priors?: ReadonlyMap<string, number>) =>
      index.search('same title', 9, priors ? { priors } : {}).map(({ id }) => id).join(''); // prettier-ignore
    expect(order()).to.equal('cabd');
    expect(order(new Map([['d', 1], ['?', 1]]))).to.equal('dcab'); // prettier-ignore
  });
});
