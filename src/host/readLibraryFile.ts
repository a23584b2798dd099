import { FileSystemError, FileType, l10n, type Uri, workspace } from 'vscode';

/** Larger files are not read: a library of that size would not fit into a worker's memory beside its index. */
const largestFile = 100 * 1024 * 1024;
const pauseMilliseconds = 100;
/** A file that was written so short a time ago may still be being written. */
const restMilliseconds = 200;
/** A file that never rests is read as it is in the end. */
const patienceMilliseconds = 10_000;

/**
 * The bytes of a library file, all from one moment: a file that changed while it was read is read again.
 * @throws with a sentence for a person
 */
export async function readLibraryFile(uri: Uri): Promise<Uint8Array> {
  const started = Date.now();
  for (;;) {
    const isPatient = Date.now() - started < patienceMilliseconds;
    const before = await stat(uri);
    if (before.type & FileType.Directory) throw new Error(l10n.t('it is a folder'));
    if (before.size > largestFile) {
      const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
      throw new Error(
        l10n.t('it holds {0} MB, and more than {1} MB are not read', megabytes(before.size), megabytes(largestFile)),
      );
    }
    // Clocks of other machines may go wrong by more than this.
    const age = Date.now() - before.mtime;
    if (isPatient && age >= 0 && age < restMilliseconds) {
      await pause();
      continue;
    }
    const bytes = await workspace.fs.readFile(uri).then(undefined, (error: unknown) => {
      throw new Error(reason(error));
    });
    const after = await stat(uri);
    const still = after.mtime === before.mtime && after.size === before.size && bytes.byteLength === after.size;
    if (still || !isPatient) return bytes;
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
}

async function stat(uri: Uri): Promise<{ readonly type: number; readonly size: number; readonly mtime: number }> {
  try {
    return await workspace.fs.stat(uri);
  } catch (error) {
    throw new Error(reason(error));
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
