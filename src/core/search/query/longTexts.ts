import { foldLetters } from '../foldLetters';
import type { TextFinder } from './textFinder';

// Latin letters with diacritics and letters of other scripts, but not the dashes and quotation marks of any English text.
const mayFold = /[\xc0-\u1fff\u2070-\uffff]/;

/**
 * Marks the papers, by position, in whose long text something is found. The texts are read as they are, since copies of
 * all abstracts would fill the memory.
 * @param candidates the only papers that need be looked at, where they are known
 * @param marks papers that are marked already are not looked at
 */
export function markLongTexts(
  textOf: (paper: number) => string,
  find: TextFinder,
  candidates: Iterable<number> | undefined,
  marks: Uint8Array,
): void {
  for (const paper of candidates ? new Set(candidates) : marks.keys()) {
    if (marks[paper] === 1) continue;
    const text = textOf(paper);
    if (find(mayFold.test(text) ? foldLetters(text) : text, 0) >= 0) marks[paper] = 1;
  }
}
