import { parentPort } from 'node:worker_threads';
import { serveRpc } from '../protocol/rpc';
import { libraryService } from './libraryService';
import { nextTask } from './nextTask';

if (!parentPort) throw new Error('This script runs in a worker only.');
const port = parentPort;

serveRpc(
  {
    postMessage: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: () => undefined, // a worker ends with its host
    close: () => port.close(),
  },
  libraryService(nextTask),
);
