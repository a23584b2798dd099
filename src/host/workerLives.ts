import type { LogOutputChannel } from 'vscode';
import type { LibraryProtocol } from '../protocol/libraryProtocol';
import { type MessagePort, type PortClosedError, type RpcConnection, rpcClient } from '../protocol/rpc';
import type { LibrarySource } from './librarySources';

/** A worker that died this often is not started again: the library then runs in the host's process. */
const deathsTolerated = 2;

/** A file that the worker was reading when it died is tried once more, and then left out until it changes. */
const deathsPerSource = 2;

export interface WorkerLivesOptions {
  /** Starts a worker; may throw. */
  readonly startWorker: () => Promise<MessagePort>;
  /** The same service in this process. */
  readonly startLocally: () => Promise<MessagePort>;
  readonly log: LogOutputChannel;
}

/** Starts the library's worker, again and again if it dies, and knows which files are deadly. */
export class WorkerLives {
  readonly #options: WorkerLivesOptions;
  /** How often the worker died of a file, by its address. */
  readonly #deadly = new Map<string, number>();
  /** What the worker is reading. */
  #reading: LibrarySource | undefined;
  /** How often it died without a file being the cause. */
  #deaths = 0;

  constructor(options: WorkerLivesOptions) {
    this.#options = options;
  }

  /**
   * Begins a life: in a worker, or in this process where none can be started or it died too often.
   * @param onDeath told once when it has ended by itself; what it was reading has been noted by then
   */
  async begin(onDeath: (error: PortClosedError) => void): Promise<RpcConnection<LibraryProtocol>> {
    return rpcClient<LibraryProtocol>(await this.#openPort(), (error) => {
      this.#countDeath();
      onDeath(error);
    });
  }

  /** Notes what the worker is reading, until the task is over or the worker is dead. */
  async whileReading<T>(source: LibrarySource, task: () => Promise<T>): Promise<T> {
    this.#reading = source;
    try {
      return await task();
    } finally {
      if (this.#reading === source) this.#reading = undefined;
    }
  }

  /** Whether the worker died of a file so often that it is not to be read. */
  isDeadly(uri: string): boolean {
    return (this.#deadly.get(uri) ?? 0) >= deathsPerSource;
  }

  /** The file is another now. */
  forgive(uri: string): void {
    this.#deadly.delete(uri);
  }

  /** A death while a person's file is read is that file's: read in the host's own process, it would end that, too. */
  #countDeath(): void {
    const reading = this.#reading;
    this.#reading = undefined;
    if (reading && reading.kind !== 'bundled') {
      this.#deadly.set(reading.uri, (this.#deadly.get(reading.uri) ?? 0) + 1);
      this.#options.log.warn(`The library worker died while it was reading ${reading.uri}.`);
    } else {
      this.#deaths++;
    }
  }

  async #openPort(): Promise<MessagePort> {
    const { log, startLocally, startWorker } = this.#options;
    if (this.#deaths > deathsTolerated) {
      log.warn('The library worker stopped too often; the library now runs in the extension host.');
      return startLocally();
    }
    try {
      return await startWorker();
    } catch (error) {
      log.warn('No worker could be started; the library runs in the extension host.', error);
      return startLocally();
    }
  }
}
