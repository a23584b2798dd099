import { expect } from 'chai';
import fc from 'fast-check';
import { PackedIndex } from '../../src/core/search/packed/packedIndex';
import { PaperIndex } from '../../src/core/search/paperIndex';
import { corpus, indexOf, paper } from './searchCorpus';

const seed = 20260731;
const million = 1_000_000;

// Queries that make a careless search throw, or work for minutes.
const worst: readonly (readonly [name: string, query: string, found: 'some' | 'none'])[] = [
  ['the commonest words', 'the of and to a in we for models that training is with large on memory', 'some'],
  ['sixteen unknown words', Array.from({ length: 16 }, (_, i) => `qwxzkj${'abcdefghijklmnop'[i]}`).join(' '), 'none'],
  ['a pasted abstract', corpus[0]!.abstract, 'some'],
  ['a word of 5,000 letters', 'attention'.repeat(600), 'none'],
  ['a word of 5,000 letters among others', `flash ${'a'.repeat(5000)} attention`, 'some'],
  ['only little words', 'the of in', 'some'],
  ['emoji', '😀🎉👩‍👩‍👧‍👦', 'none'],
  ['signs', '$^{2}$ \\ * ( [ " \' ? + ++ -- // ..', 'some'],
  ['5,000 quotation marks', '"'.repeat(5000), 'none'],
  ['5,000 parentheses', '('.repeat(5000), 'none'],
  ['nothing', '', 'none'],
  ['white space', ' \n\t\u2028 ', 'none'],
  ['a million letters', 'a'.repeat(million), 'none'],
  ['a million words', 'flash '.repeat(million / 6), 'some'],
  ['a million spaces', ' '.repeat(million), 'none'],
  ['a million marks', `e${'\u0301'.repeat(million)}`, 'some'],
  ['half a letter', '\uD83D flash \uDE00', 'some'],
  ['names of properties', '__proto__ constructor toString', 'some'],
];

describe('Searching with anything at all', () => {
  let index: PaperIndex;
  const packed = new PaperIndex();
  before(async () => {
    index = await indexOf(corpus);
    packed.open(PackedIndex.build(corpus));
  });

  for (const [name, query, found] of worst) {
    it(`takes ${name}`, () => {
      expect(index.search(query, 50).length > 0).to.equal(found === 'some');
      expect(packed.search(query, 50).map(({ id }) => id)).to.deep.equal(index.search(query, 50).map(({ id }) => id));
    });
  }

  it('never throws, and answers with papers that are there, each once', () => {
    const ids = new Set(corpus.map(({ id }) => id));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string()), (query) => {
        const found = index.search(query, 50).map(({ id }) => id);
        expect(new Set(found).size).to.equal(found.length);
        expect(found.every((id) => ids.has(id))).to.equal(true);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('takes titles, abstracts and names of any make and size', async () => {
    const hostile = await indexOf([
      paper('a', { title: 'x'.repeat(million), abstract: 'zebra '.repeat(million / 6) }),
      paper('b', { title: '-/^_'.repeat(50_000), abstract: 'a-b/c'.repeat(50_000) }),
      paper('c', { title: 'Zebra', authors: Array.from({ length: 20_000 }, () => ({ given: 'A', family: 'B-C' })) }),
      paper('d', {
        title: '\uD83D \u202E ½ __proto__ constructor',
        venue: 'v'.repeat(million),
        key: '',
        doi: '10.1/\\(',
      }),
      paper('e', { title: '力'.repeat(100_000) }),
      paper('f'),
    ]);
    expect(hostile.size).to.equal(6);
    expect(hostile.search('zebra', 9).map(({ id }) => id)).to.deep.equal(['c', 'a']);
    expect(hostile.search('constructor', 9).map(({ id }) => id)).to.deep.equal(['d']);
    expect(hostile.related('a', 9).map(({ id }) => id)).to.deep.equal(['c']);
    await hostile.update([...'abcdef'], []);
    expect(hostile.size).to.equal(0);
  });
});
