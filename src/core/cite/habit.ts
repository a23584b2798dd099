import type { CitedDocument } from './citationFormat';
import { commonest } from './commonest';

const fewest = 10;

/**
 * What a pattern's first group took in the last ten places of a document where it matches, or, where it matches
 * nowhere in that, of the texts related to it.
 */
function recentMatches({ text, relatedTexts = [] }: CitedDocument, pattern: RegExp): readonly string[] {
  for (const one of [text, ...relatedTexts]) {
    const found = Array.from(one.matchAll(pattern), (match) => match[1] ?? match[0]).slice(-fewest);
    if (found.length > 0) return found;
  }
  return [];
}

/** The most common of them, the later of two that are equally so; `undefined` without any. */
export function habit(document: CitedDocument | undefined, pattern: RegExp): string | undefined {
  return commonest(document ? recentMatches(document, pattern) : []);
}
