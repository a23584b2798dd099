import type { MessagePort } from './rpc';

/** Two ends of a channel within one process, for hosts in which no worker can be started. */
export function localPorts(): readonly [MessagePort, MessagePort] {
  const listeners: (((message: unknown) => void) | undefined)[] = [undefined, undefined];
  let open = true;
  const end = (own: 0 | 1): MessagePort => ({
    postMessage: (message) => {
      // Never in the same turn: callers rely on an answer coming later.
      setTimeout(() => {
        if (open) listeners[1 - own]?.(message);
      });
    },
    onMessage: (listener) => {
      listeners[own] = listener;
    },
    onClose: () => undefined, // it never ends by itself
    close: () => {
      open = false;
    },
  });
  return [end(0), end(1)];
}
