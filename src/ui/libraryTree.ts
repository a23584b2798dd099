import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
} from 'vscode';
import type { PaperId } from '../core/paper';
import type { ReadingState } from '../core/readingState';
import { groupLabel } from '../host/groupLabel';
import type { LibraryClient } from '../host/libraryClient';
import type { ReadingStateStore } from '../host/readingStateStore';
import type { TreeOptions } from '../host/treeOptions';
import { byline, rowLabel } from './paperLabels';
import { paperTooltip } from './paperTooltip';
import { readingStateLabel } from './readingStateLabel';
import type { GroupNode, PaperNode, TreeNode } from './treeNode';

const stateIcons: Readonly<Record<ReadingState, string>> = { toRead: 'bookmark', reading: 'book', read: 'pass' };

export interface LibraryTreeOptions {
  readonly library: LibraryClient;
  readonly readingStates: ReadingStateStore;
  readonly treeOptions: TreeOptions;
}

/** Maps the library's groups to tree items; what is grouped, how it is ordered and named is decided elsewhere. */
export class LibraryTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #options: LibraryTreeOptions;
  readonly #onDidChangeTreeData = new EventEmitter<TreeNode | TreeNode[] | undefined>();
  readonly #subscriptions: Disposable[];
  #groupOf = new Map<PaperId, GroupNode>();
  #nodes = new Map<PaperId, PaperNode>();
  #tellDrawn: () => void = () => undefined;

  /** Settles when VS Code has asked for the rows for the first time and got them. */
  readonly drawn = new Promise<void>((resolve) => (this.#tellDrawn = resolve));
  readonly onDidChangeTreeData = this.#onDidChangeTreeData.event;

  constructor(options: LibraryTreeOptions) {
    this.#options = options;
    const { library, readingStates, treeOptions } = options;
    this.#subscriptions = [
      library.onDidChange(() => this.#onDidChangeTreeData.fire(undefined)),
      treeOptions.onDidChange(() => this.#onDidChangeTreeData.fire(undefined)),
      readingStates.onDidChange((ids) => {
        const shown = ids.map((id) => this.#nodes.get(id)).filter((node) => !!node);
        if (shown.length > 0) this.#onDidChangeTreeData.fire(shown);
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#onDidChangeTreeData.dispose();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node?.kind === 'paper') return [];
    if (node) return node.ids.map((id) => this.#nodes.get(id)).filter((paper) => !!paper);
    const { library, treeOptions } = this.#options;
    const groups = await library.groups(treeOptions.groupBy, treeOptions.sortBy);
    const groupOf = new Map<PaperId, GroupNode>();
    const nodes = new Map<PaperId, PaperNode>();
    const roots = groups.map(({ label, ids }): GroupNode => ({ kind: 'group', label, ids }));
    for (const group of roots) {
      for (const id of group.ids) {
        groupOf.set(id, group);
        nodes.set(id, { kind: 'paper', id });
      }
    }
    this.#groupOf = groupOf;
    this.#nodes = nodes;
    this.#tellDrawn();
    return roots;
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'paper' ? this.#groupOf.get(node.id) : undefined;
  }

  getTreeItem(node: TreeNode): TreeItem {
    return node.kind === 'group' ? this.#groupItem(node) : this.#paperItem(node);
  }

  async resolveTreeItem(item: TreeItem, node: TreeNode, token: CancellationToken): Promise<TreeItem> {
    if (node.kind === 'group') return item;
    const [paper] = await this.#options.library.papers([node.id]);
    if (paper && !token.isCancellationRequested) item.tooltip = paperTooltip(paper);
    return item;
  }

  /** The row of a paper, once the tree has been {@link drawn} with it. */
  paperNode(id: PaperId): PaperNode | undefined {
    return this.#nodes.get(id);
  }

  #groupItem({ label, ids }: GroupNode): TreeItem {
    const { groupBy } = this.#options.treeOptions;
    const name = rowLabel(groupLabel(groupBy, label));
    const item = new TreeItem(name, TreeItemCollapsibleState.Collapsed);
    // A label too long for a row is too long for an id; a paper is in one group only, so it tells them apart as well.
    item.id = `group:${groupBy}:${label.length > name.length ? ids[0] : label}`;
    item.description = String(ids.length);
    item.contextValue = 'group';
    item.accessibilityInformation = {
      label: ids.length === 1 ? l10n.t('{0}, 1 paper', name) : l10n.t('{0}, {1} papers', name, ids.length),
    };
    return item;
  }

  #paperItem({ id }: PaperNode): TreeItem {
    const row = this.#options.library.row(id);
    const title = rowLabel(row?.title ?? id);
    const item = new TreeItem(title, TreeItemCollapsibleState.None);
    const state = this.#options.readingStates.get(id);
    item.id = `paper:${this.#options.treeOptions.groupBy}:${id}`;
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
