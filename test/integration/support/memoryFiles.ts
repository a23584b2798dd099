import * as vscode from 'vscode';

/** Files in memory, so that names can be chosen; those under `/readonly` cannot be written. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #written = new Map<string, number>();
  #clock = 1;
  readonly #onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#onDidChangeFile.event;
  watch = () => new vscode.Disposable(() => undefined);
  stat(uri: vscode.Uri): vscode.FileStat {
    const bytes = this.#files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    const permissions = uri.path.startsWith('/readonly') ? { permissions: vscode.FilePermission.Readonly } : {};
    return {
      type: vscode.FileType.File,
      ctime: 0,
      mtime: this.#written.get(uri.path) ?? 0,
      size: bytes.length,
      ...permissions,
    };
  }
  readDirectory = () => [];
  createDirectory = () => undefined;
  readFile(uri: vscode.Uri): Uint8Array {
    const bytes = this.#files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }
  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, bytes);
    this.#written.set(uri.path, ++this.#clock);
    this.#onDidChangeFile.fire([{ type, uri }]);
  }
  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
  }
  rename = () => undefined;
}
