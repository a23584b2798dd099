import { bitCount } from './bitCount';
import type { SoughtWords } from './soughtWords';
import type { Word } from './words';

/** About how many characters a row has room for. */
const snippetLength = 90;
/** Of the room beside the words found, the part in front of them. */
const shareInFront = 0.3;
/** A word that is not shown yet counts before any number of others that the title shows already. */
const wantedWorth = 100;

/**
 * The piece of a text that holds most of the words wanted, then most of all words, cut at word boundaries, with `…`
 * where text was left out.
 * @param words the words of the text
 * @param wanted the words that must be shown, as bits
 * @param all every word of the query that the paper has, as bits
 * @returns nothing where none of the words wanted is in the text
 */
export function snippet(
  text: string,
  words: readonly Word[],
  sought: SoughtWords,
  wanted: number,
  all: number,
): string {
  const window = densest(words, sought, wanted, all);
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
  sought: SoughtWords,
  wanted: number,
  all: number,
): readonly [number, number] | undefined {
  const places: number[] = [];
  const found: number[] = [];
  for (let index = 0; index < words.length; index++) {
    const bits = sought.at(words, index) & all;
    if (bits === 0) continue;
    places.push(index);
    found.push(bits);
  }
  let best: readonly [number, number] | undefined;
  let bestWorth = 0;
  for (let first = 0; first < places.length; first++) {
    const { start } = words[places[first]!]!;
    let bits = 0;
    for (let last = first; last < places.length; last++) {
      if (last !== first && words[places[last]!]!.end - start > snippetLength) break;
      bits |= found[last]!;
      const worth = bits & wanted ? bitCount(bits & wanted) * wantedWorth + bitCount(bits) : 0;
      if (worth > bestWorth) {
        bestWorth = worth;
        best = [places[first]!, places[last]!];
      }
    }
  }
  return best;
}
