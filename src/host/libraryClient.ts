import { type Disposable, EventEmitter, type LogOutputChannel } from 'vscode';
import type { GroupBy, PaperGroup, SortBy } from '../core/grouping';
import type { Paper, PaperId, PaperRow, ScoredId } from '../core/paper';
import type { SearchHit } from '../core/search/searchHit';
import type { AbstractContent } from '../protocol/abstractProtocol';
import type { LibraryProtocol, SourceSummary } from '../protocol/libraryProtocol';
import { type MessagePort, PortClosedError, type RpcClient, type RpcConnection, rpcClient } from '../protocol/rpc';

/** Receiving more rows at once would hold up the host's thread for longer than a frame. */
const rowsPerSlice = 500;

/** A worker that died this often is not started again: the library then runs in the host's process. */
const workerDeathsTolerated = 2;

/** A file of papers, and how to read it. */
export interface LibrarySource {
  readonly uri: string;
  /** @throws with a sentence for a person where the file cannot be read */
  read(): Promise<Uint8Array>;
}

/** Something went wrong that a person should hear of, once. */
export type LibraryTrouble =
  | { readonly kind: 'source-unreadable'; readonly uri: string; readonly reason: string }
  | { readonly kind: 'source-problems'; readonly uri: string; readonly papers: number }
  | { readonly kind: 'worker-restarted' };

export interface LibraryClientOptions {
  readonly sources: readonly LibrarySource[];
  /** Starts a worker; may throw. */
  readonly startWorker: () => Promise<MessagePort>;
  /** The same service in this process. */
  readonly startLocally: () => Promise<MessagePort>;
  readonly log: LogOutputChannel;
}

/** One life of the worker: the channel, and the loading of all sources into it. */
interface Session {
  readonly connection: RpcConnection<LibraryProtocol>;
  /** Settles when every source has been read or reported. */
  readonly loaded: Promise<void>;
}

/**
 * The host's view of the library that lives in the worker: light rows, and questions asked by id. The worker is started
 * by the first question; when it dies, a new one is started and the question asked again.
 */
export class LibraryClient implements Disposable {
  readonly #options: LibraryClientOptions;
  readonly #onDidChange = new EventEmitter<void>();
  readonly #onDidMeetTrouble = new EventEmitter<LibraryTrouble>();
  #session: Promise<Session> | undefined;
  #rows: ReadonlyMap<PaperId, PaperRow> = new Map();
  #workerDeaths = 0;
  #disposed = false;

  /** The rows have changed. */
  readonly onDidChange = this.#onDidChange.event;
  readonly onDidMeetTrouble = this.#onDidMeetTrouble.event;

  constructor(options: LibraryClientOptions) {
    this.#options = options;
  }

  dispose(): void {
    this.#disposed = true;
    void this.#session?.then(({ connection }) => connection.dispose());
    this.#onDidChange.dispose();
    this.#onDidMeetTrouble.dispose();
  }

  /** Settles when all sources known now are read and searchable. */
  async ready(): Promise<void> {
    await this.#ask(() => Promise.resolve());
  }

  /** A paper's light form; `undefined` before the library is {@link ready} and for unknown ids. */
  row(id: PaperId): PaperRow | undefined {
    return this.#rows.get(id);
  }

  /** How many papers the rows hold. */
  get size(): number {
    return this.#rows.size;
  }

  groups(groupBy: GroupBy, sortBy: SortBy): Promise<readonly PaperGroup[]> {
    return this.#ask((library) => library.groups(groupBy, sortBy));
  }

  search(query: string, limit: number): Promise<readonly SearchHit[]> {
    return this.#ask((library) => library.search(query, limit));
  }

  related(id: PaperId, limit: number): Promise<readonly ScoredId[]> {
    return this.#ask((library) => library.related(id, limit));
  }

  papers(ids: readonly PaperId[]): Promise<readonly (Paper | undefined)[]> {
    return this.#ask((library) => library.papers(ids));
  }

  abstractContent(id: PaperId): Promise<AbstractContent | undefined> {
    return this.#ask((library) => library.abstractContent(id));
  }

  bibTeX(ids: readonly PaperId[]): Promise<string> {
    return this.#ask((library) => library.bibTeX(ids));
  }

  async #ask<T>(question: (library: RpcClient<LibraryProtocol>) => Promise<T>): Promise<T> {
    for (;;) {
      if (this.#disposed) throw new Error('Paperside has been switched off.');
      const session = await (this.#session ??= this.#start());
      try {
        await session.loaded;
        return await question(session.connection.remote);
      } catch (error) {
        // A dead worker has already been replaced or will be by the next turn; in-process channels never close.
        if (!(error instanceof PortClosedError)) throw error;
      }
    }
  }

  async #start(): Promise<Session> {
    const port = await this.#openPort();
    const session: Session = {
      connection: rpcClient<LibraryProtocol>(port, (error) => {
        this.#session = undefined;
        if (this.#disposed) return;
        this.#workerDeaths++;
        this.#options.log.error('The library worker stopped and will be started again.', error.cause ?? error);
        if (this.#workerDeaths === 1) this.#onDidMeetTrouble.fire({ kind: 'worker-restarted' });
      }),
      loaded: Promise.resolve(),
    };
    const loaded = this.#load(session.connection.remote);
    loaded.catch(() => undefined); // whoever asks hears of it
    return { ...session, loaded };
  }

  async #openPort(): Promise<MessagePort> {
    const { log, startLocally, startWorker } = this.#options;
    if (this.#workerDeaths > workerDeathsTolerated) {
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

  async #load(library: RpcClient<LibraryProtocol>): Promise<void> {
    const started = performance.now();
    for (const source of this.#options.sources) await this.#loadSource(library, source);
    this.#rows = await receiveRows(library);
    this.#options.log.info(`${this.#rows.size} papers ready after ${Math.round(performance.now() - started)} ms.`);
    this.#onDidChange.fire();
  }

  async #loadSource(library: RpcClient<LibraryProtocol>, { uri, read }: LibrarySource): Promise<void> {
    const { log } = this.#options;
    let summary: SourceSummary;
    try {
      summary = await library.replaceSource({ uri, kind: 'bundled', bytes: await read() });
    } catch (error) {
      if (error instanceof PortClosedError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      log.error(`${uri} could not be read: ${reason}`);
      this.#onDidMeetTrouble.fire({ kind: 'source-unreadable', uri, reason });
      return;
    }
    const { papers, problems } = summary;
    for (const { message, line, column } of problems) log.warn(`${uri}:${line + 1}:${column + 1}: ${message}`);
    if (problems.some(({ severity }) => severity === 'error')) {
      this.#onDidMeetTrouble.fire({ kind: 'source-problems', uri, papers });
    }
  }
}

/** Fetches all rows, slice by slice, from the start again when the library changed in between. */
async function receiveRows(library: RpcClient<LibraryProtocol>): Promise<ReadonlyMap<PaperId, PaperRow>> {
  const rows = new Map<PaperId, PaperRow>();
  let version: number | undefined;
  for (let offset = 0; ;) {
    const slice = await library.rows(offset, rowsPerSlice);
    if (version !== undefined && slice.version !== version) {
      rows.clear();
      offset = 0;
      version = undefined;
      continue;
    }
    version = slice.version;
    for (const row of slice.rows) rows.set(row.id, row);
    offset += slice.rows.length;
    if (offset >= slice.total || slice.rows.length === 0) return rows;
  }
}
