import { type Disposable, type Event, EventEmitter, FileSystemError, l10n, Uri } from 'vscode';
import type { FoundProject } from '../core/cite/project/findProject';
import { isDataFile } from '../core/formats/projectLibraryFiles';
import type { GroupBy, PaperGroup, SortBy } from '../core/grouping';
import type { LibrarySection } from '../core/librarySections';
import type { Paper, PaperId, PaperRow, ScoredId } from '../core/paper';
import type { Problem } from '../core/problem';
import type { RenamedPaper } from '../core/renamedPaper';
import type { AbstractContent } from '../protocol/abstractProtocol';
import type { CitationPlan, CitationRequest, TargetContents } from '../protocol/citationProtocol';
import type {
  LibraryProtocol,
  MatchCount,
  PaperOverview,
  SearchAnswer,
  SourceSummary,
} from '../protocol/libraryProtocol';
import { PortClosedError, type RpcClient, type RpcConnection } from '../protocol/rpc';
import { LibraryProblems } from './libraryProblems';
import type { FamiliarPapers } from './familiarPapers';
import type { LibrarySource, LibrarySources } from './librarySources';
import type { LibraryTrouble } from './libraryTrouble';
import type { DocumentEdit, OpenDocuments } from './openDocuments';
import type { ReadingStateStore } from './readingStateStore';
import { receiveRows } from './receiveRows';
import { SearchKeeper, type SearchKeeperOptions } from './searchKeeper';
import type { TopicCorrections } from './topicCorrections';
import { TypingPauses } from './typingPauses';
import { WorkerLives, type WorkerLivesOptions } from './workerLives';

/** How far a load has come: how many files have been read. */
export interface LoadingProgress {
  readonly done: number;
}

export interface LibraryClientOptions extends WorkerLivesOptions {
  readonly sources: LibrarySources;
  readonly documents: Pick<OpenDocuments, 'isUnsaved' | 'onDidDiscard' | 'onDidEdit' | 'unsavedText'>;
  readonly topicCorrections: Pick<TopicCorrections, 'all' | 'onDidChange'>;
  readonly readingStates: Pick<ReadingStateStore, 'all' | 'onDidChange'>;
  readonly familiarPapers: Pick<FamiliarPapers, 'all' | 'onDidChange'>;
  /** Where the search index of a large library is kept between windows. */
  readonly kept: Pick<SearchKeeperOptions, 'place' | 'state' | 'version'>;
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
  readonly #onDidRename = new EventEmitter<readonly RenamedPaper[]>();
  readonly #subscriptions: Disposable[];
  readonly #lives: WorkerLives;
  readonly #problems: LibraryProblems;
  readonly #typing: TypingPauses;
  readonly #keeper: SearchKeeper;
  #session: Promise<Session> | undefined;
  /** The same, once it is there: what is typed must be handed on in the same turn. */
  #current: Session | undefined;
  #rows = new Map<PaperId, PaperRow>();
  /** The addresses of sources that were added before any load has found them: their files may only be on their way. */
  readonly #added = new Set<string>();
  /** The files that are to be read again, by address. */
  readonly #stale = new Map<string, LibrarySource>();
  #hasRestarted = false;
  #cancelled = false;
  #disposed = false;

  /** The rows have changed. */
  readonly onDidChange = this.#onDidChange.event;
  /** A load goes on, or is over. */
  readonly onDidChangeLoading = this.#onDidChangeLoading.event;
  /** Papers are known under a new id from now on. */
  readonly onDidRename = this.#onDidRename.event;
  /** What is wrong in the file of this address has changed. */
  readonly onDidChangeProblems: Event<string>;
  readonly onDidMeetTrouble: Event<LibraryTrouble>;

  constructor(options: LibraryClientOptions) {
    this.#options = options;
    const { documents, familiarPapers, log, readingStates, sources, topicCorrections } = options;
    this.#lives = new WorkerLives(options);
    this.#problems = new LibraryProblems(log);
    this.onDidChangeProblems = this.#problems.onDidChange;
    this.onDidMeetTrouble = this.#problems.onDidMeetTrouble;
    this.#typing = new TypingPauses((uri) => void this.#queue((session) => this.#settle(session, uri)));
    this.#keeper = new SearchKeeper(
      { ...options.kept, startWorker: options.startWorker, log },
      () => void this.#queue(({ connection, loaded }) => this.#keeper.keep(connection.remote, loaded.values())),
    );
    this.#subscriptions = [
      this.#onDidChange,
      this.#onDidChangeLoading,
      this.#onDidRename,
      this.#problems,
      this.#typing,
      this.#keeper,
      this.onDidChange(() => this.#keeper.note()),
      sources.onDidChangeSource((source) => {
        this.#lives.forgive(source.uri);
        void this.#readAgain(source);
      }),
      sources.onDidRemoveSource((uri) => this.#queue((session) => this.#remove(session, uri))),
      sources.onDidChangeSources(() => this.#queue((session) => this.#load(session))),
      documents.onDidEdit((edit) => this.#edit(edit)),
      topicCorrections.onDidChange(() => this.#queue((session) => this.#correctTopics(session))),
      readingStates.onDidChange(() => this.#queue((session) => this.#markPapers(session))),
      familiarPapers.onDidChange(() => this.#queue((session) => this.#noteFamiliar(session))),
      documents.onDidDiscard((uri) => this.#queue((session) => this.#reload(session, uri))),
    ];
  }

  dispose(): void {
    this.#disposed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
    void this.#session?.then(({ connection }) => connection.dispose());
  }

  /** Settles when all sources known now are read and searchable. */
  async ready(): Promise<void> {
    await this.#ask((library) => library.searchable());
  }

  /** A paper's light form; `undefined` before the library is {@link ready} and for unknown ids. */
  row(id: PaperId): PaperRow | undefined {
    return this.#rows.get(id) ?? this.#keeper.row(id);
  }

  /** How many papers the rows hold. */
  get size(): number {
    return this.#rows.size;
  }

  /** What is wrong in a file. */
  problems(uri: string): readonly Problem[] {
    return this.#problems.of(uri);
  }

  /** How many problems there are in the files below a folder; in all files, without one. */
  problemsIn(folder?: string): number {
    return this.#problems.countIn(folder);
  }

  /** Stops a load after the file it is at; what has been read stays. */
  cancelLoading(): void {
    this.#cancelled = true;
  }

  groups(groupBy: GroupBy, sortBy: SortBy): Promise<readonly PaperGroup[]> {
    return this.#ask((library) => library.groups(groupBy, sortBy));
  }

  /** The parts of the tree: the papers of each of these folders, then all others. */
  sections(
    folders: readonly string[],
    groupBy: GroupBy,
    sortBy: SortBy,
    filter: string,
  ): Promise<readonly LibrarySection[]> {
    return this.#ask((library) => library.sections(folders, groupBy, sortBy, filter));
  }

  /** How many papers have all words of each query and meet its conditions, and what is wrong with it. */
  countMatching(queries: readonly string[]): Promise<readonly MatchCount[]> {
    return this.#ask((library) => library.countMatching(queries));
  }

  matching(query: string, sortBy: SortBy): Promise<readonly PaperId[]> {
    return this.#ask((library) => library.matching(query, sortBy));
  }

  /** The papers that a query finds, best first; while a large library is still being read, those of the last time. */
  async search(query: string, limit: number): Promise<SearchAnswer> {
    this.#session ??= this.#start();
    return (await this.#keeper.search(query, limit)) ?? this.#ask((library) => library.search(query, limit));
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

  /** What a document's project tells of how it cites, or what has to be read first. */
  findProject(...parameters: Parameters<LibraryProtocol['findProject']>): Promise<FoundProject> {
    return this.#ask((library) => library.findProject(...parameters));
  }

  /** The files of the workspace that papers were read from. */
  async projectFiles(): Promise<readonly Uri[]> {
    const session = await (this.#session ??= this.#start());
    await session.work.catch(() => undefined);
    return [...session.loaded.values()].filter(({ kind }) => kind === 'project').map(({ uri }) => Uri.parse(uri));
  }

  /** What a document cites papers by, and what goes into its bibliography for that. */
  planCitation(request: CitationRequest, contents?: TargetContents): Promise<CitationPlan> {
    return this.#ask((library) => library.planCitation(request, contents));
  }

  overview(): Promise<readonly PaperOverview[]> {
    return this.#ask((library) => library.overview());
  }

  /** Reads one more file, or the same again, at once. */
  async add(source: LibrarySource): Promise<SourceSummary | undefined> {
    let summary: SourceSummary | undefined;
    this.#added.add(source.uri);
    this.#lives.forgive(source.uri);
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
    this.#keeper.begin(); // before the first search asks for it
    const connection = await this.#lives.begin((error) => {
      this.#session = undefined;
      this.#current = undefined;
      if (this.#disposed) return;
      this.#options.log.error('The library worker stopped and will be started again.', error.cause ?? error);
      if (!this.#hasRestarted) this.#problems.tell({ kind: 'worker-restarted' });
      this.#hasRestarted = true;
    });
    const session: Session = { connection, loaded: new Map(), edited: new Set(), work: Promise.resolve() };
    this.#current = session;
    this.#follow(session, () => this.#load(session));
    return session;
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
      const read = async (source: LibrarySource): Promise<void> => {
        if (this.#cancelled || session.loaded.has(source.uri)) return;
        this.#onDidChangeLoading.fire({ done: done++ });
        await this.#put(session, source);
      };
      const mayOpenKept = this.#keeper.isAtWork && session.loaded.size === 0;
      for await (const found of sources.find((documents) => remote.declaredLibraries(documents))) {
        for (const source of found) {
          seen.set(source.uri, source);
          if (!mayOpenKept) await read(source);
        }
      }
      if (mayOpenKept) {
        await this.#keeper.open(remote, seen.values()); // all sources tell whether it is still good
        for (const source of seen.values()) await read(source);
      }
      if (this.#cancelled) log.warn('Loading was cancelled; not all files were read.');
      for (const [uri, source] of seen) {
        const loaded = session.loaded.get(uri);
        if (!loaded) continue;
        session.loaded.set(uri, source);
        if (!isReadAlike(loaded, source)) await this.#put(session, source);
      }
      for (const uri of new Set([...session.loaded.keys(), ...this.#problems.uris])) {
        if (seen.has(uri)) this.#added.delete(uri);
        else if (!this.#added.has(uri)) await this.#take(session, uri);
      }
      await corrected;
      await this.#markPapers(session);
      await this.#noteFamiliar(session);
      this.#rows = await receiveRows(remote);
    } finally {
      await remote.settleSearch().catch(() => undefined); // a dead worker is followed by another
      this.#keeper.end();
      this.#onDidChangeLoading.fire(undefined);
    }
    log.info(`${this.#rows.size} papers ready after ${Math.round(performance.now() - started)} ms.`);
    this.#onDidChange.fire();
  }

  #markPapers({ connection: { remote } }: Session): Promise<void> {
    return remote.markPapers(this.#options.readingStates.all);
  }

  #noteFamiliar({ connection: { remote } }: Session): Promise<void> {
    return remote.noteFamiliar(this.#options.familiarPapers.all);
  }

  async #correctTopics({ connection: { remote } }: Session): Promise<void> {
    await remote.correctTopics(this.#options.topicCorrections.all);
    this.#rows = await receiveRows(remote);
    this.#onDidChange.fire();
  }

  /** Reads a file that has changed on disk, once for all changes until then: a large one changes faster than it is read. */
  async #readAgain(source: LibrarySource): Promise<void> {
    if (!this.#session) return; // whoever asks for the library first has everything read
    const isQueued = this.#stale.has(source.uri);
    this.#stale.set(source.uri, source);
    if (isQueued) return;
    await this.#queue(async (session) => {
      const latest = this.#stale.get(source.uri) ?? source;
      this.#stale.delete(source.uri);
      await this.#saved(session, latest);
    });
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
    this.#problems.clear(uri);
    this.#added.delete(uri);
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
      if (this.#lives.isDeadly(uri)) {
        throw new Error(l10n.t('reading it stopped the background worker of Paperside twice'));
      }
      const read = documents.isUnsaved(uri) ? undefined : await source.read();
      // Nothing may come between taking the editor's text and sending it: what is typed next builds upon it.
      const unsaved = documents.unsavedText(uri);
      const bytes = unsaved === undefined ? (read ?? (await source.read())) : new TextEncoder().encode(unsaved);
      session.loaded.set(uri, source);
      if (unsaved === undefined) session.edited.delete(uri);
      else session.edited.add(uri);
      const isFound = kind === 'project' && source.named !== true;
      summary = await this.#lives.whileReading(source, () =>
        session.connection.remote.replaceSource({ uri, kind, bytes, isFound, isUnsaved: unsaved !== undefined }),
      );
    } catch (error) {
      if (error instanceof PortClosedError) throw error; // the death has been counted
      if (isMissing(error) && !source.named) {
        log.info(`${uri} is gone.`); // its watcher tells when it stays away
        return undefined;
      }
      this.#problems.reportUnreadable(source, error instanceof Error ? error.message : String(error));
      return undefined;
    }
    this.#report(source, summary);
    return summary;
  }

  #report(source: LibrarySource, summary: SourceSummary): void {
    if (summary.renamed.length > 0) this.#onDidRename.fire(summary.renamed);
    this.#problems.report(source, summary);
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
    this.#typing.note(uri, inStep);
  }

  /** Reads what has been typed by now. */
  async #settle(session: Session, uri: string): Promise<void> {
    const typed = this.#typing.take(uri);
    if (!typed) return; // read at an earlier pause
    const inStep = await typed.inStep;
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
