import { type Disposable, EventEmitter } from 'vscode';

/** The query that papers of the tree must match. A new window shows all of them: nothing is missing unseen. */
export class LibraryFilter implements Disposable {
  readonly #onDidChange = new EventEmitter<void>();
  #query = '';

  readonly onDidChange = this.#onDidChange.event;

  dispose(): void {
    this.#onDidChange.dispose();
  }

  /** Empty where all papers are shown. */
  get query(): string {
    return this.#query;
  }

  set(query: string): void {
    const trimmed = query.trim() === '' ? '' : query;
    if (trimmed === this.#query) return;
    this.#query = trimmed;
    this.#onDidChange.fire();
  }
}
