import type { PaperId } from '../core/paper';

/** A row of the *Library* tree, as VS Code hands it to commands. */
export type TreeNode = GroupNode | PaperNode;

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
  /** The group it stands in; a paper may stand in several. Absent where code means a paper, not a row. */
  readonly parent?: GroupNode;
}
