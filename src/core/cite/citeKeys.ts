import type { Paper } from '../paper';
import { toOneLine } from '../text';
import type { Citation, RefusedCitation } from './citationFormat';

const longestKeyShown = 100;

/** The refusal of a key, with the key cut and cleaned for a message. */
function refuseKey(key: string): RefusedCitation {
  const shown = toOneLine(key.slice(0, longestKeyShown * 2)).slice(0, longestKeyShown);
  return { kind: 'refused', reason: 'key', key: shown.toWellFormed() };
}

/**
 * The papers' keys as one construct.
 * @param write one key as the format spells it, `undefined` where the format cannot hold it
 * @param join the construct of all keys
 */
export function citeKeys(
  papers: readonly Paper[],
  write: (key: string) => string | undefined,
  join: (keys: readonly string[]) => string,
): Citation {
  const keys: string[] = [];
  for (const { key } of papers) {
    // Characters that nobody sees make two keys look alike, and those that end a line end the construct.
    const written = key === '' || toOneLine(key) !== key ? undefined : write(key);
    if (written === undefined) return refuseKey(key);
    if (!keys.includes(written)) keys.push(written);
  }
  return { kind: 'citation', text: join(keys) };
}
