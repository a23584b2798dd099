import type { PaperRecord } from '../paper';
import type { Problem } from '../problem';

/** What a library file holds: every paper that could be read, and what is wrong with the rest. */
export interface ParsedLibrary {
  readonly papers: readonly PaperRecord[];
  /** Where each paper's entry begins, zero-based, in the order of the papers; absent where the format does not tell. */
  readonly lines?: readonly number[];
  readonly problems: readonly Problem[];
  /** Records by the text that they were made from and that alone, for the next reading of the file. */
  readonly made?: MadeRecords;
}

export type MadeRecords = ReadonlyMap<string, PaperRecord>;

/** One kind of file that papers are read from. Each is a file of its own and a line in `libraryFormats`. */
export interface LibraryFormat {
  /** Stable name: `hugging-face-papers`. */
  readonly id: string;
  /**
   * Whether a file is of this format.
   * @param path the file's path with `/`, for its name and extension
   * @param head the beginning of its text, at least the first 4,096 characters where it has them
   */
  detect(path: string, head: string): boolean;
  /**
   * Reads the whole text. Never throws on input: what cannot be read becomes a problem.
   * @param made what an earlier reading of the file left, so that entries that have not changed need not be made again
   */
  parse(text: string, made?: MadeRecords): ParsedLibrary;
}
