import { type Uri, workspace } from 'vscode';

/**
 * The glob of what a search for library files passes over in a folder: `files.exclude` and `search.exclude`, as
 * `findFiles` itself knows only the first once a glob is given, and the folders that tools fill.
 */
export function excludedGlob(scope: Uri, always: readonly string[]): string {
  const settings = ['files', 'search'].flatMap((section) =>
    // A value may be a condition (`{ when: … }`), which only VS Code can judge; it does so for files.exclude itself.
    Object.entries(workspace.getConfiguration(section, scope).get<Record<string, unknown>>('exclude', {}))
      .filter(([, value]) => value === true)
      .map(([glob]) => glob),
  );
  return `{${[...new Set([...always, ...settings])].join(',')}}`;
}
