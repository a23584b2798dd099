import type { CitedDocument } from './citationFormat';
import { commonest } from './commonest';

const fewest = 10;

/**
 * What a pattern's first group took in the last ten places of a document where it matches, or, where it matches
 * nowhere in that, of the texts related to it.
 */
function recentMatches(
  { text, relatedTexts = [] }: CitedDocument,
  pattern: RegExp,
  readerOf: (text: string) => (offset: number) => boolean,
): readonly string[] {
  for (const one of [text, ...relatedTexts]) {
    const matches = Array.from(one.matchAll(pattern));
    if (matches.length === 0) continue;
    const isRead = readerOf(one);
    const found: string[] = [];
    for (const match of matches.reverse()) {
      if (isRead(match.index)) found.push(match[1] ?? match[0]);
      if (found.length === fewest) break;
    }
    if (found.length > 0) return found.reverse();
  }
  return [];
}

/**
 * The most common of them, the later of two that are equally so; `undefined` without any.
 * @param readerOf tells of a text what of it is read, by its offset: a comment, say, is not
 */
export function habit(
  document: CitedDocument | undefined,
  pattern: RegExp,
  readerOf: (text: string) => (offset: number) => boolean = () => () => true,
): string | undefined {
  return commonest(document ? recentMatches(document, pattern, readerOf) : []);
}
