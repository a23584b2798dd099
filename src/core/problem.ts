/** Something wrong in a library file that a person can mend. Parsers return these; they never throw on input. */
export interface Problem {
  /** Stable and short, for tests and for diagnostics: `truncated-entry`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** A sentence for a person. */
  readonly message: string;
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 code units. */
  readonly column: number;
}
