import { l10n } from 'vscode';

/** `3 problems`. */
export function problemCount(count: number): string {
  return count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', count);
}
