import { expect } from 'chai';
import { DataTransfer, DataTransferItem, type TreeViewOptions, Uri, window, workspace, type TreeItem } from 'vscode';
import type { GroupBy } from '../../src/core/grouping';
import type { PaperId } from '../../src/core/paper';
import { ReadingStateStore } from '../../src/host/readingStateStore';
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

  const start = (...files: ConstructorParameters<typeof ClientUnderTest>[0]): void => {
    test = new ClientUnderTest(files);
    const stored = new Map<string, unknown>();
    const store: StateStore = {
      get: (key) => stored.get(key),
      update: async (key, value) => void stored.set(key, value),
    };
    treeOptions = new TreeOptions(store);
    readingStates = new ReadingStateStore(store);
    tree = new LibraryTree({ library: test.client, readingStates, treeOptions, sourceLabels });
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
        return { ...none, onDidChangeVisibility: () => none };
      }) as unknown as typeof window.createTreeView;
      try {
        const topicCorrections = { move: async (...move: (typeof moved)[number]) => void moved.push(move) };
        view = new LibraryView({ library: test.client, readingStates, treeOptions, topicCorrections, sourceLabels });
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
