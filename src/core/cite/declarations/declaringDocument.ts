/**
 * One kind of document or configuration file that says which bibliographies are cited from. Each is a file of its own
 * and a line in `declaringDocumentKind.ts` and `declaredLibraries.ts`.
 */
export interface DeclaringDocument {
  /**
   * The paths declared, as written, escapes decoded; `declaredLibraries` leaves out what is no path. Never throws, and
   * takes time in proportion to the text.
   * @param text without byte order mark, its line breaks `\n`
   */
  declared(text: string): readonly string[];
}
