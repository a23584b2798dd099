import { expect } from 'chai';
import type { PaperIndex } from '../../src/core/search/paperIndex';
import { corpus, indexOf, paper } from './searchCorpus';

// A paper, and some that must be among the five most like it; the first of them first.
const near: readonly (readonly [key: string, ...others: string[]])[] = [
  ['dao2022flashattention', 'dao2024flashattention2', 'saha2024io'],
  ['dao2024flashattention2', 'dao2022flashattention', 'saha2024io'],
  ['saha2024io', 'dao2022flashattention', 'dao2024flashattention2'],
  ['lee2024compact', 'liu2025citygaussianv2', 'hamdi2024ges'],
  ['diao2024unipt', 'diao2024sherl'],
  ['diao2024sherl', 'diao2024unipt'],
  ['cao2023realtime', 'li2022rtnerf'],
];

describe('Related papers', () => {
  let index: PaperIndex;
  const keys = new Map(corpus.map(({ id, key }) => [id, key]));
  before(async () => {
    index = await indexOf(corpus);
  });

  for (const [key, ...others] of near) {
    it(`of ${key} are ${others.join(', ')}`, () => {
      const paper = corpus.find((each) => each.key === key)!;
      const found = index.related(paper.id, 5).map(({ id }) => keys.get(id));
      expect(found[0]).to.equal(others[0]);
      expect(found).to.include.members(others);
    });
  }

  it('are other papers, each once, with scores from 1 to 0 that fall', () => {
    for (const { id } of corpus) {
      const related = index.related(id, 200);
      const ids = related.map((each) => each.id);
      expect(ids).to.not.include(id);
      expect(new Set(ids).size).to.equal(ids.length);
      const scores = related.map(({ score }) => score);
      expect(scores.every((score) => score > 0 && score <= 1)).to.equal(true);
      expect(scores).to.deep.equal([...scores].sort((a, b) => b - a));
      expect(index.related(id, 5)).to.deep.equal(related.slice(0, 5));
    }
  });

  it('mostly share the topic, which chance would not', () => {
    const topicOf = new Map(corpus.map(({ id, topics }) => [id, topics[0]]));
    const pairs = corpus.flatMap(({ id, topics }) =>
      index.related(id, 3).map((other) => [topics[0], topicOf.get(other.id)]),
    );
    const shared = pairs.filter(([one, other]) => one === other).length / pairs.length;
    expect(shared).to.be.above(0.4);
  });

  it('are none for a paper that is not there, and none without room', () => {
    expect(index.related('arxiv:0000.00000', 5)).to.deep.equal([]);
    expect(index.related(corpus[0]!.id, 0)).to.deep.equal([]);
  });

  it('are nearer when the same people wrote them', async () => {
    const authors = [{ given: 'Ada', family: 'Lovelace' }];
    const few = await indexOf([
      paper('a', { title: 'Sparse training of networks', authors }),
      paper('b', { title: 'Sparse inference of models' }),
      paper('c', { title: 'Sparse inference of models', authors }),
      paper('d', { title: 'Unlike' }),
    ]);
    expect(few.related('a', 5).map(({ id }) => id)).to.deep.equal(['c', 'b']);
  });

  it('of papers that are the same are near 1', async () => {
    const few = await indexOf(
      [...'abcd'].map((id) => paper(id, { title: id < 'c' ? 'Walrus paging' : `Other ${id}` })),
    );
    expect(few.related('a', 1)[0]?.score).to.be.closeTo(1, 1e-9);
  });
});
