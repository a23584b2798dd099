import { NotebookCellKind, type NotebookDocument, type TextDocument, workspace } from 'vscode';

/** The notebook that a document is a cell of, if it is one. */
export function notebookOf({ uri }: TextDocument): NotebookDocument | undefined {
  if (uri.scheme !== 'vscode-notebook-cell') return undefined;
  const address = uri.toString();
  return workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some(({ document }) => document.uri.toString() === address),
  );
}

/** The texts of a notebook's cells that hold no code, in their order. */
export function textCells(notebook: NotebookDocument): readonly string[] {
  return notebook
    .getCells()
    .filter(({ document, kind }) => kind === NotebookCellKind.Markup || document.languageId === 'raw')
    .map(({ document }) => document.getText());
}
