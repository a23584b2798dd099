import type { Paper, PaperId } from '../paper';
import type { DeclaringDocumentKind } from './declarations/declaringDocumentKind';

/** The document a citation goes into, as plain data. */
export interface CitedDocument {
  readonly text: string;
  /** VS Code's language id. */
  readonly languageId: string;
  /** Its path with `/`, for its name and extension. Empty where it has none. */
  readonly path: string;
  /** The document's line break. */
  readonly eol: '\n' | '\r\n';
  /** The id of the format that the user set for it, which wins over all that is detected. */
  readonly format?: string;
  /** What else tells how it cites: the root file's text and what that inputs, a notebook's other cells. */
  readonly relatedTexts?: readonly string[];
  /** Names of the project files that apply to it: `myst.yml`, `_toc.yml`. */
  readonly projectFiles?: readonly string[];
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

/** Why nothing can be cited. */
export type RefusedCitation =
  /** The paper's key holds what this format's syntax cannot. */
  | {
      readonly kind: 'refused';
      readonly reason: 'key';
      readonly paper: PaperId;
      /** The key, made fit for a message. */
      readonly key: string;
      /** A key that the format can hold, to rename the paper to. */
      readonly suggestion: string;
    }
  /** What stands where the cursor is would not be read as a citation, or be broken by it. */
  | { readonly kind: 'refused'; readonly reason: 'place'; readonly place: LiteralPlace };

/**
 * Text that is not read as markup: a comment, verbatim text or code, a web or e-mail address, mathematics, the name of a
 * label or file, or a value that is none for people.
 */
export type LiteralPlace = 'comment' | 'verbatim' | 'address' | 'mathematics' | 'name' | 'metadata' | 'outside';

/** A selection, in UTF-16 offsets; empty for a cursor. */
export interface SelectedRange {
  readonly start: number;
  readonly end: number;
}

/** A citation as it stands in a document, in UTF-16 offsets. */
export interface CitationSpan extends SelectedRange {
  /** What it cites, in its order. */
  readonly keys: readonly string[];
}

/** The construct that cites, alone: `\cite{a,b}`. */
export type Citation = { readonly kind: 'citation'; readonly text: string } | RefusedCitation;

/** At most one edit for each of the selections asked for, in their order. */
export type CitationEdits = { readonly kind: 'edits'; readonly edits: readonly CitationEdit[] } | RefusedCitation;

/** How one kind of document cites. Each is a file of its own and a line in `citationFormats`. */
export interface CitationFormat {
  /** Stable name, as users set it: `latex`. */
  readonly id: string;
  readonly languageIds: readonly string[];
  /** Endings of file names, in lower case with the dot: `.tex`. */
  readonly extensions: readonly string[];
  /** Whether a document in another format's language is of this one: MyST in a file whose language is Markdown. */
  readonly claims?: ((document: DetectedDocument) => boolean) | undefined;
  /** The kinds of files in which it declares bibliographies, what inherits first: `_quarto.yml` before the document. */
  readonly declaredIn: readonly DeclaringDocumentKind[];
  /** What cites these papers, as the clipboard gets it. A paper's `key` is the one it is cited by. */
  cite(papers: readonly Paper[], document?: CitedDocument): Citation;
  /** What cites these papers at each of the selections: a new citation, or more of the one that is there. */
  insert(document: CitedDocument, selections: readonly SelectedRange[], papers: readonly Paper[]): CitationEdits;
  /** The citation that a selection lies in or touches, `undefined` without any. */
  citationAt(document: CitedDocument, selection: SelectedRange): CitationSpan | undefined;
}

/** What a format is detected by. */
export type DetectedDocument = Pick<CitedDocument, 'languageId' | 'path'> & Partial<CitedDocument>;
