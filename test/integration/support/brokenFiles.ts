import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';

const scheme = 'paperside-broken';

/** What one file does when it is looked at and read. */
export interface BrokenFile {
  stat(uri: Uri): Partial<FileStat>;
  read(uri: Uri): Uint8Array;
}

/** A file system that does to its files what disks do rarely. */
export class BrokenFiles implements FileSystemProvider {
  readonly #files = new Map<string, BrokenFile>();
  readonly #registration: Disposable;
  readonly #onDidChangeFile = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#onDidChangeFile.event;

  constructor() {
    this.#registration = workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true });
  }

  dispose(): void {
    this.#registration.dispose();
  }

  add(name: string, file: BrokenFile): Uri {
    const uri = Uri.from({ scheme, path: `/${name}` });
    this.#files.set(uri.path, file);
    return uri;
  }

  /** Tells that a file has changed. */
  change(uri: Uri): void {
    this.#onDidChangeFile.fire([{ type: FileChangeType.Changed, uri }]);
  }

  watch = (): Disposable => new Disposable(() => undefined);
  readDirectory = (): [string, FileType][] => [];
  createDirectory = (): void => undefined;
  delete = (): void => undefined;
  rename = (): void => undefined;
  writeFile = (uri: Uri): void => {
    throw FileSystemError.NoPermissions(uri);
  };
  stat(uri: Uri): FileStat {
    const file = this.#files.get(uri.path);
    if (!file) throw FileSystemError.FileNotFound(uri);
    return { type: FileType.File, ctime: 0, mtime: 0, size: 0, ...file.stat(uri) };
  }
  readFile(uri: Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (!file) throw FileSystemError.FileNotFound(uri);
    return file.read(uri);
  }
}
