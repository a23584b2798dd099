import { expect } from 'chai';
import { ReadingStateStore } from '../../src/host/readingStateStore';
import type { StateStore } from '../../src/host/stateStore';

/** What two windows share. */
function sharedState(stored?: unknown): StateStore {
  let value = stored;
  return {
    get: () => value,
    update: async (_, next) => {
      value = next;
    },
  };
}

describe('Reading states', () => {
  it('are told when they change, and only then', async () => {
    const states = new ReadingStateStore(sharedState());
    const told: (readonly string[])[] = [];
    states.onDidChange((ids) => told.push(ids));
    await states.set(['a', 'b'], 'toRead');
    await states.set(['a'], 'toRead');
    await states.set(['a'], undefined);
    expect(told).to.eql([['a', 'b'], ['a']]);
    expect(states.withState('toRead')).to.eql(['b']);
    states.dispose();
  });

  it('of another window stay', async () => {
    const shared = sharedState();
    const [one, other] = [new ReadingStateStore(shared), new ReadingStateStore(shared)];
    await one.set(['a'], 'read');
    await other.set(['b'], 'reading');
    expect(new ReadingStateStore(shared).get('a')).to.equal('read');
    expect(new ReadingStateStore(shared).get('b')).to.equal('reading');
    one.dispose();
    other.dispose();
  });

  for (const stored of [undefined, null, 'text', ['a'], { a: 'devoured' }]) {
    it(`make nothing of ${JSON.stringify(stored)} found in the store`, () => {
      const states = new ReadingStateStore(sharedState(stored));
      expect(states.get('a')).to.equal(undefined);
      states.dispose();
    });
  }
});
