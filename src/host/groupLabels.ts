import { l10n } from 'vscode';
import type { GroupBy } from '../core/grouping';
import type { SourceLabels } from './sourceLabels';

/** What the rows of groups say, in their order; groups of papers without a year, a venue, … have no label of their own. */
export function groupLabels(
  groupBy: GroupBy,
  labels: readonly string[],
  sourceLabels: SourceLabels,
): readonly string[] {
  const isFile = groupBy === 'source' || groupBy === 'folder';
  const files = isFile ? sourceLabels.among(labels.filter((label) => label !== '')).values() : undefined;
  return labels.map((label) => (label === '' ? missing(groupBy) : (files?.next().value?.name ?? label)));
}

function missing(groupBy: GroupBy): string {
  switch (groupBy) {
    case 'topic':
      return l10n.t('No topic');
    case 'year':
      return l10n.t('No year');
    case 'author':
      return l10n.t('No author');
    case 'venue':
      return l10n.t('No venue');
    case 'keyword':
      return l10n.t('No keyword');
    case 'source':
      return l10n.t('No source');
    case 'folder':
      return l10n.t('No folder');
  }
}
