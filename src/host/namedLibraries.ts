import { l10n, Uri, workspace, type WorkspaceFolder } from 'vscode';

/** A file, folder or glob that the setting `paperside.libraries` names. */
export interface NamedLibrary {
  readonly base: Uri;
  /** Below the base; absent where the base itself is meant, a file or a folder. */
  readonly glob?: string;
}

/** Why an entry of the setting is not used. */
export interface RefusedLibrary {
  readonly entry: string;
  readonly reason: string;
}

const setting = 'libraries';

/**
 * What `paperside.libraries` names: absolute paths, `~`, paths relative to the workspace's folders, globs, URIs. In an
 * untrusted workspace VS Code itself keeps the workspace's value from us.
 * @param home the user's home folder, where the host has one
 */
export function namedLibraries(home: Uri | undefined): {
  readonly libraries: readonly NamedLibrary[];
  readonly refused: readonly RefusedLibrary[];
} {
  const libraries: NamedLibrary[] = [];
  const refused: RefusedLibrary[] = [];
  const inspected = workspace.getConfiguration('paperside').inspect<unknown>(setting);
  const fromUser = strings(inspected?.globalValue);
  const fromWorkspace = [...strings(inspected?.workspaceValue), ...strings(inspected?.workspaceFolderValue)];
  for (const entry of [...fromUser, ...(workspace.isTrusted ? fromWorkspace : [])]) {
    const refuse = (reason: string): void => void refused.push({ entry, reason });
    if (isNetworkPath(entry) && !fromUser.includes(entry)) {
      refuse(l10n.t('a workspace may not name a network path; put it into your user settings'));
      continue;
    }
    const bases = resolve(entry, home);
    if (typeof bases === 'string') refuse(bases);
    else libraries.push(...bases);
  }
  return { libraries, refused };
}

function resolve(entry: string, home: Uri | undefined): readonly NamedLibrary[] | string {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(entry)) {
    const uri = parsed(entry);
    return uri ? [{ base: uri.with({ path: uri.path.replace(/(?<=.)\/+$/, '') }) }] : l10n.t('it is no address');
  }
  if (entry === '~' || /^~[\\/]/.test(entry)) {
    return home ? [split(home, entry.slice(2))] : l10n.t('this window knows no home folder');
  }
  if (/^(?:[\\/]|[a-z]:[\\/])/i.test(entry)) {
    const [root, path] = rooted(entry);
    return [split(root, path)];
  }
  const folders: readonly WorkspaceFolder[] = workspace.workspaceFolders ?? [];
  if (folders.length === 0) return l10n.t('it is relative, and no folder is open');
  return folders.map(({ uri }) => split(uri, entry));
}

/** The folder of the first part that is a glob, and the glob from there on. */
function split(base: Uri, path: string): NamedLibrary {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  const first = parts.findIndex((part) => /[*?[\]{}]/.test(part));
  if (first < 0) return { base: Uri.joinPath(base, ...parts) };
  return { base: Uri.joinPath(base, ...parts.slice(0, first)), glob: parts.slice(first).join('/') };
}

function rooted(path: string): readonly [Uri, string] {
  if (isNetworkPath(path)) return [Uri.file(path), ''];
  const [drive = ''] = /^[a-z]:/i.exec(path) ?? [];
  // Over SSH or in a container, the workspace's own file system is meant.
  const scheme = workspace.workspaceFolders?.[0]?.uri;
  const root = Uri.file(`${drive}/`);
  return [scheme && scheme.scheme !== 'file' ? scheme.with({ path: root.path }) : root, path.slice(drive.length)];
}

function isNetworkPath(entry: string): boolean {
  const { authority, path } = (/^file:/i.test(entry) && parsed(entry)) || { authority: '', path: entry };
  // In an address, the two may be written as `%5C`.
  return authority !== '' || /^[\\/]{2}/.test(path);
}

function parsed(address: string): Uri | undefined {
  try {
    return Uri.parse(address, true);
  } catch {
    return undefined;
  }
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string' && entry !== '')
    : [];
}
