import { expect } from 'chai';
import { Uri, extensions, workspace } from 'vscode';
import type { PapersideApi } from '../../src/host/api';
import { goldenFilters } from '../support/goldenFilters';
import { goldenQueries } from '../support/goldenQueries';
import { ClientUnderTest } from './support/libraryClients';

/** More than the library of the tests has. */
const limit = 1000;

// The unit tests hold the same lists against the search itself: here they hold in either host, whose engines, collation
// and segmentation of words may differ.
describe('Searching the papers that come with Paperside', () => {
  const extension = extensions.getExtension<PapersideApi>('paperside.paperside')!;
  const corpus = Uri.joinPath(extension.extensionUri, 'corpus', 'papers.json');
  const test = new ClientUnderTest([
    { uri: corpus.toString(), kind: 'bundled', read: async () => workspace.fs.readFile(corpus) },
  ]);
  const keys = new Map<string, string>();

  before(async () => {
    for (const { id, key } of await test.client.overview()) keys.set(id, key);
    expect(keys.size).to.equal(115);
  });
  after(() => test.dispose());

  it('finds first what each golden query is about', async () => {
    for (const [query, ...first] of goldenQueries) {
      const { hits } = await test.client.search(query, limit);
      const found = hits.map(({ id }) => keys.get(id));
      for (const expected of first) {
        if (typeof expected === 'string') expect(found.shift(), query).to.equal(expected);
        else expect(found.splice(0, expected.length), query).to.have.members([...expected]);
      }
    }
  });

  it('finds in the worker all that meets each golden condition, and no other of them', async () => {
    const paperside = await extension.activate();
    for (const [query, ...expected] of goldenFilters) {
      // The project of the tests has papers of its own.
      const found = (await paperside.search(query, { limit })).map(({ id }) => keys.get(id));
      expect(found.filter((key) => key !== undefined), query).to.have.members(expected); // prettier-ignore
    }
  });
});
