import { commands, Disposable, l10n, type QuickPickItem, window } from 'vscode';
import { type GroupBy, groupings, type SortBy, sortings } from '../core/grouping';
import { oneOf, type TreeOptions } from '../host/treeOptions';

/** `paperside.groupBy` and `paperside.sortBy`: each asks, unless it is called with the answer. */
export function registerTreeOptionCommands(treeOptions: TreeOptions): Disposable {
  return Disposable.from(
    commands.registerCommand('paperside.groupBy', async (argument?: unknown) => {
      const choice =
        oneOf(groupings, argument) ??
        (await choose(groupings, treeOptions.groupBy, groupByLabel, l10n.t('Group papers by')));
      if (choice) await treeOptions.setGroupBy(choice);
    }),
    commands.registerCommand('paperside.sortBy', async (argument?: unknown) => {
      const choice =
        oneOf(sortings, argument) ??
        (await choose(sortings, treeOptions.sortBy, sortByLabel, l10n.t('Sort papers by')));
      if (choice) await treeOptions.setSortBy(choice);
    }),
  );
}

async function choose<T extends string>(
  values: readonly T[],
  current: string,
  label: (value: T) => string,
  title: string,
): Promise<T | undefined> {
  const items = values.map((value): QuickPickItem & { value: T } => ({
    label: label(value),
    value,
    ...(value === current && { description: l10n.t('current') }),
  }));
  return (await window.showQuickPick(items, { title }))?.value;
}

function groupByLabel(groupBy: GroupBy): string {
  switch (groupBy) {
    case 'topic':
      return l10n.t('Topic');
    case 'year':
      return l10n.t('Year');
    case 'author':
      return l10n.t('First author');
    case 'venue':
      return l10n.t('Venue');
    case 'keyword':
      return l10n.t('Keyword');
    case 'source':
      return l10n.t('Source');
    case 'folder':
      return l10n.t('Folder');
  }
}

function sortByLabel(sortBy: SortBy): string {
  switch (sortBy) {
    case 'title':
      return l10n.t('Title');
    case 'year':
      return l10n.t('Year');
    case 'author':
      return l10n.t('First author');
  }
}
