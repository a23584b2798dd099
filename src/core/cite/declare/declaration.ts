/** Text that goes into a document, in UTF-16 code units of the text before. */
export interface Declaration {
  readonly offset: number;
  readonly text: string;
}

/** What makes a document cite from a bibliography: before its text, behind it, or both. */
export interface Declarations {
  readonly head?: Declaration;
  readonly tail?: Declaration;
}
