import { Disposable, EventEmitter, type FileStat, RelativePattern, type Uri, workspace } from 'vscode';

/** Tools that rewrite a file send several events for it, and may take it away for a moment. */
const settleMilliseconds = 150;
const vanishedMilliseconds = 500;
/** A large file that was written so short a time ago may still be being written: in the browser, for seconds. */
const restMilliseconds = 200;
const largeBytes = 1024 * 1024;
/** One that never rests is told of at last; the browser writes the largest that are read in less. */
const patienceMilliseconds = 60_000;

/** What a glob names below a folder. */
export interface WatchedFiles {
  readonly base: Uri;
  readonly glob: string;
}

/** Watches files, also outside the workspace, and tells once of each change when the file is whole. */
export class FileWatcher implements Disposable {
  readonly #onDidChange = new EventEmitter<Uri>();
  readonly #onDidDelete = new EventEmitter<Uri>();
  readonly #timers = new Map<string, { readonly timer: unknown; readonly milliseconds: number }>();
  /** When a change was seen of which nothing was told yet. */
  readonly #seen = new Map<string, number>();
  readonly #holdsFiles: (folder: Uri) => boolean;
  #watchers = new Map<string, Disposable>();

  /** A file is new or has changed. */
  readonly onDidChange = this.#onDidChange.event;
  /** A file is gone, or a folder that held some, and stayed away for half a second. */
  readonly onDidDelete = this.#onDidDelete.event;

  /** @param holdsFiles whether a folder holds files of interest, so that its end is theirs */
  constructor(holdsFiles: (folder: Uri) => boolean) {
    this.#holdsFiles = holdsFiles;
  }

  dispose(): void {
    this.watch([]);
    for (const { timer } of this.#timers.values()) clearTimeout(timer);
    this.#onDidChange.dispose();
    this.#onDidDelete.dispose();
  }

  /** Watches these and nothing else; what was watched before goes on without a gap. */
  watch(watched: readonly WatchedFiles[]): void {
    const before = this.#watchers;
    this.#watchers = new Map();
    for (const files of watched) {
      const key = `${files.base.toString()} ${files.glob}`;
      if (!this.#watchers.has(key)) this.#watchers.set(key, before.get(key) ?? this.#watcher(files));
      before.delete(key);
    }
    for (const watcher of before.values()) watcher.dispose();
  }

  #watcher({ base, glob }: WatchedFiles): Disposable {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(base, glob));
    const settle = (uri: Uri): void => this.#settle(uri, settleMilliseconds);
    watcher.onDidCreate(settle);
    watcher.onDidChange(settle);
    watcher.onDidDelete((uri) => this.#settle(uri, vanishedMilliseconds));
    if (!glob.includes('/')) return watcher;
    // VS Code tells of a folder that is deleted, and not of the files in it; its name fits no glob of files.
    const folders = workspace.createFileSystemWatcher(new RelativePattern(base, '**'), true, true, false);
    folders.onDidDelete((uri) => {
      if (this.#holdsFiles(uri)) this.#settle(uri, vanishedMilliseconds);
    });
    return Disposable.from(watcher, folders);
  }

  #settle(uri: Uri, milliseconds: number): void {
    const key = uri.toString();
    if (!this.#seen.has(key)) this.#seen.set(key, Date.now());
    const waiting = this.#timers.get(key);
    // A file that is written without a pause is looked at all the same.
    if (waiting?.milliseconds === settleMilliseconds && milliseconds === settleMilliseconds) return;
    clearTimeout(waiting?.timer);
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      void this.#report(uri, milliseconds);
    }, milliseconds);
    this.#timers.set(key, { timer, milliseconds });
  }

  async #report(uri: Uri, waited: number): Promise<void> {
    const key = uri.toString();
    const stat = await workspace.fs.stat(uri).then(
      (found) => found,
      () => undefined,
    );
    if (this.#timers.has(key)) return; // it has changed again meanwhile
    const isPatient = Date.now() - this.#seen.get(key)! < patienceMilliseconds;
    if (!stat && waited !== vanishedMilliseconds) {
      this.#settle(uri, vanishedMilliseconds);
    } else if (stat && isPatient && mayBeUnfinished(stat)) {
      this.#settle(uri, settleMilliseconds);
    } else {
      this.#seen.delete(key);
      (stat ? this.#onDidChange : this.#onDidDelete).fire(uri);
    }
  }
}

function mayBeUnfinished({ mtime, size }: FileStat): boolean {
  const age = Date.now() - mtime; // below zero where another machine's clock is ahead
  return size >= largeBytes && age >= 0 && age < restMilliseconds;
}
