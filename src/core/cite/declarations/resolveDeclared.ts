/** Where a declared bibliography is. */
export type ResolvedLibrary =
  /** A URI's path, normalised, on the declaring file's own system. */
  | { readonly kind: 'path'; readonly path: string }
  /** Relative to the project's root, which the host knows: Typst's `/works.yml`. */
  | { readonly kind: 'projectPath'; readonly path: string }
  /** Relative to the user's home folder: `~/works.bib`. */
  | { readonly kind: 'homePath'; readonly path: string }
  | { readonly kind: 'refused'; readonly reason: 'network' | 'otherDrive' | 'aboveRoot' };

/**
 * Where a path leads that a document declares. Back slashes are separators; nothing leads to another drive or machine.
 *
 * `/home/me/paper/main.tex`, `../refs.bib` → `/home/me/refs.bib`
 * @param declaringPath the path of the declaring file's URI: `/c:/papers/main.tex` on Windows
 * @param declared as `declaredLibraries` gives it
 */
export function resolveDeclared(declaringPath: string, declared: string): ResolvedLibrary {
  const path = declared.replaceAll('\\', '/');
  if (path.startsWith('//')) return { kind: 'refused', reason: 'network' };
  if (path.startsWith('~/')) return below('homePath', path.slice(2));
  const ownDrive = driveOf(declaringPath.replace(/^\//u, ''));
  const drive = driveOf(path);
  if (drive !== '') {
    return drive.toLowerCase() === ownDrive.toLowerCase()
      ? fromRoot(ownDrive, path.slice(drive.length))
      : { kind: 'refused', reason: 'otherDrive' };
  }
  if (!path.startsWith('/')) {
    const folder = declaringPath.slice(ownDrive === '' ? 0 : ownDrive.length + 1, declaringPath.lastIndexOf('/') + 1);
    return fromRoot(ownDrive, `${folder}/${path}`);
  }
  return /\.typ$/iu.test(declaringPath) ? below('projectPath', path) : fromRoot(ownDrive, path);
}

function driveOf(path: string): string {
  return /^[a-z]:/iu.exec(path)?.[0] ?? '';
}

function fromRoot(drive: string, path: string): ResolvedLibrary {
  const result = below('path', path);
  return result.kind === 'path' ? { kind: 'path', path: `${drive === '' ? '' : `/${drive}`}/${result.path}` } : result;
}

function below(kind: 'path' | 'projectPath' | 'homePath', path: string): ResolvedLibrary {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') {
      if (names.pop() === undefined) return { kind: 'refused', reason: 'aboveRoot' };
    } else if (name !== '' && name !== '.') names.push(name);
  }
  return { kind, path: names.join('/') };
}
