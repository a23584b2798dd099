import { Disposable, l10n, StatusBarAlignment, type TextDocument, window, workspace } from 'vscode';
import type { LastTextEditor } from '../host/activeTextEditor';
import { type BibliographyFinder, citesByKey, type DocumentBibliographies } from '../host/documentBibliographies';
import type { LibraryClient } from '../host/libraryClient';

export interface BibliographyStatusOptions {
  readonly bibliographies: BibliographyFinder;
  readonly library: Pick<LibraryClient, 'onDidChange' | 'size'>;
  readonly lastEditor: Pick<LastTextEditor, 'current'>;
}

const pauseMilliseconds = 500;

/**
 * Shows in the status bar which bibliography the document is cited from. Nothing is looked for before the library has
 * been asked for: it would start the worker.
 */
export function registerBibliographyStatus({
  bibliographies,
  lastEditor,
  library,
}: BibliographyStatusOptions): Disposable {
  const item = window.createStatusBarItem('paperside.bibliography', StatusBarAlignment.Right, 90);
  item.name = l10n.t('Bibliography');
  item.command = 'paperside.explainBibliography';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  const show = async (): Promise<void> => {
    const document = lastEditor.current?.document;
    const question = ++asked;
    if (!document || library.size === 0) {
      item.hide();
      return;
    }
    const found = await bibliographies.find(document).catch(() => undefined);
    if (question !== asked) return;
    if (!found || !citesByKey(found.format)) {
      item.hide();
      return;
    }
    const { text, tooltip } = describe(found);
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: tooltip, role: 'button' };
    item.show();
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(), pauseMilliseconds);
  };
  const isShown = (document: TextDocument): boolean => lastEditor.current?.document === document;
  return Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    window.onDidChangeActiveTextEditor(soon),
    workspace.onDidSaveTextDocument(soon),
    workspace.onDidChangeTextDocument(({ document }) => isShown(document) && soon()),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('paperside.citation') && soon()),
    library.onDidChange(soon),
  );
}

function describe({ files }: DocumentBibliographies): { readonly text: string; readonly tooltip: string } {
  const [first] = files;
  if (!first) return { text: `$(book) ${l10n.t('No bibliography')}`, tooltip: l10n.t('No bibliography is declared') };
  const names = files.map((uri) => workspace.asRelativePath(uri));
  const text = files.length === 1 ? fileName(first.path) : l10n.t('{0} bibliographies', files.length);
  return { text: `$(book) ${text.replaceAll('$(', '$ (')}`, tooltip: l10n.t('Cited from {0}', names.join(', ')) };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
