import { Disposable, EventEmitter, type TextDocument, TextDocumentChangeReason, type Uri, workspace } from 'vscode';

const mostNoted = 50;
/** As long as VS Code takes from one file of an undone step to the next. */
const graceMilliseconds = 1_000;

/** What was put into a document, in UTF-16 code units of its text afterwards. */
export interface InsertedText {
  readonly offset: number;
  readonly length: number;
}

interface NotedCitation {
  readonly document: TextDocument;
  readonly bibliography: TextDocument;
  readonly inserted: readonly InsertedText[];
}

/**
 * Tells when a citation is undone without its entry. VS Code undoes a step in one file alone where the other has been
 * changed since, on disk for example, or where somebody asks for that.
 */
export class LeftEntries implements Disposable {
  readonly #onDidLeave = new EventEmitter<Uri>();
  /** The last ones, the newest last. */
  #noted: readonly NotedCitation[] = [];
  readonly #undone = new WeakMap<TextDocument, number>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #subscriptions: Disposable;

  /** The bibliography that holds an entry whose citation is gone. */
  readonly onDidLeave = this.#onDidLeave.event;

  constructor() {
    this.#subscriptions = Disposable.from(
      this.#onDidLeave,
      workspace.onDidChangeTextDocument(({ contentChanges, document, reason }) => {
        if (reason !== TextDocumentChangeReason.Undo || contentChanges.length === 0) return;
        this.#undone.set(document, Date.now());
        const taken = this.#noted.find(
          (one) =>
            one.document === document &&
            one.inserted.every(({ length, offset }) =>
              contentChanges.some(({ rangeLength, rangeOffset }) => rangeLength === length && rangeOffset === offset),
            ),
        );
        if (taken) this.#look(taken);
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.#noted = this.#noted.filter((one) => one.document !== document);
      }),
    );
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  /** Remembers a citation whose entry went into a bibliography in the same step. */
  note(document: TextDocument, bibliography: TextDocument, inserted: readonly InsertedText[]): void {
    if (inserted.length > 0) this.#noted = [...this.#noted, { document, bibliography, inserted }].slice(-mostNoted);
  }

  /** The entry is undone in the same step, before or after, or it is left. */
  #look({ bibliography }: NotedCitation): void {
    const from = Date.now() - graceMilliseconds;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if ((this.#undone.get(bibliography) ?? 0) < from) this.#onDidLeave.fire(bibliography.uri);
    }, graceMilliseconds);
    this.#timers.add(timer);
  }
}
