import { foldDiacritics } from '../../text';
import type { TextFinder } from './textFinder';

// Latin letters with diacritics and letters of other scripts, but not the dashes and quotation marks of any English text.
const mayFold = /[\xc0-\u1fff\u2070-\uffff]/;

/**
 * Marks the papers, by position, in whose long text something is found. The texts are read as they are, since copies of
 * all abstracts would fill the memory.
 * @param candidates the only papers that need be looked at, where they are known
 */
export function matchingLongTexts(
  papers: number,
  textOf: (paper: number) => string,
  find: TextFinder,
  candidates: Iterable<number> | undefined,
): Uint8Array {
  const found = new Uint8Array(papers);
  const look = (paper: number): void => {
    const text = textOf(paper);
    if (find(mayFold.test(text) ? foldDiacritics(text) : text, 0) >= 0) found[paper] = 1;
  };
  if (candidates) for (const paper of candidates) look(paper);
  else for (let paper = 0; paper < papers; paper++) look(paper);
  return found;
}
