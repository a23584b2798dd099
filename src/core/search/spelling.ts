import type { Vocabulary } from './vocabulary';

/** A word that another may have been meant to be. */
export interface Correction {
  /** By its number. */
  readonly term: number;
  /** Slips of the finger between the two: 1 or 2. */
  readonly distance: number;
}

/** Shorter words have too many neighbours; only swapped letters are looked for. */
const shortestSpelled = 3;
/** From here on words are pasted rather than typed, and the search would grow with their length. */
const longestSpelled = 40;
/** Words of this length may hold two slips, if the first letter is right. */
const shortestWithTwoSlips = 8;
/** The commonest of them stand first, but among the rare ones is what a short name was meant to be (`VACA` of `VAA`). */
const mostCorrections = 160;
const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The words nearest to a misspelt one: letters swapped, dropped, inserted or replaced. Nearest first, then the more
 * common, then by the alphabet.
 * @param unfinished whether more letters may follow, so that words that only begin like it count as well
 */
export function spellings(vocabulary: Vocabulary, word: string, unfinished: boolean): readonly Correction[] {
  if (word.length < shortestSpelled - 1 || word.length > longestSpelled) return [];
  const found = new Map<number, number>();
  const exact = vocabulary.get(word);
  const note = (term: number | undefined, distance: number): void => {
    if (term !== undefined && term !== exact && distance < (found.get(term) ?? Infinity)) found.set(term, distance);
  };
  for (const swapped of withSwappedLetters(word)) {
    note(vocabulary.get(swapped), 1);
    if (unfinished) for (const term of vocabulary.withPrefix(swapped)) note(term, 1);
  }
  if (word.length >= shortestSpelled) {
    for (const [term, distance] of vocabulary.within(word, 1, false)) note(term, distance);
    if (word.length >= shortestWithTwoSlips) {
      for (const [term, distance] of vocabulary.within(word, 2, true)) note(term, distance);
    }
    if (unfinished) {
      for (const variant of withOneSlip(word)) for (const term of vocabulary.withPrefix(variant)) note(term, 1);
    }
  }
  const corrections = Array.from(found, ([term, distance]) => ({
    term,
    distance,
    frequency: vocabulary.frequency(term),
    word: vocabulary.wordAt(term),
  }));
  return corrections
    .sort((a, b) => a.distance - b.distance || b.frequency - a.frequency || (a.word < b.word ? -1 : 1))
    .slice(0, mostCorrections);
}

function* withSwappedLetters(word: string): Iterable<string> {
  for (let i = 0; i + 1 < word.length; i++) {
    if (word[i] !== word[i + 1]) yield word.slice(0, i) + word[i + 1]! + word[i]! + word.slice(i + 2);
  }
}

/** Every beginning that one slip makes of this one. The first letter holds: nearly all people get it right. */
function* withOneSlip(word: string): Iterable<string> {
  for (let i = 1; i < word.length; i++) {
    const before = word.slice(0, i);
    const after = word.slice(i + 1);
    yield before + after;
    for (const letter of alphabet) {
      yield before + letter + after;
      yield before + letter + word.slice(i);
    }
  }
}
