import { RelativePattern, type Uri, workspace, type WorkspaceFolder } from 'vscode';
import { declaringDocumentGlob, declaringDocumentKind } from '../core/cite/declarations/declaringDocumentKind';
import { neverSearchedGlobs } from '../core/formats/projectLibraryFiles';
import { excludedGlob } from './fileExcludes';
import type { ReadDeclarations } from './librarySources';
import { resolveBibliography } from './resolveBibliography';

/** A folder with more documents than this holds a website, not a paper. */
const mostDocuments = 1_000;
const largestDocument = 1024 * 1024;
const documentsAtOnce = 50;

/** What a document said it uses, and when. */
interface Declarations {
  readonly modified: number;
  readonly size: number;
  readonly declared: readonly string[];
}

/** The bibliographies that documents and configuration files of the workspace declare. */
export class DeclaredFiles {
  readonly #home: Uri | undefined;
  /** By the address of the document. */
  readonly #known = new Map<string, Declarations>();
  #read: ReadDeclarations | undefined;

  /** @param home the user's home folder, where the host has one */
  constructor(home: Uri | undefined) {
    this.#home = home;
  }

  /** The files declared in a folder. Where the workspace is not trusted, only those within it. */
  async find(folder: WorkspaceFolder, readDeclarations: ReadDeclarations): Promise<readonly Uri[]> {
    this.#read = readDeclarations;
    const pattern = new RelativePattern(folder, declaringDocumentGlob);
    const excluded = excludedGlob(folder.uri, neverSearchedGlobs);
    const documents = await workspace.findFiles(pattern, excluded, mostDocuments);
    const found = new Map<string, Uri>();
    for (let start = 0; start < documents.length; start += documentsAtOnce) {
      const some = documents.slice(start, start + documentsAtOnce);
      const declared = await this.#declarations(some, readDeclarations);
      for (const [index, document] of some.entries()) {
        for (const path of declared[index] ?? []) {
          const uri = resolveBibliography(document, path, folder, this.#home);
          if (uri) found.set(uri.toString(), uri);
        }
      }
    }
    return [...found.values()];
  }

  /** Whether a document that was saved declares other files than it did when they were looked for. */
  async hasChanged(document: Uri): Promise<boolean> {
    const before = this.#known.get(document.toString())?.declared ?? [];
    if (!this.#read || !declaringDocumentKind(document.path)) return false;
    try {
      const [now = []] = await this.#declarations([document], this.#read);
      return now.join('\n') !== before.join('\n');
    } catch {
      return false; // the worker is being replaced, and everything is looked for again
    }
  }

  async #declarations(
    documents: readonly Uri[],
    readDeclarations: ReadDeclarations,
  ): Promise<readonly (readonly string[])[]> {
    const looked = await Promise.all(documents.map((uri) => this.#look(uri)));
    const changed = looked.flatMap((one) => (one?.bytes ? [{ path: one.uri.path, bytes: one.bytes }] : []));
    const answers = changed.length === 0 ? [] : await readDeclarations(changed);
    let answered = 0;
    return looked.map((one) => {
      if (!one) return [];
      const { bytes, known, modified, size, uri } = one;
      const declared = bytes ? (answers[answered++] ?? []) : (known?.declared ?? []);
      this.#known.set(uri.toString(), { modified, size, declared });
      return declared;
    });
  }

  /** A document, with its bytes where it is not the one that was read before. */
  async #look(uri: Uri): Promise<
    | (Omit<Declarations, 'declared'> & {
        readonly uri: Uri;
        readonly known?: Declarations | undefined;
        readonly bytes?: Uint8Array;
      })
    | undefined
  > {
    try {
      const { mtime: modified, size } = await workspace.fs.stat(uri);
      if (size > largestDocument) return undefined;
      const known = this.#known.get(uri.toString());
      const isKnown = known?.modified === modified && known.size === size;
      return { uri, modified, size, known, ...(!isKnown && { bytes: await workspace.fs.readFile(uri) }) };
    } catch {
      return undefined; // gone meanwhile
    }
  }
}
