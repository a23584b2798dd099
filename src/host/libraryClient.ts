import { type Disposable, EventEmitter, FileSystemError, l10n, type LogOutputChannel } from 'vscode';
import { isDataFile } from '../core/formats/projectLibraryFiles';
import type { GroupBy, PaperGroup, SortBy } from '../core/grouping';
import type { LibrarySection } from '../core/librarySections';
import type { Paper, PaperId, PaperRow, ScoredId } from '../core/paper';
import type { Problem } from '../core/problem';
import type { RenamedPaper } from '../core/renamedPaper';
import type { AbstractContent } from '../protocol/abstractProtocol';
import type { LibraryProtocol, PaperOverview, SearchAnswer, SourceSummary } from '../protocol/libraryProtocol';
import { type MessagePort, PortClosedError, type RpcClient, type RpcConnection, rpcClient } from '../protocol/rpc';
import type { LibrarySource, LibrarySources } from './librarySources';
import type { DocumentEdit, OpenDocuments } from './openDocuments';
import type { ReadingStateStore } from './readingStateStore';
import type { TopicCorrections } from './topicCorrections';

/** Receiving more rows at once would hold up the host's thread for longer than a frame. */
const rowsPerSlice = 500;

/** A worker that died this often is not started again: the library then runs in the host's process. */
const workerDeathsTolerated = 2;

/** A file that the worker was reading when it died is tried once more, and then left out until it changes. */
const deathsPerSource = 2;

/** A file is read again when nobody has typed in it for so long. */
const typingPauseMilliseconds = 200;

/** Something went wrong that a person should hear of, once. */
export type LibraryTrouble =
  | { readonly kind: 'source-unreadable'; readonly source: LibrarySource; readonly reason: string }
  | { readonly kind: 'bundled-broken'; readonly source: LibrarySource; readonly papers: number }
  | { readonly kind: 'worker-restarted' };

/** How far a load has come: how many files have been read. */
export interface LoadingProgress {
  readonly done: number;
}

export interface LibraryClientOptions {
  readonly sources: LibrarySources;
  readonly documents: Pick<OpenDocuments, 'isUnsaved' | 'onDidDiscard' | 'onDidEdit' | 'unsavedText'>;
  readonly topicCorrections: Pick<TopicCorrections, 'all' | 'onDidChange'>;
  readonly readingStates: Pick<ReadingStateStore, 'all' | 'onDidChange'>;
  /** Starts a worker; may throw. */
  readonly startWorker: () => Promise<MessagePort>;
  /** The same service in this process. */
  readonly startLocally: () => Promise<MessagePort>;
  readonly log: LogOutputChannel;
}

type Library = RpcClient<LibraryProtocol>;

/** One life of the worker: the channel, and what has been loaded into it. */
interface Session {
  readonly connection: RpcConnection<LibraryProtocol>;
  /** By address. */
  readonly loaded: Map<string, LibrarySource>;
  /** The addresses of those whose editor's text the worker has, and follows. */
  readonly edited: Set<string>;
  /** Ends when everything asked for by now has been read or reported. */
  work: Promise<void>;
}

/**
 * The host's view of the library that lives in the worker: light rows, and questions asked by id. The worker is started
 * by the first question; when it dies, a new one is started and the question asked again.
 */
export class LibraryClient implements Disposable {
  readonly #options: LibraryClientOptions;
  readonly #onDidChange = new EventEmitter<void>();
  readonly #onDidChangeLoading = new EventEmitter<LoadingProgress | undefined>();
  readonly #onDidChangeProblems = new EventEmitter<string>();
  readonly #onDidRename = new EventEmitter<readonly RenamedPaper[]>();
  readonly #onDidMeetTrouble = new EventEmitter<LibraryTrouble>();
  readonly #subscriptions: Disposable[];
  readonly #problems = new Map<string, readonly Problem[]>();
  /** By the address of a file that is typed in: the pause that is waited for, and whether the worker has kept up. */
  readonly #typing = new Map<string, { readonly timer: unknown; readonly inStep: Promise<boolean> }>();
  /** The files of which it was told that they cannot be read. */
  readonly #told = new Set<string>();
  /** How often the worker died of a file, by its address. */
  readonly #deadly = new Map<string, number>();
  /** What the worker is reading. */
  #reading: LibrarySource | undefined;
  #session: Promise<Session> | undefined;
  /** The same, once it is there: what is typed must be handed on in the same turn. */
  #current: Session | undefined;
  #rows = new Map<PaperId, PaperRow>();
  /** Those of which no file was the cause. */
  #workerDeaths = 0;
  #hasRestarted = false;
  #cancelled = false;
  #disposed = false;

  /** The rows have changed. */
  readonly onDidChange = this.#onDidChange.event;
  /** A load goes on, or is over. */
  readonly onDidChangeLoading = this.#onDidChangeLoading.event;
  /** What is wrong in the file of this address has changed. */
  readonly onDidChangeProblems = this.#onDidChangeProblems.event;
  /** Papers are known under a new id from now on. */
  readonly onDidRename = this.#onDidRename.event;
  readonly onDidMeetTrouble = this.#onDidMeetTrouble.event;

  constructor(options: LibraryClientOptions) {
    this.#options = options;
    const { documents, readingStates, sources, topicCorrections } = options;
    this.#subscriptions = [
      this.#onDidChange,
      this.#onDidChangeLoading,
      this.#onDidChangeProblems,
      this.#onDidRename,
      this.#onDidMeetTrouble,
      sources.onDidChangeSource((source) => {
        this.#deadly.delete(source.uri);
        void this.#queue((session) => this.#saved(session, source));
      }),
      sources.onDidRemoveSource((uri) => this.#queue((session) => this.#remove(session, uri))),
      sources.onDidChangeSources(() => this.#queue((session) => this.#load(session))),
      documents.onDidEdit((edit) => this.#edit(edit)),
      topicCorrections.onDidChange(() => this.#queue((session) => this.#correctTopics(session))),
      readingStates.onDidChange(() => this.#queue((session) => this.#markPapers(session))),
      documents.onDidDiscard((uri) => this.#queue((session) => this.#reload(session, uri))),
    ];
  }

  dispose(): void {
    this.#disposed = true;
    for (const { timer } of this.#typing.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    void this.#session?.then(({ connection }) => connection.dispose());
  }

  /** Settles when all sources known now are read and searchable. */
  async ready(): Promise<void> {
    await this.#ask((library) => library.searchable());
  }

  /** A paper's light form; `undefined` before the library is {@link ready} and for unknown ids. */
  row(id: PaperId): PaperRow | undefined {
    return this.#rows.get(id);
  }

  /** How many papers the rows hold. */
  get size(): number {
    return this.#rows.size;
  }

  /** What is wrong in a file. */
  problems(uri: string): readonly Problem[] {
    return this.#problems.get(uri) ?? [];
  }

  /** How many problems there are in the files below a folder; in all files, without one. */
  problemsIn(folder?: string): number {
    const below = [...this.#problems].filter(([uri]) => folder === undefined || uri.startsWith(`${folder}/`));
    return below.reduce((sum, [, problems]) => sum + problems.length, 0);
  }

  /** Stops a load after the file it is at; what has been read stays. */
  cancelLoading(): void {
    this.#cancelled = true;
  }

  groups(groupBy: GroupBy, sortBy: SortBy): Promise<readonly PaperGroup[]> {
    return this.#ask((library) => library.groups(groupBy, sortBy));
  }

  /** The parts of the tree: the papers of each of these folders, then all others. */
  sections(folders: readonly string[], groupBy: GroupBy, sortBy: SortBy): Promise<readonly LibrarySection[]> {
    return this.#ask((library) => library.sections(folders, groupBy, sortBy));
  }

  search(query: string, limit: number): Promise<SearchAnswer> {
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

  overview(): Promise<readonly PaperOverview[]> {
    return this.#ask((library) => library.overview());
  }

  /** Reads one more file, or the same again, at once. */
  async add(source: LibrarySource): Promise<SourceSummary | undefined> {
    let summary: SourceSummary | undefined;
    this.#deadly.delete(source.uri);
    await this.#ask(() => Promise.resolve());
    await this.#queue(async (session) => {
      summary = await this.#update(session, source);
    });
    return summary;
  }

  /** Takes a file's papers out, until the file is found again. */
  async remove(uri: string): Promise<void> {
    await this.#queue((session) => this.#remove(session, uri));
  }

  async #ask<T>(question: (library: Library) => Promise<T>): Promise<T> {
    for (;;) {
      if (this.#disposed) throw new Error('Paperside has been switched off.');
      const session = await (this.#session ??= this.#start());
      try {
        await session.work;
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
        this.#current = undefined;
        if (this.#disposed) return;
        this.#options.log.error('The library worker stopped and will be started again.', error.cause ?? error);
        this.#countDeath();
      }),
      loaded: new Map(),
      edited: new Set(),
      work: Promise.resolve(),
    };
    this.#current = session;
    this.#follow(session, () => this.#load(session));
    return session;
  }

  /** A death while a person's file is read is that file's: read in the host's own process, it would end that, too. */
  #countDeath(): void {
    const reading = this.#reading;
    this.#reading = undefined;
    if (reading && reading.kind !== 'bundled') {
      this.#deadly.set(reading.uri, (this.#deadly.get(reading.uri) ?? 0) + 1);
      this.#options.log.warn(`It was reading ${reading.uri}.`);
    } else {
      this.#workerDeaths++;
    }
    if (!this.#hasRestarted) this.#onDidMeetTrouble.fire({ kind: 'worker-restarted' });
    this.#hasRestarted = true;
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

  /** Does something with the library after all that is going on; nothing before anybody has asked for the library. */
  async #queue(task: (session: Session) => Promise<unknown>): Promise<void> {
    for (;;) {
      const session = await this.#session;
      if (!session || this.#disposed) return;
      this.#follow(session, () => task(session));
      try {
        await session.work;
        return;
      } catch {
        if (this.#disposed) return;
        await this.ready(); // the worker died: again with the next one
      }
    }
  }

  #follow(session: Session, task: () => Promise<unknown>): void {
    session.work = session.work.then(async () => {
      try {
        await task();
      } catch (error) {
        // Whoever waits asks again when the worker died, and a new one reads everything again anyway.
        if (error instanceof PortClosedError) throw error;
        this.#options.log.error('The library could not be updated.', error);
      }
    });
    session.work.catch(() => undefined); // whoever asks hears of it
  }

  /** Reads all sources that are new, and takes out those that are gone. */
  async #load(session: Session): Promise<void> {
    const { log, sources, topicCorrections } = this.#options;
    const { remote } = session.connection;
    const started = performance.now();
    this.#cancelled = false;
    try {
      // Not waited for, so that files are looked for while the worker starts; calls are carried out in their order.
      const corrected = remote.correctTopics(topicCorrections.all);
      corrected.catch(() => undefined); // told of below
      const seen = new Map<string, LibrarySource>();
      let done = 0;
      for await (const found of sources.find((documents) => remote.declaredLibraries(documents))) {
        for (const source of found) {
          seen.set(source.uri, source);
          if (this.#cancelled || session.loaded.has(source.uri)) continue;
          this.#onDidChangeLoading.fire({ done: done++ });
          await this.#put(session, source);
        }
      }
      if (this.#cancelled) log.warn('Loading was cancelled; not all files were read.');
      for (const [uri, source] of seen) {
        const loaded = session.loaded.get(uri);
        if (!loaded) continue;
        session.loaded.set(uri, source);
        if (!isReadAlike(loaded, source)) await this.#put(session, source);
      }
      for (const uri of new Set([...session.loaded.keys(), ...this.#problems.keys()])) {
        if (!seen.has(uri)) await this.#take(session, uri);
      }
      await corrected;
      await this.#markPapers(session);
      this.#rows = await receiveRows(remote);
    } finally {
      this.#onDidChangeLoading.fire(undefined);
    }
    log.info(`${this.#rows.size} papers ready after ${Math.round(performance.now() - started)} ms.`);
    this.#onDidChange.fire();
  }

  #markPapers({ connection: { remote } }: Session): Promise<void> {
    return remote.markPapers(this.#options.readingStates.all);
  }

  async #correctTopics({ connection: { remote } }: Session): Promise<void> {
    await remote.correctTopics(this.#options.topicCorrections.all);
    this.#rows = await receiveRows(remote);
    this.#onDidChange.fire();
  }

  /** A file has changed on disk; what stands in its editor counts all the same, and is known already. */
  async #saved(session: Session, source: LibrarySource): Promise<void> {
    const isKnown = session.edited.has(source.uri) && this.#options.documents.isUnsaved(source.uri);
    if (!isKnown) await this.#update(session, source);
  }

  async #update(session: Session, source: LibrarySource): Promise<SourceSummary | undefined> {
    const summary = await this.#put(session, source);
    if (summary) await this.#applyRows(session, summary);
    return summary;
  }

  async #reload(session: Session, uri: string): Promise<void> {
    const source = session.loaded.get(uri);
    if (source) await this.#update(session, source);
  }

  async #remove(session: Session, uri: string): Promise<void> {
    const summary = await this.#take(session, uri);
    if (summary) await this.#applyRows(session, summary);
  }

  async #take(session: Session, uri: string): Promise<SourceSummary | undefined> {
    this.#setProblems(uri, []);
    if (!session.loaded.delete(uri)) return undefined;
    const summary = await session.connection.remote.removeSource(uri);
    if (summary.renamed.length > 0) this.#onDidRename.fire(summary.renamed);
    return summary;
  }

  /** Reads a file into the library: what stands in its editor, if that has not been saved, else what is on disk. */
  async #put(session: Session, source: LibrarySource): Promise<SourceSummary | undefined> {
    const { documents, log } = this.#options;
    const { kind, uri } = source;
    let summary: SourceSummary;
    try {
      if ((this.#deadly.get(uri) ?? 0) >= deathsPerSource) {
        throw new Error(l10n.t('reading it stopped the background worker of Paperside twice'));
      }
      const read = documents.isUnsaved(uri) ? undefined : await source.read();
      // Nothing may come between taking the editor's text and sending it: what is typed next builds upon it.
      const unsaved = documents.unsavedText(uri);
      const bytes = unsaved === undefined ? (read ?? (await source.read())) : new TextEncoder().encode(unsaved);
      session.loaded.set(uri, source);
      if (unsaved === undefined) session.edited.delete(uri);
      else session.edited.add(uri);
      this.#reading = source;
      summary = await session.connection.remote.replaceSource({
        uri,
        kind,
        bytes,
        isFound: kind === 'project' && source.named !== true,
        isUnsaved: unsaved !== undefined,
      });
      this.#reading = undefined;
    } catch (error) {
      if (error instanceof PortClosedError) throw error; // the death has been counted
      this.#reading = undefined;
      if (isMissing(error) && !source.named) {
        log.info(`${uri} is gone.`); // its watcher tells when it stays away
        return undefined;
      }
      const reason = error instanceof Error ? error.message : String(error);
      log.error(`${uri} could not be read: ${reason}`);
      const message = `This file could not be read: ${reason}.`;
      this.#setProblems(uri, [{ code: 'unreadable', severity: 'error', message, line: 0, column: 0 }]);
      this.#tellUnreadable(source, reason);
      return undefined;
    }
    this.#report(source, summary);
    return summary;
  }

  #report(source: LibrarySource, { papers, problems, renamed }: SourceSummary): void {
    const { log } = this.#options;
    if (renamed.length > 0) this.#onDidRename.fire(renamed);
    // A JSON or YAML file may look like a library by its name alone.
    const foreign = problems.some(({ code }) => code === 'unknown-format');
    if (foreign && !source.named) {
      log.debug(`${source.uri} is no library file.`);
      this.#setProblems(source.uri, []);
      return;
    }
    this.#setProblems(source.uri, problems);
    if (problems.length > 0) log.warn(`${source.uri}: ${problems.length} problems, ${papers} papers.`);
    for (const { message, line, column } of problems.slice(0, 20)) {
      log.debug(`${source.uri}:${line + 1}:${column + 1}: ${message}`);
    }
    if (source.kind === 'bundled' && problems.some(({ severity }) => severity === 'error')) {
      this.#onDidMeetTrouble.fire({ kind: 'bundled-broken', source, papers });
    } else if (foreign) {
      this.#tellUnreadable(source, problems[0]?.message ?? '');
    }
  }

  /** Tells once of each file, however often it is tried. */
  #tellUnreadable(source: LibrarySource, reason: string): void {
    if (this.#told.has(source.uri)) return;
    this.#told.add(source.uri);
    this.#onDidMeetTrouble.fire({ kind: 'source-unreadable', source, reason });
  }

  #setProblems(uri: string, problems: readonly Problem[]): void {
    if (problems.length === 0 && !this.#problems.has(uri)) return;
    if (problems.length === 0) this.#problems.delete(uri);
    else this.#problems.set(uri, problems);
    this.#onDidChangeProblems.fire(uri);
  }

  async #applyRows(session: Session, { rows }: SourceSummary): Promise<void> {
    if (rows) {
      for (const id of rows.removed) this.#rows.delete(id);
      for (const row of rows.changed) this.#rows.set(row.id, row);
      if (rows.removed.length + rows.changed.length === 0) return;
    } else {
      this.#rows = await receiveRows(session.connection.remote);
    }
    this.#onDidChange.fire();
  }

  /** Hands on what is typed; the file is read again at the next pause. */
  #edit({ uri, ...edit }: DocumentEdit): void {
    const session = this.#current;
    if (!session?.loaded.has(uri) || this.#disposed) return;
    // Where the channel ends meanwhile, the next worker is given the whole text.
    const inStep = session.connection.remote.editSource(uri, edit).catch(() => false);
    clearTimeout(this.#typing.get(uri)?.timer);
    const timer = setTimeout(() => void this.#queue((current) => this.#settle(current, uri)), typingPauseMilliseconds);
    this.#typing.set(uri, { timer, inStep });
  }

  /** Reads what has been typed by now. */
  async #settle(session: Session, uri: string): Promise<void> {
    const typing = this.#typing.get(uri);
    if (!typing) return; // read with an earlier pause
    this.#typing.delete(uri);
    clearTimeout(typing.timer);
    const inStep = await typing.inStep;
    const source = session.loaded.get(uri);
    if (!source) return; // deleted meanwhile
    const summary = inStep ? await session.connection.remote.settleSource(uri) : undefined;
    if (!summary) {
      session.edited.delete(uri);
      await this.#update(session, source);
      return;
    }
    this.#report(source, summary);
    await this.#applyRows(session, summary);
  }
}

/**
 * Whether a file becomes the same papers as one source and as the other. That it was named meanwhile, or is named no
 * more, matters where its name does not tell that it is a library.
 */
function isReadAlike(one: LibrarySource, other: LibrarySource): boolean {
  return one.kind === other.kind && ((one.named ?? false) === (other.named ?? false) || !isDataFile(one.uri));
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof FileSystemError && error.cause.code === 'FileNotFound';
}

/** Fetches all rows, slice by slice, from the start again when the library changed in between. */
async function receiveRows(library: Library): Promise<Map<PaperId, PaperRow>> {
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
