/**
 * One kind of document or configuration file that says which bibliographies are cited from. Each is a file of its own
 * and a line in `declaredLibraries.ts`.
 */
export interface DeclaringDocument {
  /** Stable name: `typst`. */
  readonly id: string;
  /** What such files are called, in any letter case, with `*` for any characters: `*.typ`, `_quarto-*.yml`. */
  readonly fileNames: readonly string[];
  /**
   * The paths declared, as written, escapes decoded; `declaredLibraries` leaves out what is no path. Never throws, and
   * takes time in proportion to the text.
   * @param text without byte order mark, its line breaks `\n`
   */
  declared(text: string): readonly string[];
}
