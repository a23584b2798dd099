import { Disposable, EventEmitter, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import type { TextEdit } from '../core/editedText';

/** What was typed in a document that is not saved; no changes where it is not known what. */
export interface DocumentEdit extends TextEdit {
  readonly uri: string;
}

/** Tells of what is typed in documents, and of what becomes of it. */
export class OpenDocuments implements Disposable {
  readonly #onDidEdit = new EventEmitter<DocumentEdit>();
  readonly #onDidDiscard = new EventEmitter<string>();
  /** Those with text that is not on disk. */
  readonly #unsaved = new Set<string>();
  readonly #subscriptions: Disposable;

  readonly onDidEdit = this.#onDidEdit.event;
  /** What was typed is thrown away or taken back: what counts is on disk again. */
  readonly onDidDiscard = this.#onDidDiscard.event;

  constructor() {
    this.#subscriptions = Disposable.from(
      this.#onDidEdit,
      this.#onDidDiscard,
      workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      // A save is a change of the file, of which its watcher tells.
      workspace.onDidSaveTextDocument((document) => this.#unsaved.delete(document.uri.toString())),
      workspace.onDidCloseTextDocument((document) => this.#discarded(document)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Whether a file is open with text that is not on disk. */
  isUnsaved(uri: string): boolean {
    return unsavedDocument(uri) !== undefined;
  }

  /** The unsaved text of a file, if it is open and has any. */
  unsavedText(uri: string): string | undefined {
    return unsavedDocument(uri)?.getText();
  }

  #changed({ contentChanges, document }: TextDocumentChangeEvent): void {
    if (!document.isDirty) {
      // Without a change it is saved, or being saved, which takes the browser seconds: what was told of it still holds, and
      // the file's watcher tells when it is written. Else it is back at what is on disk, by undoing or reading it again.
      if (contentChanges.length > 0) this.#discarded(document);
      return;
    }
    const uri = document.uri.toString();
    // VS Code tells of the first edit before the document counts as unsaved, and then of that alone, without the edit.
    if (contentChanges.length === 0 && this.#unsaved.has(uri)) return;
    this.#unsaved.add(uri);
    const changes = contentChanges.map(({ range: { start, end }, text }) => ({
      startLine: start.line,
      startColumn: start.character,
      endLine: end.line,
      endColumn: end.character,
      text,
    }));
    const line = document.lineAt(Math.min(document.lineCount - 1, ...changes.map(({ startLine }) => startLine))).text;
    this.#onDidEdit.fire({ uri, changes, lineCount: document.lineCount, line });
  }

  #discarded({ uri }: TextDocument): void {
    if (this.#unsaved.delete(uri.toString())) this.#onDidDiscard.fire(uri.toString());
  }
}

function unsavedDocument(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri);
}
