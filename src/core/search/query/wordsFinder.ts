import { splitWords } from '../words';
import type { TextFinder } from './textFinder';

// The places in a text where a word may begin or end: at anything that is no letter or digit, and at the seams that
// `splitWords` knows (`KV|Cache`, `Snap|KV`, `fp|16`). Texts come without diacritics; other scripts need no such places.
const seam = '(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])';
const wordEnd = `(?:(?![A-Za-z0-9])|${seam})`;
const wordStart = new RegExp(`(?<![A-Za-z0-9])|${seam}`, 'y');
/** Between two words: `KV cache`, `KV-cache`, `KVCache`, `KV (cache)`, `A → B`; never a line's end. */
const between = '[\\0-\\t\\v-/:-@[-`{-\\xbf\\xd7\\xf7\\u2000-\\u206f\\u2100-\\u2bff\\ufff9-\\uffff]{0,4}';
/** Within one word: `fine-tuning`, `Hase’s`. */
const within = "[-'’‐‑]?";
/** The same within a long one, which people also write as two. */
const withinLong = "[-'’‐‑ ]?";
const shortestLong = 6;
const plural = /^(.{2,}?)(ies|y|(?<=.(?:[sxz]|[cs]h))es|(?<!s)s)$/;
const sibilant = /(?:[sxz]|[cs]h)$/;
/** A longer phrase is known by its beginning. */
const mostWords = 16;

/**
 * Finds words that stand next to each other, as the search spells them: whatever their case, hyphens, diacritics and
 * number, joined or apart (`flash attention` in `FlashAttention-2`).
 * @param unfinished whether more letters may follow the last word
 * @returns nothing where the value holds no word
 */
export function wordsFinder(value: string, unfinished: boolean): TextFinder | undefined {
  const words = splitWords(value).slice(0, mostWords);
  if (words.length === 0) return undefined;
  const parts = words.map(({ word }, index) =>
    unfinished && index === words.length - 1 ? lettersPattern(word) : formsPattern(word),
  );
  // Where the match begins is looked at afterwards: an assertion in front would be tried at every letter of the text.
  const pattern = new RegExp(parts.join(between) + (unfinished ? '' : wordEnd), 'g');
  const latin = /^[a-z0-9]/.test(words[0]!.word);
  return (text, from) => {
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      wordStart.lastIndex = match.index;
      if (!latin || wordStart.test(text)) return match.index;
      pattern.lastIndex = match.index + 1;
    }
    return -1;
  };
}

/** A word in the singular and in the plural. */
function formsPattern(word: string): string {
  if (word.length < 3 || !/[a-z]$/.test(word)) return lettersPattern(word);
  const [, stem = word, ending] = plural.exec(word) ?? [];
  if (ending === 'y' || ending === 'ies') return `${lettersPattern(stem)}(?:[yY][sS]?|[iI][eE][sS])`;
  // `caches` may be of `cache`, `batches` of `batch`.
  if (ending === 'es') return `${lettersPattern(stem)}(?:[eE][sS]?)?`;
  // `boxes` and, where it was written so or may be, `epochs`; and the genitive: `network's`.
  const isBare = ending === 's' || (ending === undefined && stem.endsWith('ch'));
  if (sibilant.test(stem)) return `${lettersPattern(stem)}(?:[eE]${isBare ? '?' : ''}[sS]|['’][sS])?`;
  return `${lettersPattern(stem)}(?:['’]?[sS])?`;
}

function lettersPattern(word: string): string {
  return Array.from(word, eitherCase).join(word.length < shortestLong ? within : withinLong);
}

function eitherCase(letter: string): string {
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
  return lower.length === 1 && upper.length === 1 && lower !== upper ? `[${lower}${upper}]` : letter;
}
