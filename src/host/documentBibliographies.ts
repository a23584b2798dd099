import type { TextDocument, Uri } from 'vscode';
import type { LatexPackage } from '../core/cite/latexPackage';
import type { BibTeXDialect } from '../core/formats/bibTeXFields';

/** A file and a line of it, zero-based. */
export interface Place {
  readonly uri: Uri;
  readonly line: number;
}

/** Why a declared bibliography is not used. */
export type SkippedReason =
  /** An address of the web, code that another program runs, a folder. */
  | 'address'
  | 'code'
  | 'folder'
  /** It leads to another drive or machine, or above the root. */
  | 'nowhere'
  /** It lies outside a workspace that is not trusted. */
  | 'untrusted';

/** The bibliographies that a document cites from, and what else of its project tells how it cites. */
export interface DocumentBibliographies {
  /** The id of the document's citation format. */
  readonly format: string;
  /** In the order in which they are declared, each once. */
  readonly files: readonly Uri[];
  /** Who declares each of them; nothing where the format takes what it finds. */
  readonly declaredIn: readonly (Place | undefined)[];
  readonly skipped: readonly { readonly written: string; readonly reason: SkippedReason; readonly declaredIn: Place }[];
  /** The document that is compiled, where that is another. */
  readonly root?: Uri;
  /** What LaTeX cites with, where it loads a package for that. */
  readonly package?: LatexPackage;
  /** What the document's package reads. */
  readonly dialect?: BibTeXDialect;
  readonly relatedTexts: readonly string[];
  readonly projectFiles: readonly string[];
}

/** Whether a format cites by keys of a bibliography; the others write all there is to say. */
export function citesByKey(format: string): boolean {
  return format !== 'comment' && format !== 'link';
}

/** Finds the bibliographies that a document declares, or that its project does. */
export interface BibliographyFinder {
  find(document: TextDocument): Promise<DocumentBibliographies>;
}
