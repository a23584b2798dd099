import type { FieldHits } from '../fieldHits';
import { inAbstract } from '../fieldHits';

/** The parts of a packed index, in their order. */
export const sectionNames = [
  'stamp',
  /** All words in the order of their letters, one a line, and the number of each. */
  'words',
  'wordNumbers',
  /** For each word, by number: how many papers have it, then for each the step from the one before and the hits. */
  'postings',
  'postingStarts',
  /** For each paper: its words. */
  'texts',
  'textStarts',
  /** For each paper: what is shown of it. */
  'shown',
  'shownStarts',
  /** For each paper: its year, or that it has none. */
  'years',
  /** All identifiers in order, one a line (again for each paper that has it), and the paper of each. */
  'identifiers',
  'identified',
] as const;

export type PackedSection = (typeof sectionNames)[number];

/** Most words are once in an abstract: those hits are not written. */
export const commonestHits: FieldHits = inAbstract;
/** Stands before a word of a text that is a piece of the word before; others are written as their number and one. */
export const pieceMark = 0;

/** Stands for the year of a paper that has none. */
export const noYear = 0xffff_ffff;

/** Grows with every change of the format, and of the rules by which text becomes words. */
const formatVersion = 1;

/** The stamp as it is kept: the format's version goes before the caller's. */
export function stampOf(stamp: string): string {
  return `${formatVersion}\n${stamp.toWellFormed()}`;
}
