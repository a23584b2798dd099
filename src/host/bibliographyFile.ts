import { FilePermission, FileType, Position, type TextDocument, type Uri, workspace, type WorkspaceEdit } from 'vscode';
import type { CitationTarget, PlannedEntries, TargetContents } from '../protocol/citationProtocol';
import type { Platform } from './platform';
import { readLibraryFile } from './readLibraryFile';

const largeBytes = 1024 * 1024;

type Insertions = Extract<PlannedEntries['edit'], { kind: 'insertions' }>;

/** Entries ready to be written into a bibliography together with their citation. */
export interface BibliographyEdit {
  readonly uri: Uri;
  /** Absent where the file is made. */
  readonly document?: TextDocument;
  addTo(edit: WorkspaceEdit): void;
}

/** A bibliography that entries go into, as it is on disk and in VS Code's editors at one moment. */
export class BibliographyFile {
  readonly uri: Uri;
  readonly #platform: Pick<Platform, 'canWrite' | 'readFile'>;
  /** Its editor's, where that has text which is not on disk. */
  readonly #unsaved: TextDocument | undefined;
  /** What tells one state of it on disk from the next; nothing where there is no file. */
  readonly #stamp: string | undefined;
  readonly #isReadOnly: boolean;
  readonly #size: number;

  private constructor(
    uri: Uri,
    platform: Pick<Platform, 'canWrite' | 'readFile'>,
    state: { readonly stamp?: string; readonly isReadOnly: boolean; readonly size?: number },
  ) {
    this.uri = uri;
    this.#platform = platform;
    this.#unsaved = workspace.textDocuments.find((one) => one.isDirty && one.uri.toString() === uri.toString());
    this.#stamp = state.stamp;
    this.#isReadOnly = state.isReadOnly;
    this.#size = state.size ?? 0;
  }

  static async look(uri: Uri, platform: Pick<Platform, 'canWrite' | 'readFile'>): Promise<BibliographyFile> {
    const isFixed = workspace.fs.isWritableFileSystem(uri.scheme) === false;
    try {
      const { ctime, mtime, permissions = 0, size, type } = await workspace.fs.stat(uri);
      const isReadOnly = isFixed || (permissions & FilePermission.Readonly) !== 0 || !(await platform.canWrite(uri));
      const isFolder = (type & FileType.Directory) !== 0;
      return new BibliographyFile(uri, platform, {
        stamp: `${ctime} ${mtime} ${size}`,
        isReadOnly: isReadOnly && !isFolder,
        size,
      });
    } catch {
      return new BibliographyFile(uri, platform, { isReadOnly: isFixed });
    }
  }

  /** Whether what is written into it could not be saved. */
  get isReadOnly(): boolean {
    return this.#isReadOnly;
  }

  /** What the worker knows it by. */
  target(how: Pick<CitationTarget, 'citedFromTypst' | 'dialect'>): CitationTarget {
    const stamp = this.#stamp ?? 'none';
    return { ...how, uri: this.uri.toString(), ...(!this.#unsaved && { stamp }) };
  }

  /**
   * What it holds.
   * @throws with a sentence for a person where it cannot be read
   */
  async contents(): Promise<TargetContents> {
    if (this.#unsaved) return { unsavedText: this.#unsaved.getText() };
    if (this.#stamp === undefined) return { bytes: new Uint8Array() };
    return { bytes: await readLibraryFile(this.uri, (uri) => this.#platform.readFile(uri)) };
  }

  /**
   * Opens it where that takes long, so that the edit need not wait for it; VS Code closes it again after some minutes.
   * @param encoding VS Code's name of its encoding
   */
  async openIfLarge(encoding: string): Promise<void> {
    if (this.#size > largeBytes && !this.#unsaved) await workspace.openTextDocument(this.uri, { encoding });
  }

  /**
   * The edit of what was planned; `undefined` if its text is not the one that the plan was made for.
   * @param encoding VS Code's name of its encoding; absent where its editor has changes
   */
  async edit(
    { insertions, lineCount }: Insertions,
    encoding: string | undefined,
  ): Promise<BibliographyEdit | undefined> {
    const { uri } = this;
    if (this.#stamp === undefined && !this.#unsaved) {
      const contents = new TextEncoder().encode(insertions.map(({ text }) => text).join(''));
      return { uri, addTo: (edit) => edit.createFile(uri, { contents, ignoreIfExists: false, overwrite: false }) };
    }
    const document = await workspace.openTextDocument(uri, this.#unsaved || !encoding ? undefined : { encoding });
    if (document.isDirty !== (this.#unsaved !== undefined) || document.lineCount !== lineCount) return undefined;
    if (insertions.some(({ before, line }) => document.lineAt(line).text !== before)) return undefined;
    return {
      uri,
      document,
      addTo(edit) {
        for (const { column, line, text } of insertions) edit.insert(uri, new Position(line, column), text);
      },
    };
  }
}
