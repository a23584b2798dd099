import { homedir } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ExtensionContext, Uri } from 'vscode';
import type { PapersideApi } from './host/api';
import type { Platform } from './host/platform';
import { activateShared } from './extension.shared';

const desktop: Platform = {
  home: Uri.file(homedir()),
  startWorker: async (extensionUri) => {
    const worker = new Worker(Uri.joinPath(extensionUri, 'dist', 'worker.js').fsPath, { name: 'Paperside' });
    await new Promise<void>((resolve, reject) => {
      worker.once('online', resolve);
      worker.once('error', reject);
    });
    worker.unref();
    return {
      postMessage: (message, transfer) => worker.postMessage(message, transfer),
      onMessage: (listener) => worker.on('message', listener),
      onClose: (listener) => {
        let reason: Error | undefined;
        worker.on('error', (error: Error) => (reason = error));
        worker.once('exit', (code) => listener(reason ?? new Error(`The worker ended with code ${code}.`)));
      },
      close: () => void worker.terminate(),
    };
  },
  // A bundle of its own, so that the host need not read what only a worker runs.
  startLocally: async () => (await import('./worker/localLibrary')).startLocalLibrary(),
};

export function activate(context: ExtensionContext): PapersideApi {
  return activateShared(context, desktop);
}
