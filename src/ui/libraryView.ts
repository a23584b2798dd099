import {
  commands,
  DataTransferItem,
  Disposable,
  l10n,
  type TreeDragAndDropController,
  type TreeView,
  window,
  workspace,
} from 'vscode';
import type { PaperId } from '../core/paper';
import type { LibraryClient } from '../host/libraryClient';
import type { LibraryFilter } from '../host/libraryFilter';
import type { ReadingStateStore } from '../host/readingStateStore';
import type { SavedSearches } from '../host/savedSearches';
import type { SourceLabels } from '../host/sourceLabels';
import type { TopicCorrections } from '../host/topicCorrections';
import type { TreeOptions } from '../host/treeOptions';
import { LibraryTree } from './libraryTree';
import { paperCount } from './paperCount';
import { rowLabel } from './paperLabels';
import { droppedPapers, paperMime } from './paperTransfer';
import { problemCount } from './problemCount';
import type { TreeNode } from './treeNode';

/** Set when the library has been read and holds nothing, so that the welcome text shows. */
const emptyContext = 'paperside.libraryEmpty';
/** Set while a filter is in force, for the button that ends it. */
const filteredContext = 'paperside.libraryFiltered';
const badgeSetting = 'paperside.toReadBadge.enabled';

export interface LibraryViewOptions {
  readonly library: LibraryClient;
  readonly readingStates: ReadingStateStore;
  readonly treeOptions: TreeOptions;
  readonly topicCorrections: Pick<TopicCorrections, 'move'>;
  readonly sourceLabels: SourceLabels;
  readonly filter: Pick<LibraryFilter, 'onDidChange' | 'query'>;
  readonly savedSearches: Pick<SavedSearches, 'all' | 'onDidChange'>;
}

/** The *Library* view: the tree, its badge, and rows that can be dragged into an editor. */
export class LibraryView implements Disposable {
  readonly #tree: LibraryTree;
  readonly #view: TreeView<TreeNode>;
  readonly #disposables: Disposable;
  /** The paper to show selected as soon as the view is on screen. */
  #pendingReveal: PaperId | undefined;

  constructor(options: LibraryViewOptions) {
    const { filter, library, readingStates, treeOptions } = options;
    const tree = new LibraryTree(options);
    const view = window.createTreeView('paperside.library', {
      treeDataProvider: tree,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: paperDragAndDrop(options, tree),
    });
    this.#tree = tree;
    this.#view = view;

    const describe = (): void => {
      const problems = library.problemsIn();
      const grouping = groupingDescription(treeOptions);
      view.description = problems === 0 ? grouping : `${grouping} · ${problemCount(problems)}`;
    };
    const tellFilter = (shown: number): void => {
      const { query } = filter;
      view.message =
        query === ''
          ? ''
          : shown === 0
            ? l10n.t('No paper matches “{0}”', rowLabel(query))
            : l10n.t('{0} of {1} match “{2}”', shown, paperCount(library.size), rowLabel(query));
    };
    const updateBadge = (): void => {
      const count = readingStates.withState('toRead').length;
      const enabled = workspace.getConfiguration().get(badgeSetting, true);
      view.badge = enabled && count > 0 ? { value: count, tooltip: toReadTooltip(count) } : undefined;
    };
    describe();
    updateBadge();
    this.#disposables = Disposable.from(
      tree,
      view,
      treeOptions.onDidChange(describe),
      tree.onDidDraw(tellFilter),
      filter.onDidChange(() => {
        void commands.executeCommand('setContext', filteredContext, filter.query !== '');
      }),
      library.onDidChangeProblems(describe),
      readingStates.onDidChange(updateBadge),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(badgeSetting)) updateBadge();
      }),
      library.onDidChange(() => {
        void commands.executeCommand('setContext', emptyContext, library.size === 0);
      }),
      view.onDidExpandElement(({ element }) => tree.noteOpen(element, true)),
      view.onDidCollapseElement(({ element }) => tree.noteOpen(element, false)),
      view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#pendingReveal !== undefined) void this.reveal(this.#pendingReveal);
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** Selects the row of a paper without taking the focus; waits until the view is shown, and never opens it. */
  async reveal(id: PaperId): Promise<void> {
    this.#pendingReveal = id;
    if (!this.#view.visible) return;
    await this.#tree.drawn; // a view that is shown for the first time has no rows yet
    if (this.#pendingReveal !== id || !this.#view.visible) return;
    this.#pendingReveal = undefined;
    const node = this.#tree.paperNode(id);
    const [selected] = this.#view.selection;
    if (!node || selected === node) return;
    await this.#view.reveal(node, { select: true, focus: false });
  }
}

/** Rows can be dragged into editors, and to another topic of the tree. */
function paperDragAndDrop(
  { topicCorrections, treeOptions }: Pick<LibraryViewOptions, 'topicCorrections' | 'treeOptions'>,
  tree: LibraryTree,
): TreeDragAndDropController<TreeNode> {
  return {
    dragMimeTypes: [paperMime],
    dropMimeTypes: [paperMime],
    async handleDrag(nodes, transfer) {
      const ids = await Promise.all(nodes.map((node) => tree.paperIds(node)));
      transfer.set(paperMime, new DataTransferItem(JSON.stringify([...new Set(ids.flat())])));
    },
    async handleDrop(target, transfer) {
      const ids = await droppedPapers(transfer);
      if (ids.length === 0) return;
      const group = target?.kind === 'paper' ? target.parent : target;
      if (treeOptions.groupBy !== 'topic' || group?.kind !== 'group' || group.role !== 'group') {
        void window.showInformationMessage(l10n.t('Drop papers on a topic to move them there.'));
        return;
      }
      const elsewhere = ids.filter((id) => !group.ids.includes(id));
      if (elsewhere.length > 0) await topicCorrections.move(elsewhere, group.label);
    },
  };
}

function groupingDescription({ groupBy }: TreeOptions): string {
  switch (groupBy) {
    case 'topic':
      return l10n.t('by topic');
    case 'year':
      return l10n.t('by year');
    case 'author':
      return l10n.t('by first author');
    case 'venue':
      return l10n.t('by venue');
    case 'keyword':
      return l10n.t('by keyword');
    case 'source':
      return l10n.t('by source');
    case 'folder':
      return l10n.t('by folder');
  }
}

function toReadTooltip(count: number): string {
  return count === 1 ? l10n.t('1 paper to read') : l10n.t('{0} papers to read', count);
}
