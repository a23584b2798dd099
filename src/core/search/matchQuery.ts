import type { FieldHits } from './fieldHits';
import { inAbstract, inIdentifier, inTitle } from './fieldHits';
import { completionWeight, prefixWeight } from './completionWeight';
import { isHint } from './matchHint';
import type { PaperStore } from './paperStore';
import type { Query, QueryWord } from './query';
import { spellings } from './spelling';
import { stopWords } from './stopWords';
import { tellingWords } from './tellingWords';
import type { WordMatches } from './wordMatches';

// How sure it is that a term was meant by a word of the query. As typed it is 1.
const pluralWeight = 0.95;
/** `multi modal` for `multimodal`. */
const joinedWeight = 0.9;
/** `kvcache` for `KV cache`. */
const dividedWeight = 0.85;
/** Of an abbreviation within the query (`quant cache`): the same, but less, as nothing shows that it is unfinished. */
const abbreviationWeight = 0.8;
const oneSlipWeight = 0.6;
const twoSlipsWeight = 0.4;
/** For a word that papers have, but not together with the others: that it was misspelt is less likely. */
const knownSlipWeight = 0.8;

/** Of unknown words, which each take milliseconds, so many are looked for misspelt: more are another language. */
const mostMisspelt = 6;
const shortestAbbreviation = 3;
const fewestLetters = 4;
/** Of an identifier: less says nothing (every number of a year begins one). */
const shortestIdentifierPrefix = 5;
const shortestDividedPart = 2;

/**
 * Finds each word of the query in the papers: as it stands, in the other number, joined with its neighbour or divided,
 * by its beginning while it is being typed, as an identifier, and, where no paper has it, misspelt or abbreviated.
 * @param matches where to note them, empty, one for each word
 */
export function matchQuery(store: PaperStore, query: Query, matches: readonly WordMatches[]): void {
  const hint = isHint(store, query) ? query.words.length - 1 : -1;
  const telling = tellingWords(query);
  query.words.forEach(({ word }, index) => {
    const unfinished = isUnfinished(query, index);
    // Nearly every paper has the little words: they count only where they stand in a row with the others.
    if (!telling[index]) matches[index]!.noteTerm(store.vocabulary.get(word));
    else matchWord(store, word, unfinished, index === hint, matches[index]!);
    const before = query.words[index - 1];
    if (before) matchJoined(store, before.word, word, unfinished, matches.slice(index - 1, index + 1));
  });
  matchIdentifiers(store, query, matches);
  let misspelt = 0;
  query.words.forEach(({ word }, index) => {
    const match = matches[index]!;
    if (index === hint || !telling[index]) return;
    const unknown = match.papers.length === 0;
    const abbreviated = !isUnfinished(query, index) && word.length >= shortestAbbreviation;
    if (abbreviated && store.vocabulary.get(word) === undefined) matchPrefix(store, word, abbreviationWeight, match);
    if (unknown && misspelt++ < mostMisspelt) matchSpellings(store, query, index, match, 1);
  });
}

/** Finds all words of the query also as the beginnings of others. */
export function matchBeginnings(store: PaperStore, { words }: Query, matches: readonly WordMatches[]): void {
  words.forEach(({ word }, index) => matchPrefix(store, word, 1, matches[index]!));
}

/** Finds words of the query, by index, misspelt though papers have them as they stand. */
export function matchLoosely(
  store: PaperStore,
  query: Query,
  matches: readonly WordMatches[],
  loose: readonly number[],
): void {
  for (const index of loose) matchSpellings(store, query, index, matches[index]!, knownSlipWeight);
}

function isUnfinished({ words, unfinished }: Query, index: number): boolean {
  return unfinished && index === words.length - 1;
}

function matchWord(store: PaperStore, word: string, unfinished: boolean, hint: boolean, matches: WordMatches): void {
  const { vocabulary } = store;
  const exact = vocabulary.get(word);
  if (exact !== undefined) matches.addTerm(exact, 1);
  for (const form of otherNumber(word)) {
    const term = vocabulary.get(form);
    if (term !== undefined) matches.addTerm(term, pluralWeight);
  }
  if (unfinished && !hint) matchPrefix(store, word, 1, matches);
  matchDivided(store, word, matches);
}

function matchPrefix(store: PaperStore, prefix: string, weight: number, matches: WordMatches): void {
  for (const term of store.vocabulary.withPrefix(prefix)) {
    const word = store.vocabulary.wordAt(term);
    if (word !== prefix) matches.addTerm(term, weight * completionWeight(prefix, word));
  }
}

function matchSpellings(store: PaperStore, query: Query, index: number, matches: WordMatches, weight: number): void {
  const { word } = query.words[index]!;
  // Numbers are not misspelt, but names with a number in them may be.
  if (/\d/.test(word) && word.replace(/\d/g, '').length < fewestLetters) return;
  for (const { term, distance } of spellings(store.vocabulary, word, isUnfinished(query, index))) {
    matches.addTerm(term, weight * (distance === 1 ? oneSlipWeight : twoSlipsWeight));
  }
}

/** The word in the singular, or in the plural. */
function otherNumber(word: string): readonly string[] {
  if (word.length < 3) return [];
  if (!word.endsWith('s')) return [`${word}s`, `${word}es`, ...(word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : [])];
  if (word.endsWith('ss')) return [`${word}es`];
  return [
    word.slice(0, -1),
    ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : []),
    ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
  ];
}

/** Finds two words of the query as one word. */
function matchJoined(
  store: PaperStore,
  first: string,
  second: string,
  unfinished: boolean,
  matches: readonly WordMatches[],
): void {
  if (stopWords.has(first) && stopWords.has(second)) return;
  const joined = first + second;
  const add = (term: number, weight: number): void => matches.forEach((found) => found.addTerm(term, weight));
  const exact = store.vocabulary.get(joined);
  if (exact !== undefined) add(exact, joinedWeight);
  if (!unfinished || stopWords.has(first) || stopWords.has(second)) return;
  for (const term of store.vocabulary.withPrefix(joined)) {
    if (term !== exact) add(term, joinedWeight * completionWeight(joined, store.vocabulary.wordAt(term)));
  }
}

/** Finds one word of the query as two words that stand next to each other. */
function matchDivided(store: PaperStore, word: string, matches: WordMatches): void {
  for (let i = shortestDividedPart; i <= word.length - shortestDividedPart; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    if (stopWords.has(before) || stopWords.has(after)) continue;
    const first = store.vocabulary.get(before);
    const second = first === undefined ? undefined : store.vocabulary.get(after);
    if (first === undefined || second === undefined) continue;
    const found = [...neighbours(store, first, second)];
    if (found.length > 0) matches.pairs.push([first, second]);
    for (const [paper, hits] of found) matches.addPaper(paper, hits, dividedWeight);
  }
}

/** The papers in which one term follows the other in title or abstract. */
function* neighbours(store: PaperStore, first: number, second: number): Iterable<readonly [number, FieldHits]> {
  const { vocabulary } = store;
  const isFirstRarer = vocabulary.frequency(first) < vocabulary.frequency(second);
  const rarer = vocabulary.postings(isFirstRarer ? first : second);
  const papers = new Set(rarer.papers.subarray(0, rarer.count));
  const other = vocabulary.postings(isFirstRarer ? second : first);
  for (const paper of other.papers.slice(0, other.count)) {
    if (!papers.has(paper) || !store.has(paper)) continue;
    const { text, titleEnd } = store.wordsOf(paper);
    let previous = -1;
    for (let at = 0; at < text.length; at++) {
      const number = text[at]!;
      if (number < 0) continue;
      if (previous === first && number === second) {
        yield [paper, at < titleEnd ? inTitle : inAbstract];
        break;
      }
      previous = number;
    }
  }
}

function matchIdentifiers(store: PaperStore, { words, unfinished }: Query, matches: readonly WordMatches[]): void {
  const lastChunk = words.at(-1)?.chunk;
  for (const [index, { identifier, part, chunk }] of words.entries()) {
    for (const name of new Set([identifier, part])) {
      for (const paper of store.identified(name)) matches[index]!.addPaper(paper, inIdentifier, 1);
    }
    if (unfinished && chunk === lastChunk && mayBeginIdentifier(identifier)) {
      for (const paper of store.identifiedByPrefix(identifier)) {
        matches[index]!.addPaper(paper, inIdentifier, prefixWeight);
      }
    }
  }
}

function mayBeginIdentifier(identifier: QueryWord['identifier']): boolean {
  return identifier.length >= shortestIdentifierPrefix && /\d/.test(identifier);
}
