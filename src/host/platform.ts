import type { Uri } from 'vscode';
import type { MessagePort } from '../protocol/rpc';

/** What differs between the desktop's and the browser's extension host. */
export interface Platform {
  /** The user's home folder, which `~` in settings means; absent where this host knows none. */
  readonly home: Uri | undefined;
  /**
   * The bytes of a file, without holding up the thread where the host can reach the disk itself: `workspace.fs` takes
   * half a second for 27 MB there, in steps of 20 to 30 ms.
   */
  readFile(uri: Uri): PromiseLike<Uint8Array>;
  /** Whether a file that is there can be written, as far as this host can tell without doing so. */
  canWrite(uri: Uri): Promise<boolean>;
  /**
   * Starts the library's worker.
   * @throws where this host can start none
   */
  startWorker(extensionUri: Uri): Promise<MessagePort>;
  /** What a worker calls the folder in which the search index is kept. */
  keptPlace(folder: Uri): string;
  /** Runs the same service in the host's own process; its code is loaded only then. */
  startLocally(): Promise<MessagePort>;
}
