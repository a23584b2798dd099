import type { PaperId } from '../core/paper';
import type { MatchCount } from '../protocol/libraryProtocol';

/** A row of the *Library* tree, as VS Code hands it to commands. */
export type TreeNode = GroupNode | PaperNode | SavedSearchesNode | SavedSearchNode;

export interface GroupNode {
  readonly kind: 'group';
  /** Tells it from every other group of the tree, over refreshes. */
  readonly path: string;
  /** A project's papers, or what the papers have in common. */
  readonly role: 'project' | 'group';
  /** As the grouping has it; the address of the folder where it is a project. */
  readonly label: string;
  /** What its row says. */
  readonly name: string;
  readonly ids: readonly PaperId[];
  /** The groups in it, where its papers are not rows of its own. */
  readonly groups?: readonly GroupNode[];
  readonly parent?: GroupNode;
}

export interface PaperNode {
  readonly kind: 'paper';
  readonly id: PaperId;
  /** The row it stands under; a paper may stand under several. Absent where code means a paper, not a row. */
  readonly parent?: GroupNode | SavedSearchNode;
}

/** The row above all saved searches. */
export interface SavedSearchesNode {
  readonly kind: 'savedSearches';
  readonly searches: readonly SavedSearchNode[];
  readonly parent?: undefined;
}

export interface SavedSearchNode extends MatchCount {
  readonly kind: 'savedSearch';
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly parent: SavedSearchesNode;
}
