import { commands, type Disposable, l10n, window } from 'vscode';
import type { LibraryClient } from '../host/libraryClient';
import type { LibraryTrouble } from '../host/libraryTrouble';

/** Tells people what went wrong with the library, and offers the log. */
export function registerTroubleMessages(library: LibraryClient): Disposable {
  return library.onDidMeetTrouble(async (trouble) => {
    const showLog = l10n.t('Show Log');
    const show = trouble.kind === 'source-unreadable' ? window.showErrorMessage : window.showWarningMessage;
    if ((await show(message(trouble), showLog)) === showLog) await commands.executeCommand('paperside.showLog');
  });
}

function message(trouble: LibraryTrouble): string {
  switch (trouble.kind) {
    case 'source-unreadable':
      return trouble.source.kind === 'bundled'
        ? l10n.t(
            'Paperside could not read its papers from {0}: {1}. Reinstalling the extension restores the file.',
            fileName(trouble.source.uri),
            trouble.reason,
          )
        : l10n.t('Paperside could not read {0}: {1}.', fileName(trouble.source.uri), trouble.reason);
    case 'bundled-broken':
      return l10n.t(
        'Paperside could read only {0} papers from {1}. Reinstalling the extension restores the file; the log says what is wrong.',
        trouble.papers,
        fileName(trouble.source.uri),
      );
    case 'worker-restarted':
      return l10n.t(
        'The background worker of Paperside stopped and is started again. If this happens often, reload the window.',
      );
  }
}

function fileName(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
