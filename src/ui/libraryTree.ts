import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeDataProvider,
  Uri,
  workspace,
} from 'vscode';
import type { GroupBy, PaperGroup } from '../core/grouping';
import type { LibrarySection } from '../core/librarySections';
import type { PaperId } from '../core/paper';
import type { ReadingState } from '../core/readingState';
import { groupLabels } from '../host/groupLabels';
import type { LibraryClient } from '../host/libraryClient';
import type { ReadingStateStore } from '../host/readingStateStore';
import type { SourceLabels } from '../host/sourceLabels';
import type { TreeOptions } from '../host/treeOptions';
import { byline, rowLabel } from './paperLabels';
import { paperTooltip } from './paperTooltip';
import { problemCount } from './problemCount';
import { readingStateLabel } from './readingStateLabel';
import type { GroupNode, PaperNode, TreeNode } from './treeNode';

const stateIcons: Readonly<Record<ReadingState, string>> = { toRead: 'bookmark', reading: 'book', read: 'pass' };

const longestId = 300;

export interface LibraryTreeOptions {
  readonly library: LibraryClient;
  readonly readingStates: ReadingStateStore;
  readonly treeOptions: TreeOptions;
  readonly sourceLabels: SourceLabels;
}

/** Maps the library's groups to tree items; what is grouped, how it is ordered and named is decided elsewhere. */
export class LibraryTree implements TreeDataProvider<TreeNode>, Disposable {
  readonly #options: LibraryTreeOptions;
  readonly #onDidChangeTreeData = new EventEmitter<TreeNode | TreeNode[] | undefined>();
  readonly #subscriptions: Disposable[];
  /** The top of the tree as it was drawn last. */
  #top: readonly GroupNode[] = [];
  /** The rows that were drawn, by paper and by group. */
  #papers = new Map<PaperId, PaperNode[]>();
  #children = new Map<GroupNode, PaperNode[]>();
  #tellDrawn: () => void = () => undefined;

  /** Settles when VS Code has asked for the rows for the first time and got them. */
  readonly drawn = new Promise<void>((resolve) => (this.#tellDrawn = resolve));
  readonly onDidChangeTreeData = this.#onDidChangeTreeData.event;

  constructor(options: LibraryTreeOptions) {
    this.#options = options;
    const { library, readingStates, treeOptions } = options;
    this.#subscriptions = [
      library.onDidChangeProblems(() => this.#onDidChangeTreeData.fire(undefined)),
      library.onDidChange(() => this.#onDidChangeTreeData.fire(undefined)),
      treeOptions.onDidChange(() => this.#onDidChangeTreeData.fire(undefined)),
      readingStates.onDidChange((ids) => {
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
    if (node?.kind === 'paper') return [];
    if (node) return [...(node.groups ?? this.#papersOf(node))];
    const { library, sourceLabels, treeOptions } = this.#options;
    const { groupBy, sortBy } = treeOptions;
    const folders = workspace.workspaceFolders?.map(({ uri }) => uri.toString()) ?? [];
    const sections = await library.sections(folders, groupBy, sortBy);
    this.#papers = new Map();
    this.#children = new Map();
    this.#top = sections.flatMap((section) => sectionNodes(section, groupBy, sourceLabels));
    this.#tellDrawn();
    return [...this.#top];
  }

  getParent({ parent }: TreeNode): TreeNode | undefined {
    return parent;
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

  /** The first row of a paper, once the tree has been {@link drawn}. */
  paperNode(id: PaperId): PaperNode | undefined {
    const group = this.#top.flatMap((top) => top.groups ?? [top]).find(({ ids }) => ids.includes(id));
    return group && this.#papersOf(group).find((node) => node.id === id);
  }

  #papersOf(group: GroupNode): readonly PaperNode[] {
    const known = this.#children.get(group);
    if (known) return known;
    const nodes = group.ids.map((id): PaperNode => ({ kind: 'paper', id, parent: group }));
    this.#children.set(group, nodes);
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
    const item = new TreeItem(name, isProject ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed);
    const problems = this.#problemsOf(node);
    item.id = path;
    item.description = problems === 0 ? String(ids.length) : `${ids.length} · ${problemCount(problems)}`;
    item.contextValue = isProject ? 'project' : `group.${groupBy}`;
    if (isProject) item.iconPath = new ThemeIcon('root-folder');
    const papers = ids.length === 1 ? l10n.t('{0}, 1 paper', name) : l10n.t('{0}, {1} papers', name, ids.length);
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

/** A project's papers below one row, the groups of all others as rows of their own. */
function sectionNodes(
  { folder, groups }: LibrarySection,
  groupBy: GroupBy,
  sourceLabels: SourceLabels,
): readonly GroupNode[] {
  const labels = groups.map(({ label }) => label);
  const names = groupLabels(groupBy, labels, sourceLabels);
  const nodes = (parent?: GroupNode): GroupNode[] =>
    groups.map((group, index) => groupNode(group, names[index] ?? '', groupBy, parent));
  if (folder === undefined) return nodes();
  const project: GroupNode & { groups?: readonly GroupNode[] } = {
    kind: 'group',
    path: `project:${folder}`,
    role: 'project',
    label: folder,
    name: projectLabel(folder),
    ids: [...new Set(groups.flatMap(({ ids }) => ids))],
  };
  if (labels.some((label) => label !== '')) project.groups = nodes(project);
  return [project];
}

function groupNode({ ids, label }: PaperGroup, name: string, groupBy: GroupBy, parent?: GroupNode): GroupNode {
  // A label may be of any length. Where one is too long for an id, its first paper helps to tell it from others.
  const short = label.length > longestId ? `${label.slice(0, longestId)}…${ids[0]}` : label;
  const path = `${parent ? `${parent.path}/` : ''}group:${groupBy}:${short}`;
  return { kind: 'group', path, role: 'group', label, name, ids, ...(parent && { parent }) };
}

/** *This project*, named where there are several. */
function projectLabel(folder: string): string {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return l10n.t('This project');
  const name = workspace.getWorkspaceFolder(Uri.parse(folder))?.name ?? folder;
  return l10n.t('This project: {0}', name);
}
