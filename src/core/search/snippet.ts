import type { SoughtWord } from './soughtWord';
import { isPartOf } from './soughtWord';
import type { Word } from './words';

/** About how many characters a row has room for. */
const snippetLength = 90;
/** Of the room beside the words found, the part in front of them. */
const shareInFront = 0.3;

/**
 * The piece of a text that holds most of the words wanted, then most of all words, cut at word boundaries, with `…`
 * where text was left out.
 * @param words the words of the text
 * @param wanted the words that must be shown
 * @param all every word of the query
 * @returns nothing where none of the words wanted is in the text
 */
export function snippet(
  text: string,
  words: readonly Word[],
  wanted: readonly SoughtWord[],
  all: readonly SoughtWord[],
): string {
  const window = densest(words, wanted, all);
  if (!window) return '';
  const [first, last] = window;
  const room = Math.max(0, snippetLength - (words[last]!.end - words[first]!.start));
  const earliest = words[first]!.start - room * shareInFront;
  const from = words.findIndex(({ start }) => start >= earliest);
  const latest = words[from]!.start + snippetLength;
  let to = last;
  while (to + 1 < words.length && words[to + 1]!.end <= latest) to++;
  const start = from === 0 ? 0 : words[from]!.start;
  const end = to === words.length - 1 ? text.length : words[to]!.end;
  const piece = text.slice(start, Math.min(end, start + 2 * snippetLength)).trim();
  return `${start > 0 ? '…' : ''}${piece}${start + piece.length < text.trimEnd().length ? '…' : ''}`;
}

/** The first and the last word of the window, by index. */
function densest(
  words: readonly Word[],
  wanted: readonly SoughtWord[],
  all: readonly SoughtWord[],
): readonly [number, number] | undefined {
  const bitsOf = (word: Word, of: readonly SoughtWord[]): number =>
    of.reduce((bits, sought, i) => (isPartOf(sought, word) ? bits | (1 << i) : bits), 0);
  const found = words
    .map((word, index) => ({ index, wanted: bitsOf(word, wanted), all: bitsOf(word, all) }))
    .filter((word) => word.all !== 0);
  let best: readonly [number, number] | undefined;
  let bestWorth = 0;
  found.forEach((first, i) => {
    let wantedBits = 0;
    let allBits = 0;
    for (const word of found.slice(i)) {
      if (word !== first && words[word.index]!.end - words[first.index]!.start > snippetLength) break;
      wantedBits |= word.wanted;
      allBits |= word.all;
      // A word shown counts before any number of others that the title shows already.
      const worth = wantedBits === 0 ? 0 : bitCount(wantedBits) * 100 + bitCount(allBits);
      if (worth > bestWorth) {
        bestWorth = worth;
        best = [first.index, word.index];
      }
    }
  });
  return best;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
