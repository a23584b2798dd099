import { expect } from 'chai';
import { SavedSearches } from '../../src/host/savedSearches';
import { MemoryState } from './support/memoryState';

describe('Saved searches', () => {
  const names = (searches: SavedSearches): readonly string[] => searches.all.map(({ name }) => name);

  it('come back where they were, also where others were saved meanwhile', async () => {
    const searches = new SavedSearches(new MemoryState());
    for (const name of ['one', 'two']) await searches.add(name, 'cache');
    const restore = await searches.delete(searches.all[1]!.id);
    await searches.add('three', 'cache');
    await restore!();
    expect(names(searches)).to.deep.equal(['one', 'two', 'three']);
    expect(new Set(searches.all.map(({ id }) => id)).size).to.equal(3);
    searches.dispose();
  });

  it('tell what another window changed once somebody looks', async () => {
    const store = new MemoryState();
    const [here, there] = [new SavedSearches(store), new SavedSearches(store)];
    let told = 0;
    here.onDidChange(() => told++);
    await there.add('one', 'cache');
    here.look();
    here.look();
    expect(told).to.equal(1);
    await here.add('two', 'cache');
    expect(told).to.equal(2);
    for (const searches of [here, there]) searches.dispose();
  });

  it('come back once', async () => {
    const searches = new SavedSearches(new MemoryState());
    await searches.add('one', 'cache');
    const restore = await searches.delete(searches.all[0]!.id);
    await restore!();
    await restore!();
    expect(names(searches)).to.deep.equal(['one']);
    searches.dispose();
  });
});
