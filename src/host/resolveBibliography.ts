import { Uri, workspace, type WorkspaceFolder } from 'vscode';
import { resolveDeclared } from '../core/cite/declarations/resolveDeclared';

/**
 * The address of a bibliography that a document declares; `undefined` where it leads nowhere, or where it may not lead:
 * without trust, nothing outside the workspace is touched.
 * @param home the user's home folder, where the host has one
 */
export function resolveBibliography(
  document: Uri,
  declared: string,
  folder: WorkspaceFolder | undefined,
  home: Uri | undefined,
): Uri | undefined {
  const resolved = resolveDeclared(document.path, declared);
  switch (resolved.kind) {
    case 'path': {
      const path = resolved.path.startsWith('/') ? resolved.path : `/${resolved.path}`;
      const uri = document.with({ path });
      return workspace.isTrusted || workspace.getWorkspaceFolder(uri) ? uri : undefined;
    }
    case 'projectPath':
      return folder && Uri.joinPath(folder.uri, resolved.path);
    case 'homePath':
      return workspace.isTrusted && home ? Uri.joinPath(home, resolved.path) : undefined;
    case 'refused':
      return undefined;
  }
}
