import { l10n } from 'vscode';
import type { ReadingState } from '../core/readingState';

export function readingStateLabel(state: ReadingState): string {
  switch (state) {
    case 'toRead':
      return l10n.t('To read');
    case 'reading':
      return l10n.t('Reading');
    case 'read':
      return l10n.t('Read');
  }
}
