import { serveRpc } from '../protocol/rpc';
import { libraryService } from './libraryService';
import { nextTask } from './nextTask';

declare const self: DedicatedWorkerGlobalScope;

serveRpc(
  {
    postMessage: (message) => self.postMessage(message),
    onMessage: (listener) => self.addEventListener('message', (event) => listener(event.data)),
    onClose: () => undefined, // a worker ends with its host
    close: () => self.close(),
  },
  libraryService(nextTask),
);
