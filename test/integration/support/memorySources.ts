import { EventEmitter } from 'vscode';
import type { LibrarySource, LibrarySources } from '../../../src/host/librarySources';

/** Library files that are not on any disk, and change when a test says so. */
export class MemorySources implements LibrarySources {
  readonly #sources: Map<string, LibrarySource>;
  readonly #onDidChangeSource = new EventEmitter<LibrarySource>();
  readonly #onDidRemoveSource = new EventEmitter<string>();
  readonly #onDidChangeSources = new EventEmitter<void>();

  readonly onDidChangeSource = this.#onDidChangeSource.event;
  readonly onDidRemoveSource = this.#onDidRemoveSource.event;
  readonly onDidChangeSources = this.#onDidChangeSources.event;

  constructor(sources: readonly LibrarySource[]) {
    this.#sources = new Map(sources.map((source) => [source.uri, source]));
  }

  dispose(): void {
    this.#onDidChangeSource.dispose();
    this.#onDidRemoveSource.dispose();
    this.#onDidChangeSources.dispose();
  }

  async *find(): AsyncGenerator<readonly LibrarySource[]> {
    for (const source of this.#sources.values()) yield [source];
  }

  /** A file is saved. */
  save(source: LibrarySource): void {
    this.#sources.set(source.uri, source);
    this.#onDidChangeSource.fire(source);
  }

  /** A file is deleted. */
  delete(uri: string): void {
    this.#sources.delete(uri);
    this.#onDidRemoveSource.fire(uri);
  }

  /** Other files count from now on. */
  replace(sources: readonly LibrarySource[]): void {
    this.#sources.clear();
    for (const source of sources) this.#sources.set(source.uri, source);
    this.#onDidChangeSources.fire();
  }
}
