import type { Disposable, LogOutputChannel } from 'vscode';
import type { PaperId, PaperRow } from '../core/paper';
import type { LibraryProtocol, SearchAnswer } from '../protocol/libraryProtocol';
import type { MessagePort, RpcClient } from '../protocol/rpc';
import { KeptSearch } from './keptSearch';
import type { LibrarySource } from './librarySources';
import { sourcesStamp } from './sourcesStamp';
import type { StateStore } from './stateStore';

/** Whether there is anything to be opened: small libraries need no second worker. */
const keptKey = 'searchIndexKept';

/** The index is kept when nothing has changed for so long. */
const restMilliseconds = 5_000;

export interface SearchKeeperOptions {
  /** As the worker's platform reads it. */
  readonly place: string;
  /** Of Paperside. */
  readonly version: string;
  readonly state: StateStore;
  readonly startWorker: () => Promise<MessagePort>;
  readonly log: LogOutputChannel;
}

/** Lets a large library be searched while its files are still being read, with the index of the last time. */
export class SearchKeeper implements Disposable {
  readonly #options: SearchKeeperOptions;
  readonly #onRest: () => void;
  #search: KeptSearch | undefined;
  #timer: unknown;

  /** @param onRest told when it is time to keep the index */
  constructor(options: SearchKeeperOptions, onRest: () => void) {
    this.#options = options;
    this.#onRest = onRest;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.end();
  }

  /** The library is about to be read from the beginning. */
  begin(): void {
    this.end();
    if (this.#options.state.get(keptKey) === true) this.#search = new KeptSearch(this.#options);
  }

  /** Whether there may be an index to open. */
  get isAtWork(): boolean {
    return this.#search !== undefined;
  }

  /** Opens the index that was kept, here and in the library's worker, if it was made of these sources as they are. */
  async open(library: RpcClient<LibraryProtocol>, sources: Iterable<LibrarySource>): Promise<void> {
    const { place, version } = this.#options;
    const stamp = await sourcesStamp(version, sources);
    if (stamp === undefined) {
      this.end();
      return;
    }
    await Promise.all([this.#search?.open({ place, stamp }), library.restoreSearch({ place, stamp })]);
  }

  /** The library is read, or cannot be: its own answers count from now on. */
  end(): void {
    this.#search?.end();
    this.#search = undefined;
  }

  /** @returns nothing where only the library can answer */
  async search(query: string, limit: number): Promise<SearchAnswer | undefined> {
    return this.#search?.search(query, limit);
  }

  /** A paper that {@link search} found, in its light form. */
  row(id: PaperId): PaperRow | undefined {
    return this.#search?.row(id);
  }

  /** The library has changed. */
  note(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onRest, restMilliseconds);
  }

  /** Keeps the index, where it is worth that. */
  async keep(library: RpcClient<LibraryProtocol>, sources: Iterable<LibrarySource>): Promise<void> {
    const { place, state, version } = this.#options;
    const stamp = await sourcesStamp(version, sources);
    const isKept = stamp !== undefined && (await library.keepSearch({ place, stamp }));
    if (isKept !== (state.get(keptKey) === true)) await state.update(keptKey, isKept);
  }
}
