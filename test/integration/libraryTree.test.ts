import { expect } from 'chai';
import {
  DataTransfer,
  DataTransferItem,
  TreeItemCollapsibleState,
  type TreeViewOptions,
  Uri,
  window,
  workspace,
  type TreeItem,
} from 'vscode';
import type { GroupBy } from '../../src/core/grouping';
import type { PaperId } from '../../src/core/paper';
import { ReadingStateStore } from '../../src/host/readingStateStore';
import { LibraryFilter } from '../../src/host/libraryFilter';
import { SavedSearches } from '../../src/host/savedSearches';
import { SourceLabels } from '../../src/host/sourceLabels';
import type { StateStore } from '../../src/host/stateStore';
import { TreeOptions } from '../../src/host/treeOptions';
import { LibraryTree } from '../../src/ui/libraryTree';
import { LibraryView } from '../../src/ui/libraryView';
import { paperMime } from '../../src/ui/paperTransfer';
import type { TreeNode } from '../../src/ui/treeNode';
import { bibEntry, bibliography } from './support/bibliography';
import { ClientUnderTest } from './support/libraryClients';

const project = workspace.workspaceFolders![0]!.uri;
const fileOf = (path: string, text: string, kind: 'project' | 'user' = 'project') =>
  ({
    uri: Uri.joinPath(project, path).toString(),
    kind,
    read: async () => new TextEncoder().encode(text),
  }) as const;

describe('Library tree', () => {
  let test: ClientUnderTest;
  let tree: LibraryTree;
  let treeOptions: TreeOptions;
  let readingStates: ReadingStateStore;
  let filter: LibraryFilter;
  let savedSearches: SavedSearches;

  const start = (...files: ConstructorParameters<typeof ClientUnderTest>[0]): void => {
    test = new ClientUnderTest(files);
    const stored = new Map<string, unknown>();
    const store: StateStore = {
      get: (key) => stored.get(key),
      update: async (key, value) => void stored.set(key, value),
    };
    treeOptions = new TreeOptions(store);
    readingStates = new ReadingStateStore(store);
    filter = new LibraryFilter();
    savedSearches = new SavedSearches(store);
    tree = new LibraryTree({ library: test.client, readingStates, treeOptions, sourceLabels, filter, savedSearches });
  };
  const sourceLabels = new SourceLabels({
    bundled: Uri.joinPath(project, 'bundled'),
    imports: Uri.joinPath(project, 'imports'),
  });
  afterEach(() => {
    tree.dispose();
    treeOptions.dispose();
    readingStates.dispose();
    test.dispose();
  });

  const label = (item: TreeItem): string =>
    `${typeof item.label === 'string' ? item.label : ''} (${String(item.description)})`;
  const rows = async (node?: TreeNode): Promise<readonly string[]> =>
    (await tree.getChildren(node)).map((child) => label(tree.getTreeItem(child)));
  const everyNode = async (node?: TreeNode): Promise<readonly TreeNode[]> => {
    const children = await tree.getChildren(node);
    const below = await Promise.all(children.map((child) => everyNode(child)));
    return [...children, ...below.flat()];
  };
  const many = Array.from({ length: 25 }, (_, index) =>
    bibEntry(`Many${index}`, { keywords: index % 2 === 0 ? 'even, number' : 'odd, number' }),
  ).join('');

  it('shows this project first, with its counts and problems', async () => {
    start(fileOf('references.bib', `${bibliography('Ada', 'Bea')}${bibEntry('Ada', { title: 'Another' })}`), {
      ...fileOf('x', bibliography('Cleo'), 'user'),
      uri: 'memory:/mine.bib',
    });
    const [first, ...others] = await rows();
    expect(first).to.equal('This project (3 · 1 problem)');
    expect(others).to.have.length(1);
    const [top] = await tree.getChildren();
    expect(await rows(top)).to.have.length(3);
  });

  for (const groupBy of ['topic', 'keyword', 'source', 'folder'] as const satisfies readonly GroupBy[]) {
    it(`has a row id of its own for every row, whose parents lead to the top, by ${groupBy}`, async () => {
      start(fileOf('references.bib', many), fileOf('deep/more.bib', many), {
        ...fileOf('x', many.replaceAll('Many', 'Mine'), 'user'),
        uri: 'memory:/mine.bib',
      });
      await treeOptions.setGroupBy(groupBy);
      const nodes = await everyNode();
      const ids = nodes.map((node) => tree.getTreeItem(node).id);
      expect(new Set(ids).size).to.equal(ids.length);
      const papers = nodes.filter(({ kind }) => kind === 'paper');
      expect(papers.length).to.equal({ topic: 50, keyword: 100, source: 75, folder: 75 }[groupBy]);
      for (const node of papers) {
        const parent = tree.getParent(node)!;
        expect(await tree.getChildren(parent)).to.include(node);
        for (let above: TreeNode | undefined = node, steps = 0; above; above = tree.getParent(above)) {
          expect(++steps).to.be.lessThan(5);
        }
      }
      const before = ids.slice();
      expect((await everyNode()).map((node) => tree.getTreeItem(node).id)).to.eql(before);
      const [{ id } = { id: '' }] = await test.client.overview();
      const shown = tree.paperNode(id)!;
      expect(await tree.getChildren(tree.getParent(shown))).to.include(shown);
    });
  }

  it('shows what a filter leaves, all of it open, and the whole afterwards as it was', async () => {
    start(fileOf('references.bib', bibliography('Ada', 'Bea')), {
      ...fileOf('x', many, 'user'),
      uri: 'memory:/mine.bib',
    });
    await treeOptions.setGroupBy('keyword');
    const drawn: number[] = [];
    tree.onDidDraw((count) => drawn.push(count));
    const whole = (await everyNode()).map((node) => tree.getTreeItem(node).id);
    filter.set('keyword:odd many1');
    expect(await rows()).to.eql(['number (6)', 'odd (6)']);
    const [first] = await tree.getChildren();
    expect(tree.getTreeItem(first!).collapsibleState).to.equal(TreeItemCollapsibleState.Expanded);
    filter.set('bea');
    expect(await rows()).to.eql(['This project (1)']);
    filter.set('zyzzyva');
    expect(await rows()).to.eql([]);
    filter.set(' ');
    expect((await everyNode()).map((node) => tree.getTreeItem(node).id)).to.eql(whole);
    expect([...new Set(drawn)]).to.eql([27, 6, 1, 0]);
  });

  it('answers the filter typed last, however long the one before takes', async () => {
    start(fileOf('references.bib', bibliography('Ada', 'Bea')));
    await test.client.ready();
    const drawn: number[] = [];
    tree.onDidDraw((count) => drawn.push(count));
    filter.set('ada');
    const first = tree.getChildren();
    filter.set('ada OR bea');
    await Promise.all([first, tree.getChildren()]);
    expect(drawn).to.eql([2]);
  });

  it('has a row for each saved search, which counts and lists its papers as they are now', async () => {
    start(fileOf('references.bib', bibliography('Ada', 'Bea')));
    await savedSearches.add('', 'bea');
    await savedSearches.add('Unread', 'is:unread paper');
    await savedSearches.add('$(x)', 'year:20x');
    const [top] = await tree.getChildren();
    expect(await rows(top)).to.eql(['bea (1)', 'Unread (2)', '$(x) (2)']);
    const [bea, unread, wrong] = await tree.getChildren(top);
    expect(tree.getTreeItem(wrong!).tooltip).to.contain('no year');
    const [paper] = await tree.getChildren(bea);
    expect(paper?.kind).to.equal('paper');
    expect(tree.getParent(paper!)).to.equal(bea);
    expect(await tree.getChildren(unread)).to.have.length(2);
    expect(await tree.paperIds(top!)).to.have.length(5);

    test.sources.save(fileOf('references.bib', bibliography('Ada', 'Bea', 'Cleo')));
    await test.client.ready();
    expect(await rows((await tree.getChildren())[0])).to.eql(['bea (1)', 'Unread (3)', '$(x) (3)']);
    await savedSearches.change('1', { query: 'zyzzyva' });
    expect((await rows((await tree.getChildren())[0]))[0]).to.equal('bea (0)');
    const undo = await savedSearches.delete('1');
    expect(await rows((await tree.getChildren())[0])).to.have.length(2);
    await undo!();
    expect((await rows((await tree.getChildren())[0]))[0]).to.equal('bea (0)');
  });

  it('takes of stored searches what is sound', async () => {
    start(fileOf('references.bib', bibliography('Ada')));
    const stored = [{ id: '1', name: 'Mine', query: 'ada' }, { id: '2', name: 'x' }, 'ada', null, { id: 3 }];
    const broken = new SavedSearches({ get: () => stored, update: async () => undefined });
    expect(broken.all).to.eql([stored[0]]);
    expect(new SavedSearches({ get: () => 7, update: async () => undefined }).all).to.eql([]);
    for (let i = 0; i < 205; i++) expect(await savedSearches.add(`${i}`, 'x'.repeat(5_000))).to.equal(i < 200);
    expect(savedSearches.all).to.have.length(200);
    expect(new Set(savedSearches.all.map(({ id }) => id)).size).to.equal(200);
  });

  describe('to whose topics papers are dragged', () => {
    type Drop = NonNullable<TreeViewOptions<TreeNode>['dragAndDropController']>;
    let view: LibraryView;
    let drop: Drop;
    const moved: (readonly [readonly PaperId[], string | undefined])[] = [];

    const startView = (...files: ConstructorParameters<typeof ClientUnderTest>[0]): void => {
      start(...files);
      const createTreeView = window.createTreeView;
      // There is one view of this name, and the extension has it.
      window.createTreeView = ((_: string, options: TreeViewOptions<TreeNode>) => {
        drop = options.dragAndDropController!;
        const none = { dispose: () => undefined };
        const event = (): typeof none => none;
        return { ...none, onDidChangeVisibility: event, onDidExpandElement: event, onDidCollapseElement: event };
      }) as unknown as typeof window.createTreeView;
      try {
        const topicCorrections = { move: async (...move: (typeof moved)[number]) => void moved.push(move) };
        view = new LibraryView({
          library: test.client,
          readingStates,
          treeOptions,
          topicCorrections,
          sourceLabels,
          filter,
          savedSearches,
        });
      } finally {
        window.createTreeView = createTreeView;
      }
    };
    afterEach(() => {
      view.dispose();
      moved.length = 0;
    });

    const carried = (ids: unknown): DataTransfer => {
      const transfer = new DataTransfer();
      transfer.set(paperMime, new DataTransferItem(JSON.stringify(ids)));
      return transfer;
    };
    const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

    it('moves those that are not there yet, dropped on the topic or on one of its papers', async () => {
      startView({ ...fileOf('x', many, 'user'), uri: 'memory:/mine.bib' });
      const [{ id } = { id: '' }, { id: other } = { id: '' }] = await test.client.overview();
      test.corrections = [[id, 'Mine']];
      test.correctionsChange.fire();
      await test.client.ready();
      const mine = (await tree.getChildren()).find((node) => node.kind === 'group' && node.label === 'Mine')!;
      await drop.handleDrop!(mine, carried([id, other]), token);
      const [paper] = await tree.getChildren(mine);
      await drop.handleDrop!(paper, carried([other]), token);
      expect(moved).to.eql([
        [[other], 'Mine'],
        [[other], 'Mine'],
      ]);
    });

    it('moves nothing where there is no topic, no paper, or other groups', async () => {
      startView({ ...fileOf('x', many, 'user'), uri: 'memory:/mine.bib' });
      const [{ id } = { id: '' }] = await test.client.overview();
      const [topic] = await tree.getChildren();
      await drop.handleDrop!(undefined, carried([id]), token);
      await drop.handleDrop!(topic, carried([]), token);
      await drop.handleDrop!(topic, carried({ ids: [7] }), token);
      await drop.handleDrop!(topic, new DataTransfer(), token);
      await treeOptions.setGroupBy('keyword');
      const [keyword] = await tree.getChildren();
      await drop.handleDrop!(keyword, carried([id]), token);
      expect(moved).to.eql([]);
    });
  });
});
