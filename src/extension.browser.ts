import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { PapersideApi } from './host/api';
import type { Platform } from './host/platform';
import { activateShared } from './extension.shared';

const browser: Platform = {
  home: undefined,
  readFile: (uri) => workspace.fs.readFile(uri),
  startWorker: async (extensionUri) => {
    // The host is itself a worker of another origin than the extension's files, so it may start none from their address.
    const script = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'worker.browser.js'));
    const url = URL.createObjectURL(new Blob([script.slice()], { type: 'text/javascript' }));
    const worker = new Worker(url, { name: 'Paperside' });
    return {
      postMessage: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : []),
      onMessage: (listener) =>
        worker.addEventListener('message', (event) => {
          URL.revokeObjectURL(url);
          listener(event.data);
        }),
      onClose: (listener) =>
        worker.addEventListener('error', (event) => {
          worker.terminate();
          listener(new Error(event.message));
        }),
      close: () => worker.terminate(),
    };
  },
  // In this very bundle, as the web host loads a single script, but evaluated only then.
  startLocally: async () => (await import('./worker/localLibrary')).startLocalLibrary(),
};

export function activate(context: ExtensionContext): PapersideApi {
  return activateShared(context, browser);
}
