import { l10n, Uri, workspace } from 'vscode';
import type { GroupBy, PaperGroup } from '../core/grouping';
import type { LibrarySection } from '../core/librarySections';
import { groupLabels } from '../host/groupLabels';
import type { SourceLabels } from '../host/sourceLabels';
import type { GroupNode } from './treeNode';

const longestId = 300;

/** The same groups have other ids where a filter is in force: which of them are open is remembered apart. */
export type TreeState = 'whole' | 'filtered' | 'expanded';

/** A project's papers below one row, the groups of all others as rows of their own. */
export function sectionNodes(
  { folder, groups }: LibrarySection,
  groupBy: GroupBy,
  sourceLabels: SourceLabels,
  state: TreeState,
): readonly GroupNode[] {
  const labels = groups.map(({ label }) => label);
  const names = groupLabels(groupBy, labels, sourceLabels);
  const nodes = (parent?: GroupNode): GroupNode[] =>
    groups.map((group, index) => groupNode(group, names[index] ?? '', groupBy, parent?.path ?? state, parent));
  if (folder === undefined) return nodes();
  const project: GroupNode & { groups?: readonly GroupNode[] } = {
    kind: 'group',
    path: `${state}/project:${folder}`,
    role: 'project',
    label: folder,
    name: projectLabel(folder),
    ids: [...new Set(groups.flatMap(({ ids }) => ids))],
  };
  if (labels.some((label) => label !== '')) project.groups = nodes(project);
  return [project];
}

function groupNode(
  { ids, label }: PaperGroup,
  name: string,
  groupBy: GroupBy,
  above: string,
  parent?: GroupNode,
): GroupNode {
  // A label may be of any length. Where one is too long for an id, its first paper helps to tell it from others.
  const short = label.length > longestId ? `${label.slice(0, longestId)}…${ids[0]}` : label;
  const path = `${above}/group:${groupBy}:${short}`;
  return { kind: 'group', path, role: 'group', label, name, ids, ...(parent && { parent }) };
}

/** *This project*, named where there are several. */
function projectLabel(folder: string): string {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length < 2) return l10n.t('This project');
  const name = workspace.getWorkspaceFolder(Uri.parse(folder))?.name ?? folder;
  return l10n.t('This project: {0}', name);
}
