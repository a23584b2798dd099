/** A stretch of a text in UTF-16 code units: `text.slice(start, end)`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One part of a value, without its braces or quotes; several are joined by `#`. */
export interface BibTeXPiece extends TextRange {
  readonly kind: 'braced' | 'quoted' | 'number' | 'macro';
}

/** `name = value`, from the name's first character to the value's last, delimiters included. */
export interface BibTeXField extends TextRange {
  /** In lower case, as BibTeX compares names. */
  readonly name: string;
  /** The name stands from the field's beginning to here. */
  readonly nameEnd: number;
  readonly pieces: readonly BibTeXPiece[];
}

/** `@article{key, …}`, from the `@` to the closing brace. */
export interface BibTeXEntry extends TextRange {
  readonly kind: 'entry';
  /** In lower case. */
  readonly type: string;
  readonly typeRange: TextRange;
  /** Empty where the entry has none. */
  readonly key: string;
  readonly keyRange: TextRange;
  readonly fields: readonly BibTeXField[];
}

/** `@string{name = value}`. */
export interface BibTeXStrings extends TextRange {
  readonly kind: 'strings';
  readonly fields: readonly BibTeXField[];
}

/** `@comment{…}`: its content is data of the program that wrote the file. */
export interface BibTeXComment extends TextRange {
  readonly kind: 'comment';
  readonly content: TextRange;
}

/** `@preamble{…}`: TeX for the typesetter, of no use here. */
export interface BibTeXPreamble extends TextRange {
  readonly kind: 'preamble';
}

export type BibTeXItem = BibTeXEntry | BibTeXStrings | BibTeXComment | BibTeXPreamble;

/** What is wrong at an offset of the text. */
export interface BibTeXFault {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly offset: number;
}
