import { type ExtensionContext, Uri } from 'vscode';
import type { PapersideApi } from './host/api';
import type { Platform } from './host/platform';
import { activateShared } from './extension.shared';
import { nodeWorkerPort } from './nodeWorkerPort';

const desktop: Platform = {
  startWorker: async (extensionUri) => nodeWorkerPort(Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath),
};

export function activate(context: ExtensionContext): PapersideApi {
  return activateShared(context, desktop);
}
