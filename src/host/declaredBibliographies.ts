import { type TextDocument, type Uri, workspace } from 'vscode';
import type { BibliographyFinder, DocumentBibliographies } from './documentBibliographies';
import type { LibraryClient } from './libraryClient';
import { resolveBibliography } from './resolveBibliography';

export interface DeclaredBibliographiesOptions {
  readonly library: Pick<LibraryClient, 'declaredLibraries'>;
  /** The user's home folder, where the host has one. */
  readonly home: Uri | undefined;
}

/** Finds what documents declare themselves, as they stand in their editors. */
export class DeclaredBibliographies implements BibliographyFinder {
  readonly #options: DeclaredBibliographiesOptions;

  constructor(options: DeclaredBibliographiesOptions) {
    this.#options = options;
  }

  async find(document: TextDocument): Promise<DocumentBibliographies> {
    const { home, library } = this.#options;
    const declared = await library.declaredLibraries(document.uri.path, document.getText());
    const folder = workspace.getWorkspaceFolder(document.uri);
    const files = new Map<string, Uri>();
    for (const path of declared) {
      const uri = resolveBibliography(document.uri, path, folder, home);
      if (uri) files.set(uri.toString(), uri);
    }
    return { files: [...files.values()], relatedTexts: [], projectFiles: [] };
  }
}
