import type { Disposable } from 'vscode';

/** A file is read again when nobody has typed in it for so long. */
const pauseMilliseconds = 200;

interface TypedFile {
  readonly timer: ReturnType<typeof setTimeout>;
  /** Whether the worker has kept up with what was typed. */
  readonly inStep: Promise<boolean>;
}

/** The files that are being typed in, each until somebody has read what was typed. */
export class TypingPauses implements Disposable {
  readonly #files = new Map<string, TypedFile>();
  readonly #onPause: (uri: string) => void;

  constructor(onPause: (uri: string) => void) {
    this.#onPause = onPause;
  }

  dispose(): void {
    for (const { timer } of this.#files.values()) clearTimeout(timer);
  }

  /** Notes that somebody typed, which puts the pause off. */
  note(uri: string, inStep: Promise<boolean>): void {
    clearTimeout(this.#files.get(uri)?.timer);
    this.#files.set(uri, { timer: setTimeout(() => this.#onPause(uri), pauseMilliseconds), inStep });
  }

  /** Takes a file that is about to be read; nothing where that was done at an earlier pause. */
  take(uri: string): Pick<TypedFile, 'inStep'> | undefined {
    const file = this.#files.get(uri);
    clearTimeout(file?.timer);
    this.#files.delete(uri);
    return file;
  }
}
