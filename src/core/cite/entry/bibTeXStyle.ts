/** How letters of entry types and names of fields are written: `archiveprefix`, `archivePrefix`, … */
export type LetterCase = 'lower' | 'camel' | 'upper' | 'capital';

/** What stands below each other in an entry: its equals signs, or the values behind them. */
export interface BibTeXAlignment {
  readonly of: 'sign' | 'value';
  /** Counted from the name's first character; `longest` as near as the entry's longest name lets it be. */
  readonly column: number | 'longest';
}

/** How the entries of a file are laid out. */
export interface BibTeXStyle {
  /** What stands before a field's name: a comma, and a line break with its indentation behind it or before it. */
  readonly beforeField: string;
  /** What stands before the brace that closes the entry. */
  readonly beforeClose: string;
  /** What stands around the equals sign, at the least. */
  readonly beforeEquals: string;
  readonly afterEquals: string;
  readonly alignment?: BibTeXAlignment | undefined;
  readonly quote: '{' | '"';
  /** Years and other numbers stand without braces or quotes. */
  readonly bareNumbers: boolean;
  readonly trailingComma: boolean;
  readonly typeCase: LetterCase;
  readonly nameCase: LetterCase;
}

export const defaultBibTeXStyle: BibTeXStyle = {
  beforeField: ',\n  ',
  beforeClose: '\n',
  beforeEquals: ' ',
  afterEquals: ' ',
  quote: '{',
  bareNumbers: false,
  trailingComma: false,
  typeCase: 'lower',
  nameCase: 'camel',
};
