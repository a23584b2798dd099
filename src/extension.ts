import { access, constants, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { PapersideApi } from './host/api';
import type { Platform } from './host/platform';
import { activateShared } from './extension.shared';
import { nodeWorkerPort } from './nodeWorkerPort';

const desktop: Platform = {
  home: Uri.file(homedir()),
  readFile: (uri) => {
    const read = (): PromiseLike<Uint8Array> => workspace.fs.readFile(uri);
    return uri.scheme === 'file' ? readFile(uri.fsPath).catch(read) : read(); // whose errors people understand
  },
  canWrite: async (uri) => {
    if (uri.scheme !== 'file') return true;
    return access(uri.fsPath, constants.W_OK).then(
      () => true,
      () => false,
    );
  },
  startWorker: async (extensionUri) => nodeWorkerPort(Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath),
  keptPlace: (folder) => folder.fsPath,
  // A bundle of its own, so that the host need not read what only a worker runs.
  startLocally: async () => (await import('./worker/localLibrary')).startLocalLibrary(),
};

export function activate(context: ExtensionContext): PapersideApi {
  return activateShared(context, desktop);
}
