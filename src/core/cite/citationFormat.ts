import type { Paper } from '../paper';

/** The document a citation goes into, as plain data. */
export interface CitedDocument {
  readonly text: string;
  /** VS Code's language id. */
  readonly languageId: string;
  /** Its path with `/`, for its name and extension. Empty where it has none. */
  readonly path: string;
  /** The document's line break. */
  readonly eol: '\n' | '\r\n';
}

/** A change of a document, in UTF-16 offsets of the text before any change. */
export interface CitationEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /**
   * Where the cursor stands afterwards, counted from the start of `text`; absent when the cursor stays with the text
   * it stood in.
   */
  readonly caret?: number;
}

/** Why a format cannot cite a paper: its key holds what this format's syntax cannot. */
export interface RefusedCitation {
  readonly kind: 'refused';
  readonly reason: 'key';
  /** The key, made fit for a message. */
  readonly key: string;
}

/** The construct that cites, alone: `\cite{a,b}`. */
export type Citation = { readonly kind: 'citation'; readonly text: string } | RefusedCitation;

/** One edit for each of the offsets asked for, in their order. */
export type CitationEdits = { readonly kind: 'edits'; readonly edits: readonly CitationEdit[] } | RefusedCitation;

/** How one kind of document cites. Each is a file of its own and a line in `citationFormats`. */
export interface CitationFormat {
  /** Stable name: `latex`. */
  readonly id: string;
  readonly languageIds: readonly string[];
  /** Endings of file names, in lower case with the dot: `.tex`. */
  readonly extensions: readonly string[];
  /** What cites these papers, as the clipboard gets it. */
  cite(papers: readonly Paper[]): Citation;
  /** What cites these papers at each of the offsets. */
  insert(document: CitedDocument, offsets: readonly number[], papers: readonly Paper[]): CitationEdits;
}
