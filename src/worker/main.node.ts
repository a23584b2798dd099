import { parentPort } from 'node:worker_threads';
import { nodeWorkerPort } from '../nodeWorkerPort';
import { serveRpc } from '../protocol/rpc';
import { helperService } from './helperService';
import { keptFiles } from './keptFiles.node';
import { libraryService } from './libraryService';
import { nextTask } from './nextTask';
import type { WorkerPlatform } from './workerPlatform';

if (!parentPort) throw new Error('This script runs in a worker only.');
const port = parentPort;

const platform: WorkerPlatform = { keptFiles, startHelper: () => nodeWorkerPort(__filename) };

serveRpc(
  {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => port.on('message', listener),
    onClose: () => undefined, // a worker ends with its host
    close: () => port.close(),
  },
  { ...libraryService(nextTask, platform), ...helperService(platform) },
);
