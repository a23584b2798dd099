import type { LogOutputChannel } from 'vscode';
import type { PaperId, PaperRow } from '../core/paper';
import type { HelperProtocol, KeptPlace } from '../protocol/keptSearchProtocol';
import type { SearchAnswer } from '../protocol/libraryProtocol';
import { type MessagePort, type RpcConnection, rpcClient } from '../protocol/rpc';

export interface KeptSearchOptions {
  readonly startWorker: () => Promise<MessagePort>;
  readonly log: LogOutputChannel;
}

/**
 * Searches with the index that was kept, in a worker of its own that lives while the library's reads the files. Where
 * anything has changed since, it answers nothing.
 */
export class KeptSearch {
  readonly #options: KeptSearchOptions;
  readonly #connection: Promise<RpcConnection<HelperProtocol> | undefined>;
  readonly #rows = new Map<PaperId, PaperRow>();
  #open: (isOpen: boolean) => void = () => undefined;
  readonly #isOpen = new Promise<boolean>((resolve) => (this.#open = resolve));
  #ended = false;

  constructor(options: KeptSearchOptions) {
    this.#options = options;
    this.#connection = this.#start();
  }

  /** The library is there, or has failed: its own answers count from now on. */
  end(): void {
    this.#ended = true;
    this.#open(false);
    void this.#connection.then((connection) => connection?.dispose());
  }

  /** Opens what was kept, if it was made of what is there now. */
  async open(place: KeptPlace): Promise<void> {
    try {
      const connection = await this.#connection;
      this.#open((await connection?.remote.openKept(place)) ?? false);
    } catch (error) {
      if (!this.#ended) this.#options.log.warn('The search index that was kept could not be opened.', error);
      this.#open(false);
    }
  }

  /** A paper that was found, in its light form. */
  row(id: PaperId): PaperRow | undefined {
    return this.#rows.get(id);
  }

  /** @returns nothing where only the library can answer */
  async search(query: string, limit: number): Promise<SearchAnswer | undefined> {
    try {
      if (!(await this.#isOpen)) return undefined;
      const connection = await this.#connection;
      const answer = this.#ended ? undefined : await connection?.remote.searchKept(query, limit);
      for (const row of answer?.rows ?? []) this.#rows.set(row.id, row);
      return answer;
    } catch {
      return undefined; // it has ended meanwhile
    }
  }

  async #start(): Promise<RpcConnection<HelperProtocol> | undefined> {
    try {
      return rpcClient<HelperProtocol>(await this.#options.startWorker(), () => this.#open(false));
    } catch (error) {
      this.#options.log.warn('No second worker could be started.', error);
      return undefined;
    }
  }
}
