/** A path as a document declares it, and where. */
export interface DeclaredPath {
  readonly path: string;
  /** In UTF-16 code units, of the declaration or of the path in it. */
  readonly offset: number;
  /** It is no path but code that another program computes one from. */
  readonly isCode?: boolean;
}

/**
 * One kind of document or configuration file that says which bibliographies are cited from. Each is a file of its own
 * and a line in `declaringDocumentKind.ts` and `declaredLibraries.ts`.
 */
export interface DeclaringDocument {
  /**
   * The paths declared, as written, escapes decoded; what is no path too. Never throws, and takes time in proportion to
   * the text.
   * @param text without byte order mark, its line breaks `\n`
   */
  declared(text: string): readonly DeclaredPath[];
}
