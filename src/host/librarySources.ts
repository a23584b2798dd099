import type { Disposable, Event } from 'vscode';
import type { LibrarySource as Source } from '../core/library';

/** A file of papers, and how to read it. */
export interface LibrarySource extends Source {
  /** Whether a person named this very file, and wants to hear when it is none that can be read. */
  readonly named?: boolean;
  /** @throws with a sentence for a person where the file cannot be read */
  read(): Promise<Uint8Array>;
  /** A fingerprint of the file that can be had without reading it; nothing where it is not there. */
  stamp?(): Promise<string | undefined>;
}

/** Tells which bibliographies documents declare, as they write them. */
export type ReadDeclarations = (
  documents: readonly { readonly path: string; readonly bytes: Uint8Array }[],
) => Promise<readonly (readonly string[])[]>;

/** Where papers come from: finds the files, and tells when one of them changes. */
export interface LibrarySources extends Disposable {
  /** All sources there are now, in batches as they are found. */
  find(readDeclarations: ReadDeclarations): AsyncIterable<readonly LibrarySource[]>;
  /** One file is new or has changed. */
  readonly onDidChangeSource: Event<LibrarySource>;
  /** One file is gone. */
  readonly onDidRemoveSource: Event<string>;
  /** A setting or a folder has changed: all sources are to be found again. */
  readonly onDidChangeSources: Event<void>;
}
