import type { TextDocument, Uri } from 'vscode';
import type { BibTeXDialect } from '../core/formats/bibTeXFields';

/** The bibliographies that a document cites from, and what else of its project tells how it cites. */
export interface DocumentBibliographies {
  /** In the order in which they are declared, each once. */
  readonly files: readonly Uri[];
  /** What the document's package reads. */
  readonly dialect?: BibTeXDialect;
  readonly relatedTexts: readonly string[];
  readonly projectFiles: readonly string[];
}

export const noBibliographies: DocumentBibliographies = { files: [], relatedTexts: [], projectFiles: [] };

/** Finds the bibliographies that a document declares, or that its project does. */
export interface BibliographyFinder {
  find(document: TextDocument): Promise<DocumentBibliographies>;
}
