import { browserWorkerPort } from '../browserWorkerPort';
import { serveRpc } from '../protocol/rpc';
import { helperService } from './helperService';
import { keptFiles } from './keptFiles.browser';
import { libraryService } from './libraryService';
import { nextTask } from './nextTask';
import type { WorkerPlatform } from './workerPlatform';

declare const self: DedicatedWorkerGlobalScope;

const platform: WorkerPlatform = { keptFiles, startHelper: () => browserWorkerPort(self.location.href) };

serveRpc(
  {
    postMessage: (message, transfer) => self.postMessage(message, transfer ? [...transfer] : []),
    onMessage: (listener) => self.addEventListener('message', (event) => listener(event.data)),
    onClose: () => undefined, // a worker ends with its host
    close: () => self.close(),
  },
  { ...libraryService(nextTask, platform), ...helperService(platform) },
);
