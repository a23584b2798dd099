import {
  Disposable,
  type TextDocument,
  TextDocumentChangeReason,
  type TextDocumentChangeEvent,
  workspace,
} from 'vscode';

// What is redone while it is being saved VS Code takes for saved, and then loses: steps in quick succession are one.
const pauseMilliseconds = 250;
/** A drop that is not applied by then will not be. */
const longestDrop = 10_000;

/**
 * Saves bibliographies after entries have been put into them, so that compilers see those, and again when that is
 * undone or redone.
 */
export class BibliographySaver implements Disposable {
  /** How many of our edits could be undone in each document that nobody else has edited since. */
  readonly #undoable = new Map<TextDocument, number>();
  readonly #undone = new Map<TextDocument, number>();
  readonly #timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  /** Those that entries are being put into. */
  readonly #expected = new Set<TextDocument>();
  /** Those that are being saved, and whether something was undone or redone in them meanwhile. */
  readonly #saving = new Map<TextDocument, { isReversed: boolean }>();
  /** Those that are written once more. */
  readonly #writing = new Map<TextDocument, Promise<void>>();
  readonly #waiting = new Set<() => void>();
  readonly #subscriptions: Disposable;

  constructor() {
    this.#subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument((event) => this.#changed(event)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      workspace.onWillSaveTextDocument(({ document }) => {
        if (this.#undoable.has(document)) this.#saving.set(document, { isReversed: false });
      }),
      workspace.onDidSaveTextDocument((document) => this.#saved(document)),
    );
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const stop of [...this.#waiting]) stop();
    this.#subscriptions.dispose();
  }

  /** Tells that entries are about to be put into a document. */
  expect(document: TextDocument): void {
    this.#expected.add(document);
  }

  /**
   * Saves a document that entries have just been put into.
   * @returns whether it is on disk now; VS Code itself tells why where it is not
   */
  async save(document: TextDocument): Promise<boolean> {
    this.#undoable.set(document, (this.#undoable.get(document) ?? 0) + 1);
    this.#undone.set(document, 0);
    this.#expected.delete(document);
    const isSaved = await document.save();
    await this.#writing.get(document);
    return isSaved;
  }

  /** Saves a document when what has been prepared for it is applied; VS Code asks first where something is dropped. */
  saveOnceChanged(document: TextDocument): void {
    this.expect(document);
    const stop = (): void => {
      this.#expected.delete(document);
      clearTimeout(timer);
      listener.dispose();
      this.#waiting.delete(stop);
    };
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      stop();
      void this.save(document).catch(() => undefined);
    });
    const timer = setTimeout(stop, longestDrop);
    this.#waiting.add(stop);
  }

  /** What is undone while VS Code saves it takes for saved as well, and never writes. */
  #saved(document: TextDocument): void {
    const isReversed = this.#saving.get(document)?.isReversed ?? false;
    this.#saving.delete(document);
    if (!isReversed || document.isDirty) return;
    const written = write(document).finally(() => this.#writing.delete(document));
    this.#writing.set(document, written);
  }

  #changed({ contentChanges, document, reason }: TextDocumentChangeEvent): void {
    const saving = this.#saving.get(document);
    if (saving && reason !== undefined) saving.isReversed = true;
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
      // Somebody else edits it: whether that is saved is theirs to say.
      if (document.isDirty && !this.#expected.has(document)) this.#forget(document);
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
    this.#saving.delete(document);
  }
}

/** Writes what a document holds. VS Code has just written there, so that it hardly fails. */
async function write(document: TextDocument): Promise<void> {
  try {
    const bytes = await workspace.encode(document.getText(), { encoding: document.encoding });
    await workspace.fs.writeFile(document.uri, bytes);
  } catch {
    return;
  }
}
