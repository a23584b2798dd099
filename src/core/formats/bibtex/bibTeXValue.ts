import type { BibTeXPiece } from './bibTeXSyntax';
import type { ExpansionBudget } from './expansionBudget';

// Every BibTeX style defines the months, and biber too.
const months = {
  jan: 'January', feb: 'February', mar: 'March', apr: 'April', may: 'May', jun: 'June', jul: 'July', aug: 'August',
  sep: 'September', oct: 'October', nov: 'November', dec: 'December',
}; // prettier-ignore

/** The abbreviations of one file, and values written out with them. */
export class BibTeXAbbreviations {
  readonly #text: string;
  readonly #budget: ExpansionBudget;
  readonly #values = new Map<string, string>(Object.entries(months));

  /** @param text the file's text, which all ranges refer to */
  constructor(text: string, budget: ExpansionBudget) {
    this.#text = text;
    this.#budget = budget;
  }

  /** `@string{name = value}`: from here on the name stands for the value. Case does not matter in names. */
  define(name: string, value: string): void {
    this.#values.set(name.toLowerCase(), value);
  }

  /**
   * A value as one LaTeX text, its parts joined: `"Proc. " # icml # " 2022"`. An abbreviation that the file does not
   * define stands for itself.
   * @param undefinedAt told the abbreviation that is not defined
   */
  value(pieces: readonly BibTeXPiece[], undefinedAt: (piece: BibTeXPiece, name: string) => void): string {
    let value = '';
    for (const piece of pieces) {
      const written = this.#text.slice(piece.start, piece.end);
      value += piece.kind === 'macro' ? this.#expanded(piece, written, undefinedAt) : written;
    }
    return value;
  }

  #expanded(piece: BibTeXPiece, name: string, undefinedAt: (piece: BibTeXPiece, name: string) => void): string {
    const value = this.#values.get(name.toLowerCase());
    if (value === undefined) {
      // `pages = 12-34` lacks its braces; it names nothing.
      if (!/^\d/.test(name)) undefinedAt(piece, name);
      return name;
    }
    return this.#budget.spend(value.length) ? value : name;
  }
}
