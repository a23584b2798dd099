import { type ExtensionContext, Uri, workspace } from 'vscode';
import { browserWorkerPort } from './browserWorkerPort';
import type { PapersideApi } from './host/api';
import type { Platform } from './host/platform';
import { activateShared } from './extension.shared';

/** The address of the worker's script, once it has been asked for. Workers start others from it. */
let script: Promise<string> | undefined;

/** The host is itself a worker of another origin than the extension's files, so it may start none from their address. */
async function readScript(extensionUri: Uri): Promise<string> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', 'worker.browser.js'));
  return URL.createObjectURL(new Blob([bytes.slice()], { type: 'text/javascript' }));
}

const browser: Platform = {
  home: undefined,
  readFile: (uri) => workspace.fs.readFile(uri),
  canWrite: () => Promise.resolve(true),
  startWorker: async (extensionUri) => {
    script ??= readScript(extensionUri);
    return browserWorkerPort(await script);
  },
  keptPlace: (folder) => folder.toString(),
  // In this very bundle, as the web host loads a single script, but evaluated only then.
  startLocally: async () => (await import('./worker/localLibrary')).startLocalLibrary(),
};

export function activate(context: ExtensionContext): PapersideApi {
  return activateShared(context, browser);
}
