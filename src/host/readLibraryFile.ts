import { FileSystemError, FileType, l10n, type Uri, workspace } from 'vscode';
import type { Platform } from './platform';

/** Larger files are not read: a library of that size would not fit into a worker's memory beside its index. */
const largestFile = 100 * 1024 * 1024;
const pauseMilliseconds = 100;
/** A file that was written so short a time ago may still be being written. */
const restMilliseconds = 200;
/** A file that never rests is read as it is in the end; its next change is told of anyway. */
const patienceMilliseconds = 3_000;

/**
 * The bytes of a library file, all from one moment: a file that changed while it was read, or was away for a moment, is
 * read again.
 * @param readFile reads it once
 * @throws with a sentence for a person
 */
export async function readLibraryFile(
  uri: Uri,
  readFile: Platform['readFile'] = (one) => workspace.fs.readFile(one),
): Promise<Uint8Array> {
  const started = Date.now();
  let wasThere = false;
  for (;;) {
    const isPatient = Date.now() - started < patienceMilliseconds;
    try {
      const before = await workspace.fs.stat(uri);
      wasThere = true;
      if (before.type & FileType.Directory) throw FileSystemError.FileIsADirectory(uri);
      if (before.size > largestFile) {
        const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
        throw new Error(
          l10n.t('it holds {0} MB, and more than {1} MB are not read', megabytes(before.size), megabytes(largestFile)),
        );
      }
      const age = Date.now() - before.mtime; // below zero where another machine's clock is ahead
      if (!isPatient || age < 0 || age >= restMilliseconds) {
        const bytes = await readFile(uri);
        const after = await workspace.fs.stat(uri);
        const still = after.mtime === before.mtime && after.size === before.size && bytes.byteLength === after.size;
        // A file system of this very host hands out its own bytes, which the worker would take away from it.
        if (still || !isPatient) return uri.scheme === 'file' ? bytes : new Uint8Array(bytes);
      }
    } catch (error) {
      const isAway = error instanceof FileSystemError && error.code === 'FileNotFound';
      if (!isAway || !wasThere || !isPatient) throw new Error(reason(error), { cause: error });
    }
    await new Promise<void>((resolve) => setTimeout(resolve, pauseMilliseconds));
  }
}

function reason(error: unknown): string {
  if (!(error instanceof FileSystemError)) return error instanceof Error ? error.message : String(error);
  switch (error.code) {
    case 'FileNotFound':
      return l10n.t('it is not there');
    case 'NoPermissions':
      return l10n.t('you may not read it');
    case 'FileIsADirectory':
      return l10n.t('it is a folder');
    default:
      return error.message;
  }
}
