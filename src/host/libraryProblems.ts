import { type Disposable, EventEmitter, type LogOutputChannel } from 'vscode';
import type { Problem } from '../core/problem';
import type { SourceSummary } from '../protocol/libraryProtocol';
import type { LibrarySource } from './librarySources';
import type { LibraryTrouble } from './libraryTrouble';

/** As many problems of a file are written to the log. */
const problemsLogged = 20;

/** What is wrong in the library's files, and what a person should hear of it. */
export class LibraryProblems implements Disposable {
  readonly #log: LogOutputChannel;
  readonly #onDidChange = new EventEmitter<string>();
  readonly #onDidMeetTrouble = new EventEmitter<LibraryTrouble>();
  readonly #problems = new Map<string, readonly Problem[]>();
  /** The files of which it was told that they cannot be read. */
  readonly #told = new Set<string>();

  /** What is wrong in the file of this address has changed. */
  readonly onDidChange = this.#onDidChange.event;
  readonly onDidMeetTrouble = this.#onDidMeetTrouble.event;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  dispose(): void {
    this.#onDidChange.dispose();
    this.#onDidMeetTrouble.dispose();
  }

  /** The addresses of the files in which something is wrong. */
  get uris(): Iterable<string> {
    return this.#problems.keys();
  }

  of(uri: string): readonly Problem[] {
    return this.#problems.get(uri) ?? [];
  }

  /** How many there are in the files below a folder; in all files, without one. */
  countIn(folder?: string): number {
    const below = [...this.#problems].filter(([uri]) => folder === undefined || uri.startsWith(`${folder}/`));
    return below.reduce((sum, [, problems]) => sum + problems.length, 0);
  }

  /** Notes what reading a file has shown. */
  report(source: LibrarySource, { papers, problems }: SourceSummary): void {
    const log = this.#log;
    // A JSON or YAML file may look like a library by its name alone.
    const foreign = problems.some(({ code }) => code === 'unknown-format');
    if (foreign && !source.named) {
      log.debug(`${source.uri} is no library file.`);
      this.clear(source.uri);
      return;
    }
    this.#set(source.uri, problems);
    if (problems.length > 0) log.warn(`${source.uri}: ${problems.length} problems, ${papers} papers.`);
    for (const { message, line, column } of problems.slice(0, problemsLogged)) {
      log.debug(`${source.uri}:${line + 1}:${column + 1}: ${message}`);
    }
    if (source.kind === 'bundled' && problems.some(({ severity }) => severity === 'error')) {
      this.tell({ kind: 'bundled-broken', source, papers });
    } else if (foreign) {
      this.#tellUnreadable(source, problems[0]?.message ?? '');
    }
  }

  /** Notes that a file could not be read at all. */
  reportUnreadable(source: LibrarySource, reason: string): void {
    this.#log.error(`${source.uri} could not be read: ${reason}`);
    const message = `This file could not be read: ${reason}.`;
    this.#set(source.uri, [{ code: 'unreadable', severity: 'error', message, line: 0, column: 0 }]);
    this.#tellUnreadable(source, reason);
  }

  clear(uri: string): void {
    this.#set(uri, []);
  }

  tell(trouble: LibraryTrouble): void {
    this.#onDidMeetTrouble.fire(trouble);
  }

  /** Tells once of each file, however often it is tried. */
  #tellUnreadable(source: LibrarySource, reason: string): void {
    if (this.#told.has(source.uri)) return;
    this.#told.add(source.uri);
    this.tell({ kind: 'source-unreadable', source, reason });
  }

  #set(uri: string, problems: readonly Problem[]): void {
    if (problems.length === 0 && !this.#problems.has(uri)) return;
    if (problems.length === 0) this.#problems.delete(uri);
    else this.#problems.set(uri, problems);
    this.#onDidChange.fire(uri);
  }
}
