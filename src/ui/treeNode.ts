import type { PaperId } from '../core/paper';

/** A row of the *Library* tree, as VS Code hands it to commands. */
export type TreeNode = GroupNode | PaperNode;

export interface GroupNode {
  readonly kind: 'group';
  readonly label: string;
  readonly ids: readonly PaperId[];
}

export interface PaperNode {
  readonly kind: 'paper';
  readonly id: PaperId;
}
