import { l10n } from 'vscode';

/** `1 paper`, `12 papers`. */
export function paperCount(count: number): string {
  return count === 1 ? l10n.t('1 paper') : l10n.t('{0} papers', count);
}
