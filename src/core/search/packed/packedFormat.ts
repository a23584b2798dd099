/** The parts of a packed index, in their order. */
export const sectionNames = [
  'stamp',
  /** All words in the order of their letters, and the number of each. */
  'words',
  'wordNumbers',
  /** The commonest hits, the most common first: their places here stand for them. */
  'hits',
  /**
   * For each word, by number: how many papers have it, then for each twice the step from the one before, and one more
   * where hits follow as they are not the commonest. Of a word that many papers have (`isDense`): a bit for each paper
   * whether it has the word, a bit for each that has it whether hits follow, and those hits.
   */
  'postings',
  /** How many bytes that is. */
  'postingLengths',
  /** For each paper: its words. */
  'texts',
  'textStarts',
  /** For each paper: what is shown of it. */
  'shown',
  'shownStarts',
  /** For each paper: its year, or that it has none. */
  'years',
  /** All identifiers in order (again for each paper that has it), and the paper of each. */
  'identifiers',
  'identified',
] as const;

export type PackedSection = (typeof sectionNames)[number];

/** So many different hits are written as one byte. */
export const mostHitCodes = 255;
/** Stands before hits that are written as they are. */
export const rareHits = 255;

/** Stands before a word of a text that is a piece of the word before; others are written as their number and one. */
export const pieceMark = 0;

/** Stands for the year of a paper that has none. */
export const noYear = 0xffff_ffff;

/** Grows with every change of the format, and of the rules by which text becomes words. */
const formatVersion = 3;

/** The stamp as it is kept: the format's version goes before the caller's. */
export function stampOf(stamp: string): string {
  return `${formatVersion}\n${stamp.toWellFormed()}`;
}

/** Whether bits for all papers are shorter than a byte for each that has a word. */
export function isDense(having: number, papers: number): boolean {
  return Math.ceil(papers / 8) + Math.ceil(having / 8) < having;
}
