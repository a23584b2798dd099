import type { MessagePort } from './protocol/rpc';

/**
 * Starts a worker and gives its port.
 * @param url of its script
 */
export function browserWorkerPort(url: string): MessagePort {
  const worker = new Worker(url, { name: 'Paperside' });
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer ? [...transfer] : []),
    onMessage: (listener) => worker.addEventListener('message', (event) => listener(event.data)),
    onClose: (listener) =>
      worker.addEventListener('error', (event) => {
        worker.terminate();
        listener(new Error(event.message));
      }),
    close: () => worker.terminate(),
  };
}
