/** One end of a channel: a worker's port, or its counterpart in the same process. */
export interface MessagePort {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  /** Sets the one listener for messages. */
  onMessage(listener: (message: unknown) => void): void;
  /** Sets the one listener for the end of the channel, with the reason where one is known. */
  onClose(listener: (reason: Error | undefined) => void): void;
  close(): void;
}

/** A protocol is an interface of plain functions; both ends are typed from it. */
type Functions<T> = { readonly [K in keyof T]: (...parameters: never[]) => unknown };

/** The calling end: every function answers with a promise. */
export type RpcClient<T extends Functions<T>> = {
  readonly [K in keyof T]: (...parameters: Parameters<T[K]>) => Promise<Awaited<ReturnType<T[K]>>>;
};

/** An open channel; disposing of it rejects the calls that are still waiting. */
export interface RpcConnection<T extends Functions<T>> {
  readonly remote: RpcClient<T>;
  dispose(): void;
}

/** The answering end: functions may take their time. */
export type RpcServer<T extends Functions<T>> = {
  readonly [K in keyof T]: (...parameters: Parameters<T[K]>) => ReturnType<T[K]> | Promise<ReturnType<T[K]>>;
};

interface Request {
  readonly call: number;
  readonly name: string;
  readonly parameters: readonly unknown[];
}

type Response =
  | { readonly call: number; readonly ok: true; readonly result: unknown }
  | { readonly call: number; readonly ok: false; readonly error: string; readonly stack?: string | undefined };

/** The channel ended before the answer came; the call may be made again on a new channel. */
export class PortClosedError extends Error {
  override readonly name = 'PortClosedError';
}

/**
 * Calls functions on the other end of a port. A call always settles: with the answer, with the error thrown on the
 * other end, or with {@link PortClosedError}.
 * @param onClose told once when the channel has ended by itself
 */
export function rpcClient<T extends Functions<T>>(
  port: MessagePort,
  onClose: (error: PortClosedError) => void,
): RpcConnection<T> {
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  let closed: PortClosedError | undefined;

  const close = (reason: Error | undefined): PortClosedError => {
    closed = new PortClosedError(reason?.message ?? 'The channel was closed.', { cause: reason });
    for (const { reject } of pending.values()) reject(closed);
    pending.clear();
    return closed;
  };
  port.onMessage((message) => {
    const response = message as Response;
    const waiting = pending.get(response.call);
    pending.delete(response.call);
    if (!waiting) return;
    if (response.ok) {
      waiting.resolve(response.result);
    } else {
      const error = new Error(response.error);
      if (response.stack !== undefined) error.stack = response.stack;
      waiting.reject(error);
    }
  });
  port.onClose((reason) => {
    if (!closed) onClose(close(reason));
  });

  const call = (name: string, parameters: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(closed);
        return;
      }
      const request: Request = { call: ++calls, name, parameters };
      pending.set(request.call, { resolve, reject });
      port.postMessage(request, transferable(parameters));
    });
  const dispose = (): void => {
    if (closed) return;
    close(undefined);
    port.close();
  };
  const remote = new Proxy({} as RpcClient<T>, {
    get:
      (_, name) =>
      (...parameters: readonly unknown[]) =>
        call(String(name), parameters),
  });
  return { remote, dispose };
}

/** Answers calls from the other end of a port, one at a time and in the order in which they came. */
export function serveRpc<T extends Functions<T>>(port: MessagePort, server: RpcServer<T>): void {
  const functions = new Map<string, unknown>(Object.entries(server));
  let last: Promise<void> = Promise.resolve();
  const answer = async ({ call, name, parameters }: Request): Promise<void> => {
    let response: Response;
    try {
      const run = functions.get(name);
      if (typeof run !== 'function') throw new Error(`There is no function ${name}.`);
      response = { call, ok: true, result: await run(...parameters) };
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      response = { call, ok: false, error: message, stack };
    }
    port.postMessage(response, transferable([response]));
  };
  port.onMessage((message) => {
    last = last.then(() => answer(message as Request));
  });
}

/** Byte arrays that own their whole buffer are moved, not copied: whoever sends one has it no more. */
function transferable(parameters: readonly unknown[]): ArrayBuffer[] {
  const values = parameters.flatMap((value) =>
    typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
  );
  return values
    .filter((value) => value instanceof Uint8Array)
    .filter((bytes) => bytes.byteLength === bytes.buffer.byteLength)
    .map((bytes) => bytes.buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
}
