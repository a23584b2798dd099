import type { BibTeXDialect, WrittenEntry } from '../../formats/bibTeXFields';
import type { Paper } from '../../paper';

/** What goes into a bibliography: a paper under the key it is cited by. */
export interface NewEntry {
  readonly key: string;
  readonly paper: Paper;
  /** What an entry of BibTeX said of it: written as it is where the bibliography is BibTeX too. */
  readonly written?: WrittenEntry;
}

/** Text that goes into a file, in UTF-16 code units of the text before. */
export interface EntryInsertion {
  readonly offset: number;
  readonly text: string;
}

/** A bibliography's text as far as it has to be known to put entries into it. */
export interface BibliographyOutline {
  /** The keys that are taken, in the order of the file. */
  readonly keys: readonly string[];
  /** A key as a new entry can have it. */
  validKey(key: string): string;
  /**
   * The insertions that put entries in as the file is used to them, in the order of their offsets; no other character
   * changes.
   * @param entries with valid keys
   * @param dialect that of the citing document, for a file that does not tell its own
   */
  insert(entries: readonly NewEntry[], dialect: BibTeXDialect | undefined): readonly EntryInsertion[];
}

/** Why nothing can be put into a bibliography. */
export interface UnusableBibliography {
  readonly problem: 'unknownFormat' | 'malformed';
}

/** One kind of bibliography that entries are put into. Each is a file of its own and a line in `bibliographyFormats`. */
export interface BibliographyFormat {
  /** The id of the library format that reads such files. */
  readonly id: string;
  /** Reads a whole text. Never throws. */
  outline(text: string): BibliographyOutline | UnusableBibliography;
}
