import { type Uri, workspace } from 'vscode';

/** A fingerprint of a file, which changes with it; nothing where it is not there. */
export async function fileStamp(uri: Uri): Promise<string | undefined> {
  try {
    const { ctime, mtime, size } = await workspace.fs.stat(uri);
    return `${ctime} ${mtime} ${size}`;
  } catch {
    return undefined;
  }
}
