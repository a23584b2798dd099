import {
  Disposable,
  type TextDocument,
  TextDocumentChangeReason,
  type TextDocumentChangeEvent,
  workspace,
} from 'vscode';

// What is redone while it is being saved VS Code takes for saved, and then loses: steps in quick succession are one.
const pauseMilliseconds = 250;

/**
 * Saves bibliographies after entries have been put into them, so that compilers see those, and again when that is
 * undone or redone.
 */
export class BibliographySaver implements Disposable {
  /** How many of our edits could be undone in each document that nobody else has edited since. */
  readonly #undoable = new Map<TextDocument, number>();
  readonly #undone = new Map<TextDocument, number>();
  readonly #timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: Disposable;

  constructor() {
    this.#subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  /**
   * Saves a document that entries have just been put into.
   * @returns whether it is on disk now; VS Code itself tells why where it is not
   */
  async save(document: TextDocument): Promise<boolean> {
    this.#undoable.set(document, (this.#undoable.get(document) ?? 0) + 1);
    this.#undone.set(document, 0);
    return document.save();
  }

  #changed({ contentChanges, document, reason }: TextDocumentChangeEvent): void {
    const undoable = this.#undoable.get(document);
    const undone = this.#undone.get(document) ?? 0;
    if (undoable === undefined || contentChanges.length === 0) return;
    if (reason === TextDocumentChangeReason.Undo && undoable > 0) {
      this.#undoable.set(document, undoable - 1);
      this.#undone.set(document, undone + 1);
    } else if (reason === TextDocumentChangeReason.Redo && undone > 0) {
      this.#undoable.set(document, undoable + 1);
      this.#undone.set(document, undone - 1);
    } else {
      // Somebody types in it: whether that is saved is theirs to say.
      if (document.isDirty) this.#forget(document);
      return;
    }
    clearTimeout(this.#timers.get(document));
    this.#timers.set(
      document,
      setTimeout(() => {
        this.#timers.delete(document);
        void document.save();
      }, pauseMilliseconds),
    );
  }

  #forget(document: TextDocument): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    this.#undoable.delete(document);
    this.#undone.delete(document);
  }
}
