import type { CitationStyle, FoundCitation } from './citationMarkup';
import { lineEnd } from './textLines';

// Nobody lists as many keys before closing the list.
const longestList = 500;

/**
 * Where a list of keys ends that its writer has not closed yet: at the end of its line, `[cite:@a;@b|`, with what
 * closes it for us to add. `undefined` where words follow, as nobody knows which of them belong to it: `[cite:@a| and`.
 */
export function unclosedEnd(text: string, open: number): number | undefined {
  const rest = text.slice(open, open + longestList + 1).split(/\r?\n/u, 1)[0]!;
  if (rest.length > longestList) return undefined;
  const isMore = /[[\]{}`<>\\"]|\S\s+\S|[.!?:]$/u.test(rest.replaceAll(/\s*[,;]\s*/gu, ',').trimEnd());
  return isMore ? undefined : open + rest.length;
}

/** A citation that nobody closed and words follow: to its line's end, whatever is written would become a part of it. */
export function brokenCitation(text: string, start: number, spell: CitationStyle['spell']): FoundCitation {
  const end = lineEnd(text, start);
  return { start, end, keys: [], at: end, spell, before: '', between: '', behind: '', isBroken: true };
}
