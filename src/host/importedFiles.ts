import { FileType, l10n, Uri, workspace } from 'vscode';
import type { LibraryClient } from './libraryClient';
import { readLibraryFile } from './readLibraryFile';

/** What an import brought. */
export interface ImportSummary {
  /** Papers that the library did not know. */
  readonly added: number;
  /** Papers that it did. */
  readonly merged: number;
  readonly problems: number;
}

/** Keeps copies of the files that people import, so that their papers stay when the files go. */
export class ImportedFiles {
  readonly #folder: Uri;
  readonly #library: Pick<LibraryClient, 'add' | 'remove'>;

  /** @param folder where the copies are kept; made when it is needed */
  constructor(folder: Uri, library: Pick<LibraryClient, 'add' | 'remove'>) {
    this.#folder = folder;
    this.#library = library;
  }

  /**
   * Imports a file; the same file again takes the place of its earlier copy.
   * @throws with the file's name and a sentence for a person
   */
  async importFile(uri: Uri): Promise<ImportSummary> {
    const name = nameOf(uri);
    try {
      return await this.#keep(name, uri.toString(), await readLibraryFile(uri));
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  }

  /**
   * Imports text, as from the clipboard.
   * @param name a file name whose ending tells the format
   * @throws with a sentence for a person
   */
  importText(name: string, text: string): Promise<ImportSummary> {
    return this.#keep(name, text, new TextEncoder().encode(text));
  }

  /** The copies there are. */
  list(): Promise<readonly Uri[]> {
    return importedFilesIn(this.#folder);
  }

  /** Throws a copy away, and its papers out of the library. */
  async delete(uri: Uri): Promise<void> {
    await workspace.fs.delete(Uri.joinPath(uri, '..'), { recursive: true });
    await this.#library.remove(uri.toString());
  }

  async #keep(name: string, origin: string, bytes: Uint8Array): Promise<ImportSummary> {
    const folder = Uri.joinPath(this.#folder, hash(origin));
    const uri = Uri.joinPath(folder, name.slice(-80).replace(/[^\p{L}\p{N}._-]+/gu, '-'));
    let unwritten: Uint8Array | undefined = bytes;
    const summary = await this.#library.add({
      uri: uri.toString(),
      kind: 'user',
      read: async () => unwritten?.slice() ?? readLibraryFile(uri),
    });
    try {
      if (!summary || summary.papers === 0) {
        const problem = summary?.problems.find(({ severity }) => severity === 'error');
        throw new Error(problem?.message ?? l10n.t('it holds no papers'));
      }
      // Written under another name first, so that a window that dies meanwhile leaves the old copy or the new one whole.
      const unfinished = Uri.joinPath(this.#folder, `${hash(origin)}${unfinishedEnding}`);
      await workspace.fs.writeFile(unfinished, bytes);
      await workspace.fs.rename(unfinished, uri, { overwrite: true });
    } catch (error) {
      await this.#restore(uri);
      throw error;
    }
    unwritten = undefined;
    return { added: summary.added, merged: summary.papers - summary.added, problems: summary.problems.length };
  }

  /** What is not kept is not shown; an earlier copy is. */
  async #restore(uri: Uri): Promise<void> {
    await this.#library.remove(uri.toString());
    const isThere = (await this.list()).some((copy) => copy.toString() === uri.toString());
    if (isThere) await this.#library.add({ uri: uri.toString(), kind: 'user', read: () => readLibraryFile(uri) });
  }
}

const unfinishedEnding = '.unfinished';

/** Every import lies in a folder of its own, so that it keeps its name. */
export async function importedFilesIn(folder: Uri): Promise<readonly Uri[]> {
  const imports = await namesIn(folder, FileType.Directory);
  const files = await Promise.all(imports.map((one) => namesIn(one, FileType.File)));
  return files.flat();
}

async function namesIn(folder: Uri, wanted: FileType): Promise<readonly Uri[]> {
  try {
    const entries = await workspace.fs.readDirectory(folder);
    return entries.filter(([, type]) => type & wanted).map(([name]) => Uri.joinPath(folder, name));
  } catch {
    return []; // nothing has been imported yet
  }
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A short name for an origin; two that share it only share a folder. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let position = 0; position < text.length; position++) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(position))) * 0x100000001b3n);
  }
  return value.toString(36);
}
