import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { SavedSearch } from '../host/savedSearches';
import type { MatchCount } from '../protocol/libraryProtocol';
import { paperCount } from './paperCount';
import { rowLabel } from './paperLabels';
import { queryProblemText } from './queryProblemText';
import type { SavedSearchesNode, SavedSearchNode } from './treeNode';

/** The row above all saved searches; nothing without any. */
export function savedSearchesNode(
  searches: readonly SavedSearch[],
  counts: readonly MatchCount[],
): SavedSearchesNode | undefined {
  if (searches.length === 0) return undefined;
  const node: SavedSearchesNode & { searches: readonly SavedSearchNode[] } = { kind: 'savedSearches', searches: [] };
  const none: MatchCount = { count: 0, problems: [] };
  node.searches = searches.map((search, index) => ({
    kind: 'savedSearch',
    path: `savedSearch:${search.id}`,
    ...search,
    ...(counts[index] ?? none),
    parent: node,
  }));
  return node;
}

export function savedSearchesItem({ searches }: SavedSearchesNode): TreeItem {
  const label = l10n.t('Saved searches');
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = 'savedSearches';
  item.contextValue = 'savedSearches';
  item.iconPath = new ThemeIcon('bookmark');
  item.accessibilityInformation = { label: `${label}, ${searches.length}` };
  return item;
}

export function savedSearchItem({ count, name, path, problems, query }: SavedSearchNode): TreeItem {
  const label = rowLabel(name);
  const item = new TreeItem(label, count > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  // One that finds its first paper is to become expandable, which VS Code decides when it first meets an id.
  item.id = count > 0 ? path : `${path}/empty`;
  item.description = String(count);
  item.contextValue = 'savedSearch';
  item.iconPath = new ThemeIcon(problems.length > 0 ? 'warning' : 'search');
  const mistakes = problems.map(queryProblemText);
  item.tooltip = [query, ...mistakes].join('\n');
  item.accessibilityInformation = { label: [label, paperCount(count), ...mistakes].join(', ') };
  return item;
}
