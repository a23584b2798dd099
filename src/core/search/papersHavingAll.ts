import type { PaperStore } from './paperStore';
import type { WordMatches } from './wordMatches';

/**
 * The papers in which all words of a query were found, not 0 at their numbers.
 * @param required which of the words count
 * @returns nothing where no paper has them all
 */
export function papersHavingAll(
  store: PaperStore,
  matches: readonly WordMatches[],
  required: readonly boolean[],
): Uint8Array | undefined {
  const counted = matches.filter((_, index) => required[index]);
  const found = new Uint8Array(store.numbersEnd);
  for (const match of counted) for (const paper of match.papers) found[paper]!++;
  let isAny = false;
  found.forEach((count, paper) => {
    const has = count === counted.length && store.has(paper);
    found[paper] = has ? 1 : 0;
    isAny ||= has;
  });
  return isAny ? found : undefined;
}
