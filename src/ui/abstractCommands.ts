import { commands, Disposable, window } from 'vscode';
import type { PaperId } from '../core/paper';
import type { LastTextEditor } from '../host/activeTextEditor';
import type { AbstractPanel } from './abstractPanel';
import type { LibraryView } from './libraryView';
import { paperIdsFrom } from './paperArguments';

export interface AbstractCommandsOptions {
  readonly panel: AbstractPanel;
  readonly view: LibraryView;
  readonly lastEditor: LastTextEditor;
  /** Asks for a paper; empty when the question was dismissed. */
  readonly choosePapers: () => Promise<readonly PaperId[]>;
}

/** Opening an abstract, and going to it and back by keyboard. */
export function registerAbstractCommands(options: AbstractCommandsOptions): Disposable {
  const { panel, view, lastEditor, choosePapers } = options;

  const openAbstract = async (...parameters: readonly unknown[]): Promise<void> => {
    const given = paperIdsFrom(parameters);
    const [id] = given.length > 0 ? given : await choosePapers();
    if (id !== undefined) await panel.open(id);
  };
  const focusAbstract = async (): Promise<void> => {
    if (panel.paperId === undefined) await openAbstract();
    await panel.focus();
  };
  const focusEditor = async (): Promise<void> => {
    const editor = lastEditor.current;
    if (editor) await window.showTextDocument(editor.document, editor.viewColumn);
    else await commands.executeCommand('workbench.action.focusFirstEditorGroup');
  };
  const revealInLibrary = async (): Promise<void> => {
    await commands.executeCommand('paperside.library.focus');
    if (panel.paperId !== undefined) await view.reveal(panel.paperId);
  };
  return Disposable.from(
    commands.registerCommand('paperside.openAbstract', openAbstract),
    commands.registerCommand('paperside.focusAbstract', focusAbstract),
    commands.registerCommand('paperside.focusEditor', focusEditor),
    commands.registerCommand('paperside.goBack', () => panel.goBack()),
    commands.registerCommand('paperside.goForward', () => panel.goForward()),
    commands.registerCommand('paperside.revealInLibrary', revealInLibrary),
  );
}
