import { commands, Disposable, window } from 'vscode';
import type { LibraryClient } from '../host/libraryClient';

/** Set while files are read, so that the view offers to cancel. */
const loadingContext = 'paperside.loading';

/** A load that is over by then shows nothing. */
const shownAfterMilliseconds = 250;

/** Shows in the view that files are read, and lets people stop that. */
export function registerLoadingProgress(
  library: Pick<LibraryClient, 'cancelLoading' | 'onDidChangeLoading'>,
): Disposable {
  let end: (() => void) | undefined;
  let timer: unknown;
  const show = (): void => {
    const over = new Promise<void>((resolve) => (end = resolve));
    void commands.executeCommand('setContext', loadingContext, true);
    void window.withProgress({ location: { viewId: 'paperside.library' } }, () => over);
  };
  const hide = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!end) return;
    end();
    end = undefined;
    void commands.executeCommand('setContext', loadingContext, false);
  };
  return Disposable.from(
    commands.registerCommand('paperside.cancelLoading', () => library.cancelLoading()),
    library.onDidChangeLoading((progress) => {
      if (!progress) hide();
      else if (!end) timer ??= setTimeout(show, shownAfterMilliseconds);
    }),
    { dispose: hide },
  );
}
