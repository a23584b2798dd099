import type { Uri } from 'vscode';
import type { LibrarySource } from './librarySources';

/** The library files that were found, by address. */
export class FoundFiles {
  readonly #files = new Map<string, LibrarySource>();
  /** The folders that they are in; made when it is asked for. */
  #folders: Set<string> | undefined;

  get(uri: Uri): LibrarySource | undefined {
    return this.#files.get(uri.toString());
  }

  add(source: LibrarySource): void {
    this.#files.set(source.uri, source);
    this.#folders = undefined;
  }

  /** Forgets a file, or all files below a folder; tells which. */
  delete(uri: Uri): readonly string[] {
    const prefix = `${uri.toString()}/`;
    const gone = [...this.#files.keys()].filter((known) => known === uri.toString() || known.startsWith(prefix));
    this.#forget(gone);
    return gone;
  }

  /** Forgets all files but these. */
  keep(uris: ReadonlySet<string>): void {
    this.#forget([...this.#files.keys()].filter((known) => !uris.has(known)));
  }

  /** Whether there are files below a folder. Whole build folders may be asked about, one file at a time. */
  hasBelow(folder: Uri): boolean {
    this.#folders ??= foldersOf(this.#files.keys());
    return this.#folders.has(folder.toString());
  }

  #forget(uris: readonly string[]): void {
    for (const uri of uris) this.#files.delete(uri);
    this.#folders = undefined;
  }
}

function foldersOf(uris: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const uri of uris) {
    for (let folder = parent(uri); folder !== '' && !folders.has(folder); folder = parent(folder)) folders.add(folder);
  }
  return folders;
}

function parent(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}
