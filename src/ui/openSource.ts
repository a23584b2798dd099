import { l10n, Range, Uri, ViewColumn, window } from 'vscode';

/**
 * Opens the file of a source in a text editor.
 * @param line zero-based
 * @param viewColumn where the code is, if there is some
 */
export async function openSource(address: string, line: number, viewColumn = ViewColumn.Beside): Promise<void> {
  const uri = Uri.parse(address, true);
  try {
    await window.showTextDocument(uri, { viewColumn, selection: new Range(line, 0, line, 0) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} could not be opened: {1}', uri.fsPath, reason));
  }
}
