import { l10n, Uri, workspace } from 'vscode';
import { shortestPaths } from '../core/shortestPaths';
import type { SourceLabel } from '../protocol/abstractProtocol';

/** Where Paperside keeps papers that are in no file of the user's. */
export interface OwnFolders {
  readonly bundled: Uri;
  readonly imports: Uri;
}

/** What sources are called, and the folders they are in. */
export class SourceLabels {
  readonly #own: OwnFolders;

  constructor(own: OwnFolders) {
    this.#own = own;
  }

  /**
   * What files or folders are called among each other, in their order: in the workspace by their path in it, with the
   * folder's name where there are several, as VS Code does; elsewhere by as much of the path's end as tells them apart.
   */
  among(addresses: readonly string[]): readonly SourceLabel[] {
    const named = addresses.map((address) => {
      const uri = Uri.parse(address);
      return { uri, name: this.#ownName(uri) ?? nameInWorkspace(uri) };
    });
    const outside = named.filter(({ name }) => name === undefined).map(({ uri }) => uri.path);
    const shortest = shortestPaths(outside).values();
    return named.map(({ uri, name = shortest.next().value ?? uri.path }) => ({
      name,
      path: uri.scheme === 'file' ? uri.fsPath : uri.toString(true),
    }));
  }

  #ownName(uri: Uri): string | undefined {
    if (isWithin(uri, this.#own.bundled)) return l10n.t('Bundled corpus');
    if (!isWithin(uri, this.#own.imports)) return undefined;
    // Every import lies in a folder of its own, of a name that says nothing.
    const [, , file] = uri.path.slice(this.#own.imports.path.length).split('/');
    return file === undefined ? l10n.t('Imported') : l10n.t('Imported: {0}', file);
  }
}

function nameInWorkspace(uri: Uri): string | undefined {
  const folder = workspace.getWorkspaceFolder(uri);
  if (!folder) return undefined;
  // VS Code gives the workspace's own folders in full.
  return uri.path === folder.uri.path ? folder.name : workspace.asRelativePath(uri);
}

function isWithin(uri: Uri, folder: Uri): boolean {
  const [address, start] = [uri.toString(), folder.toString()];
  return address === start || address.startsWith(`${start}/`);
}
