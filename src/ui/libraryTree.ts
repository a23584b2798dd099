import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
  workspace,
} from 'vscode';
import type { PaperId } from '../core/paper';
import type { ReadingState } from '../core/readingState';
import type { LibraryClient } from '../host/libraryClient';
import type { LibraryFilter } from '../host/libraryFilter';
import type { ReadingStateStore } from '../host/readingStateStore';
import type { SavedSearches } from '../host/savedSearches';
import type { SourceLabels } from '../host/sourceLabels';
import type { TreeOptions } from '../host/treeOptions';
import { paperCount } from './paperCount';
import { byline, rowLabel } from './paperLabels';
import { paperTooltip } from './paperTooltip';
import { problemCount } from './problemCount';
import { readingStateLabel } from './readingStateLabel';
import { sectionNodes, type TreeState } from './groupNodes';
import { savedSearchesItem, savedSearchesNode, savedSearchItem } from './savedSearchItems';
import type { GroupNode, PaperNode, SavedSearchNode, TreeNode } from './treeNode';

const stateIcons: Readonly<Record<ReadingState, string>> = { toRead: 'bookmark', reading: 'book', read: 'pass' };

/** A filter that leaves no more papers than this shows them all at once. */
const mostExpanded = 200;

export interface LibraryTreeOptions {
  readonly library: LibraryClient;
  readonly readingStates: ReadingStateStore;
  readonly treeOptions: TreeOptions;
  readonly sourceLabels: SourceLabels;
  readonly filter: Pick<LibraryFilter, 'onDidChange' | 'query'>;
  readonly savedSearches: Pick<SavedSearches, 'all' | 'onDidChange'>;
}

/** Maps the library's groups to tree items; what is grouped, how it is ordered and named is decided elsewhere. */
export class LibraryTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #options: LibraryTreeOptions;
  readonly #onDidChangeTreeData = new EventEmitter<TreeNode | TreeNode[] | undefined>();
  readonly #onDidDraw = new EventEmitter<number>();
  readonly #subscriptions: Disposable[];
  /** The top of the tree as it was drawn last. */
  #top: readonly GroupNode[] = [];
  #drawings = 0;
  /** The groups that a person opened or closed. VS Code forgets of those that a filter hides. */
  readonly #open = new Map<string, boolean>();
  /** The rows that were drawn, by paper and by group. */
  #papers = new Map<PaperId, PaperNode[]>();
  #children = new Map<GroupNode | SavedSearchNode, PaperNode[]>();
  #tellDrawn: () => void = () => undefined;

  /** Settles when VS Code has asked for the rows for the first time and got them. */
  readonly drawn = new Promise<void>((resolve) => (this.#tellDrawn = resolve));
  readonly onDidChangeTreeData = this.#onDidChangeTreeData.event;
  /** The tree has been drawn anew, with so many papers, each counted once; saved searches apart. */
  readonly onDidDraw = this.#onDidDraw.event;

  constructor(options: LibraryTreeOptions) {
    this.#options = options;
    const { filter, library, readingStates, savedSearches, treeOptions } = options;
    const refresh = (): void => this.#onDidChangeTreeData.fire(undefined);
    this.#subscriptions = [
      this.#onDidDraw,
      library.onDidChangeProblems(refresh),
      library.onDidChange(refresh),
      treeOptions.onDidChange(refresh),
      filter.onDidChange(refresh),
      savedSearches.onDidChange(refresh),
      readingStates.onDidChange((ids) => {
        // Queries may ask for states.
        if (filter.query !== '' || savedSearches.all.length > 0) {
          refresh();
          return;
        }
        const shown = ids.flatMap((id) => this.#papers.get(id) ?? []);
        if (shown.length > 0) this.#onDidChangeTreeData.fire(shown);
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#onDidChangeTreeData.dispose();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    switch (node?.kind) {
      case 'paper':
        return [];
      case 'group':
        return [...(node.groups ?? this.#papersOf(node, node.ids))];
      case 'savedSearches':
        return [...node.searches];
      case 'savedSearch': {
        const { library, treeOptions } = this.#options;
        return [...this.#papersOf(node, await library.matching(node.query, treeOptions.sortBy))];
      }
      case undefined:
        return this.#draw();
    }
  }

  async #draw(): Promise<TreeNode[]> {
    const { filter, library, savedSearches, sourceLabels, treeOptions } = this.#options;
    const { groupBy, sortBy } = treeOptions;
    const drawing = ++this.#drawings;
    const folders = workspace.workspaceFolders?.map(({ uri }) => uri.toString()) ?? [];
    const { query } = filter;
    const saved = savedSearches.all;
    const [sections, counts] = await Promise.all([
      library.sections(folders, groupBy, sortBy, query),
      saved.length > 0 ? library.countMatching(saved.map((one) => one.query)) : [],
    ]);
    const shown = new Set(sections.flatMap(({ groups }) => groups.flatMap(({ ids }) => ids))).size;
    const state: TreeState = query === '' ? 'whole' : shown <= mostExpanded ? 'expanded' : 'filtered';
    const top = sections.flatMap((section) => sectionNodes(section, groupBy, sourceLabels, state));
    const searches = savedSearchesNode(saved, counts);
    if (drawing === this.#drawings) {
      this.#papers = new Map();
      this.#children = new Map();
      this.#top = top;
      this.#tellDrawn();
      this.#onDidDraw.fire(shown);
    }
    return [...(searches ? [searches] : []), ...top];
  }

  getParent({ parent }: TreeNode): TreeNode | undefined {
    return parent;
  }

  getTreeItem(node: TreeNode): TreeItem {
    switch (node.kind) {
      case 'group':
        return this.#groupItem(node);
      case 'paper':
        return this.#paperItem(node);
      case 'savedSearches':
        return savedSearchesItem(node);
      case 'savedSearch':
        return savedSearchItem(node);
    }
  }

  async resolveTreeItem(item: TreeItem, node: TreeNode, token: CancellationToken): Promise<TreeItem> {
    if (node.kind !== 'paper') return item;
    const [paper] = await this.#options.library.papers([node.id]);
    if (paper && !token.isCancellationRequested) item.tooltip = paperTooltip(paper);
    return item;
  }

  /** The first row of a paper, once the tree has been {@link drawn}. */
  paperNode(id: PaperId): PaperNode | undefined {
    const group = this.#top.flatMap((top) => top.groups ?? [top]).find(({ ids }) => ids.includes(id));
    return group && this.#papersOf(group, group.ids).find((node) => node.id === id);
  }

  /** Notes that a person opened or closed a row. */
  noteOpen(node: TreeNode, isOpen: boolean): void {
    if (node.kind === 'group') this.#open.set(node.path, isOpen);
  }

  /** The papers of a row, as they are dragged. */
  async paperIds(node: TreeNode): Promise<readonly PaperId[]> {
    if (node.kind === 'paper') return [node.id];
    if (node.kind === 'group') return node.ids;
    const below = await this.getChildren(node);
    return (await Promise.all(below.map((child) => this.paperIds(child)))).flat();
  }

  #papersOf(parent: GroupNode | SavedSearchNode, ids: readonly PaperId[]): readonly PaperNode[] {
    const known = this.#children.get(parent);
    if (known) return known;
    const nodes = ids.map((id): PaperNode => ({ kind: 'paper', id, parent }));
    this.#children.set(parent, nodes);
    for (const node of nodes) {
      const others = this.#papers.get(node.id);
      if (others) others.push(node);
      else this.#papers.set(node.id, [node]);
    }
    return nodes;
  }

  #groupItem(node: GroupNode): TreeItem {
    const { groupBy } = this.#options.treeOptions;
    const { ids, path, role } = node;
    const isProject = role === 'project';
    const name = rowLabel(node.name);
    const isOpen = this.#open.get(path) ?? (isProject || path.startsWith('expanded/'));
    const item = new TreeItem(name, isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
    const problems = this.#problemsOf(node);
    item.id = path;
    item.description = problems === 0 ? String(ids.length) : `${ids.length} · ${problemCount(problems)}`;
    item.contextValue = isProject ? 'project' : `group.${groupBy}`;
    if (isProject) item.iconPath = new ThemeIcon('root-folder');
    const papers = `${name}, ${paperCount(ids.length)}`;
    item.accessibilityInformation = { label: problems === 0 ? papers : `${papers}, ${problemCount(problems)}` };
    return item;
  }

  /** Counted where the row stands for files. */
  #problemsOf({ label, role }: GroupNode): number {
    const { library, treeOptions } = this.#options;
    if (role === 'project' || treeOptions.groupBy === 'folder') return label === '' ? 0 : library.problemsIn(label);
    return treeOptions.groupBy === 'source' ? library.problems(label).length : 0;
  }

  #paperItem({ id, parent }: PaperNode): TreeItem {
    const row = this.#options.library.row(id);
    const title = rowLabel(row?.title ?? id);
    const item = new TreeItem(title, TreeItemCollapsibleState.None);
    const state = this.#options.readingStates.get(id);
    item.id = `${parent?.path ?? ''}/paper:${id}`;
    item.description = row ? rowLabel(byline(row)) : '';
    item.iconPath = new ThemeIcon(state ? stateIcons[state] : 'file-text');
    item.contextValue = ['paper', state ?? 'unmarked', ...(row?.hasArxiv ? ['arxiv'] : [])].join('.');
    item.command = { command: 'paperside.openAbstract', title: l10n.t('Open abstract'), arguments: [id] };
    item.accessibilityInformation = {
      label: [title, item.description, state && readingStateLabel(state)].filter(Boolean).join(', '),
    };
    return item;
  }
}
