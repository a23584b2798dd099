import { FileType, Uri, workspace } from 'vscode';

let count = 0;

/** A folder of its own within the workspace, or beside it, that goes after the test. */
export class TestFolder {
  readonly uri: Uri;

  constructor(place: 'inside' | 'outside' = 'inside') {
    const folder = workspace.workspaceFolders![0]!.uri;
    this.uri = Uri.joinPath(folder, place === 'inside' ? '.' : '..', `test-${place}-${++count}`);
  }

  at(path: string): Uri {
    return Uri.joinPath(this.uri, path);
  }

  async write(path: string, text: string): Promise<Uri> {
    const uri = this.at(path);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  }

  /** Its part of some addresses, in order. */
  within(addresses: readonly string[]): readonly string[] {
    const start = `${this.uri.toString()}/`;
    return addresses
      .filter((address) => address.startsWith(start))
      .map((address) => decodeURIComponent(address.slice(start.length)))
      .sort();
  }

  async make(): Promise<void> {
    await workspace.fs.createDirectory(this.uri);
  }

  async delete(path = '.'): Promise<void> {
    await workspace.fs.delete(this.at(path), { recursive: true });
  }

  async remove(): Promise<void> {
    const isThere = await workspace.fs.stat(this.uri).then(
      ({ type }) => type === FileType.Directory,
      () => false,
    );
    if (isThere) await this.delete();
  }
}
