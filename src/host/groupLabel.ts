import { l10n } from 'vscode';
import type { GroupBy } from '../core/grouping';

/** What a group's row says; groups of papers without a year, an author or a venue have no label of their own. */
export function groupLabel(groupBy: GroupBy, label: string): string {
  if (label !== '') return label;
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
