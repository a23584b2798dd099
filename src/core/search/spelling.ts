import type { Term, Vocabulary } from './vocabulary';

/** A term that a word may have been meant to be. */
export interface Correction {
  readonly term: Term;
  /** Slips of the finger between the two: 1 or 2. */
  readonly distance: number;
}

/** Shorter words have too many neighbours; only swapped letters are looked for. */
const shortestSpelled = 4;
/** From here on words are pasted rather than typed, and the search would grow with their length. */
const longestSpelled = 40;
/** Words of this length may hold two slips, if the first letter is right. */
const shortestWithTwoSlips = 8;
const mostCorrections = 24;
const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The terms nearest to a misspelt word: letters swapped, dropped, inserted or replaced. Nearest first, then the more
 * common, then by the alphabet.
 * @param unfinished whether more letters may follow, so that terms that only begin like it count as well
 */
export function spellings(vocabulary: Vocabulary, word: string, unfinished: boolean): readonly Correction[] {
  if (word.length < shortestSpelled - 1 || word.length > longestSpelled) return [];
  const found = new Map<Term, number>();
  const note = (term: Term | undefined, distance: number): void => {
    if (term && term.word !== word && distance < (found.get(term) ?? Infinity)) found.set(term, distance);
  };
  for (const swapped of withSwappedLetters(word)) {
    note(vocabulary.get(swapped), 1);
    if (unfinished) for (const term of vocabulary.withPrefix(swapped)) note(term, 1);
  }
  if (word.length >= shortestSpelled) {
    const reach = word.length >= shortestWithTwoSlips ? 2 : 1;
    for (const [term, distance] of vocabulary.within(word, reach)) {
      if (distance < 2 || term.word[0] === word[0]) note(term, distance);
    }
    if (unfinished) {
      for (const variant of withOneSlip(word)) for (const term of vocabulary.withPrefix(variant)) note(term, 1);
    }
  }
  return [...found]
    .map(([term, distance]) => ({ term, distance }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        b.term.postings.length - a.term.postings.length ||
        (a.term.word < b.term.word ? -1 : 1),
    )
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
