import { Worker } from 'node:worker_threads';
import type { MessagePort } from './protocol/rpc';

/**
 * Starts a worker thread and gives its port.
 * @param path of its script
 * @throws where Node can start no thread; a script that cannot be run ends the channel instead
 */
export function nodeWorkerPort(path: string): MessagePort {
  const worker = new Worker(path, { name: 'Paperside' });
  worker.unref();
  // A thread that is busy for a moment hears of a worker's start and of its end at once, so whoever asks about the end
  // only after the start would wait for ever.
  const ended = new Promise<Error>((resolve) => {
    let reason: Error | undefined;
    worker.once('error', (error: Error) => (reason = error));
    worker.once('exit', (code) => resolve(reason ?? new Error(`The worker ended with code ${code}.`)));
  });
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => worker.on('message', listener),
    onClose: (listener) => void ended.then(listener),
    close: () => void worker.terminate(),
  };
}
