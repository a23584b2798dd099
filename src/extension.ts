import { homedir } from 'node:os';
import { type ExtensionContext, Uri } from 'vscode';
import type { PapersideApi } from './host/api';
import type { Platform } from './host/platform';
import { activateShared } from './extension.shared';
import { nodeWorkerPort } from './nodeWorkerPort';

const desktop: Platform = {
  home: Uri.file(homedir()),
  startWorker: async (extensionUri) => nodeWorkerPort(Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath),
  // A bundle of its own, so that the host need not read what only a worker runs.
  startLocally: async () => (await import('./worker/localLibrary')).startLocalLibrary(),
};

export function activate(context: ExtensionContext): PapersideApi {
  return activateShared(context, desktop);
}
