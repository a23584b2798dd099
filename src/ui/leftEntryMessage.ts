import { type Disposable, l10n, window, workspace } from 'vscode';
import type { LeftEntries } from '../host/leftEntries';
import { messageText } from './messageText';

/** Tells people of entries that outlived their citation. */
export function registerLeftEntryMessage(leftEntries: Pick<LeftEntries, 'onDidLeave'>): Disposable {
  return leftEntries.onDidLeave(async (bibliography) => {
    const open = l10n.t('Open');
    const chosen = await window.showInformationMessage(
      l10n.t(
        'The citation is undone, but its entry is still in {0}, which was changed since or not undone with it.',
        messageText(workspace.asRelativePath(bibliography)),
      ),
      open,
    );
    if (chosen === open) await window.showTextDocument(bibliography);
  });
}
