import { abstractMask } from './fieldHits';
import type { PaperStore } from './paperStore';
import type { Query } from './query';
import { isHint, matchHint } from './matchHint';
import { comparableTitle } from './query';
import type { SearchLists } from './searchLists';
import { selectBest } from './selectBest';
import { textRun } from './textRun';
import { tellingWords } from './tellingWords';
import type { WordMatches } from './wordMatches';
import { splitWords } from './words';

/** A paper that a query found. */
export interface RankedPaper {
  /** Its number. */
  readonly paper: number;
  /** The whole part counts the words found; what follows the point is how well. */
  readonly score: number;
}

export interface Ranking {
  /** Best first; papers that have less than half as many of the words as the best are left out. */
  readonly papers: readonly RankedPaper[];
  /** How many there are, also beyond those that are looked at. */
  readonly total: number;
  /**
   * Whether some paper has all the words, in title, people and the like or some of them in a row, so that none need be
   * thought misspelt.
   */
  readonly fits: boolean;
}

/** The number of words found counts before all else: how well they are found stays far below this. */
const foundWorth = 128;
/** How many of the papers that score best word by word are looked at as a whole. */
const secondLook = 200;
/** Of the words that the best paper has, the share another must have to be shown at all. */
const shareOfBest = 0.5;

/** For a word of which a letter or two are typed. */
const hintBonus = 0.3;

// What the second look adds to the share of the query's weight that a paper has (0 to about 1.3).
/** The query is the title. */
const sameTitleBonus = 8;
/** The title begins with the query, as it does while a title is being typed. */
const titleStartBonus = 1;
/** The query is what stands before the title's colon, the name of a method; less when it only begins it. */
const nameBonus = 0.5;
/** All of the title is in the query; less when it is longer. */
const titleShareBonus = 0.5;
/** The query stands in the title word by word, in order; less when only part of it does. */
const titleRunBonus = 0.6;
/** The same in the abstract: a phrase that is remembered, or was pasted. */
const abstractRunBonus = 0.45;
/** For each word beyond four where all of the query stands in a row in title or abstract: that is no chance any more. */
const wholeRunBonus = 1.2;
const wholeRunWords = 4;
/** So many words in a row were remembered, not misspelt. */
const tellingRun = 4;
/** Little bits of abstracts agree by chance. */
const shortestAbstractRun = 3;

// Small enough that they decide only between papers that are about equally good.
/** For each five years that a paper is younger; a year more or less says nothing. */
const recencyBonus = 0.005;
const recencyYears = 5;
const [oldest, newest] = [1950, 2050];
/** For a paper that the caller knows to be most familiar: opened or cited often. */
const priorBonus = 0.2;

/** What is known of papers apart from the query. */
export interface RankingOptions {
  /** The papers that may be found: not 0 at their numbers. All of them where it is not given. */
  readonly allowed?: Uint8Array | undefined;
  /** How familiar papers are, 0 to 1, by number. */
  readonly priors?: ReadonlyMap<number, number> | undefined;
}

/**
 * Orders the papers in which the words of a query were found. Equal papers stand in the order of their ids.
 * @param lists to work in
 */
export function rank(
  store: PaperStore,
  query: Query,
  matches: readonly WordMatches[],
  lists: SearchLists,
  { allowed, priors }: RankingOptions = {},
): Ranking {
  const hint = isHint(store, query) ? matches.length - 1 : -1;
  const required = requiredWords(query, hint);
  const prior = (paper: number): number => recencyOf(store, paper) + priorBonus * (priors?.get(paper) ?? 0);
  const { shown, total } = firstLook(store, matches, lists, required, prior, allowed);
  const all = Math.max(1, required.filter(Boolean).length);
  if (hint !== -1) matchHint(store, query, matches[hint]!, shown);
  const look = new SecondLook(store, query, lists.wordsOf(matches));
  const papers = shown
    .map(({ paper, found, worth }) => {
      const hinted = hint === -1 ? 0 : matches[hint]!.worth(paper);
      const quality = worth + hintBonus * hinted + look.bonus(paper);
      return { paper, score: found + (hinted > 0 ? 1 : 0) + quality / (1 + quality) };
    })
    .sort((a, b) => b.score - a.score || store.compare(a.paper, b.paper));
  const isBeside = (paper: number): boolean =>
    matches.every((match, index) => !required[index] || (match.hits(paper) & ~abstractMask) !== 0);
  const fits = shown.some(({ paper, found }) => found === all && (look.longestRun >= tellingRun || isBeside(paper)));
  return { papers, total, fits };
}

function recencyOf(store: PaperStore, paper: number): number {
  const year = Math.min(newest, Math.max(oldest, store.yearOf(paper) ?? oldest));
  return recencyBonus * Math.floor((year - oldest) / recencyYears);
}

/**
 * Which words a paper should have: all but those that say nothing, unless there are no others.
 * @param hint the word that says little so far; -1 where none does
 */
export function requiredWords(query: Query, hint: number): readonly boolean[] {
  const telling = tellingWords(query);
  const required = telling.map((is, index) => is && index !== hint);
  return required.includes(true) ? required : telling;
}

interface FirstLook {
  readonly paper: number;
  /** How many of the words that it should have it has. */
  readonly found: number;
  /** How much of the weight of all words, each by its rarity, and what speaks for it apart from them. */
  readonly worth: number;
}

/** Adds up the words of each paper, and keeps the best. */
function firstLook(
  store: PaperStore,
  matches: readonly WordMatches[],
  { scores, papers }: SearchLists,
  required: readonly boolean[],
  prior: (paper: number) => number,
  allowed: Uint8Array | undefined,
): { readonly shown: readonly FirstLook[]; readonly total: number } {
  let seenCount = 0;
  const weights = matches.map((match) => rarity(store.size, match.papers.length));
  const wholeWeight = weights.reduce((sum, weight) => sum + weight, 0);
  matches.forEach((match, index) => {
    const weight = weights[index]! / wholeWeight;
    const worth = required[index] ? foundWorth : 0;
    seenCount = match.addScores(scores, worth, weight, papers, seenCount);
  });
  const seen = papers.subarray(0, seenCount);
  const isChosen = (paper: number): boolean => store.has(paper) && (!allowed || allowed[paper] !== 0);
  const there = allowed || store.isPatchy ? seen.filter(isChosen) : seen;
  const best = selectBest(there, scores, secondLook, (a, b) => store.compare(a, b));
  const looks = Array.from(best, (paper) => {
    const found = Math.floor(scores[paper]! / foundWorth);
    return { paper, found, worth: scores[paper]! - found * foundWorth + prior(paper) };
  });
  const most = looks.reduce((sofar, { found }) => Math.max(sofar, found), 0);
  const fewest = Math.max(1, most * shareOfBest);
  let total = 0;
  for (const paper of there) if (scores[paper]! >= fewest * foundWorth) total++;
  for (const paper of seen) scores[paper] = 0;
  return { shown: looks.filter(({ found }) => found >= fewest), total };
}

/** What a word weighs that so many of all papers have: one that all have still weighs a little. */
function rarity(papers: number, having: number): number {
  return Math.log(1 + Math.max(0, papers - having + 0.5) / (having + 0.5)) + 0.1;
}

/** Looks at papers as a whole: do the words stand together, are they the title? */
class SecondLook {
  readonly #query: Query;
  readonly #store: PaperStore;
  /** The words of the query that each term stands for, as bits. */
  readonly #wordsOf: Uint32Array;
  readonly #name: string;
  #longestRun = 0;

  constructor(store: PaperStore, query: Query, wordsOf: Uint32Array) {
    this.#store = store;
    this.#query = query;
    this.#wordsOf = wordsOf;
    this.#name = joined(query.text);
  }

  /** Most words of the query in a row in an abstract of those looked at. */
  get longestRun(): number {
    return this.#longestRun;
  }

  bonus(paper: number): number {
    const { text, titleEnd } = this.#store.wordsOf(paper);
    const words = this.#query.words.length;
    const run = textRun(text, 0, titleEnd, words, this.#wordsOf);
    const inAbstract = this.#longestInAbstract(text, titleEnd);
    this.#longestRun = Math.max(this.#longestRun, inAbstract);
    const inRow = words > 1 && run.longest > 1 ? run.longest / words : 0;
    return (
      (run.leading === words ? titleStartBonus + this.#wholeTitle(paper) : 0) +
      run.share * titleShareBonus +
      inRow * titleRunBonus +
      (inAbstract / words) * abstractRunBonus +
      (Math.max(run.longest, inAbstract) === words ? wholeRunBonus * Math.max(0, words - wholeRunWords) : 0)
    );
  }

  /** Of a title that begins with the query, whether there is no more of it, or of the name that it begins with. */
  #wholeTitle(paper: number): number {
    const { title } = this.#store.shown(paper);
    const name = nameOf(title);
    return (
      (comparableTitle(title) === this.#query.text ? sameTitleBonus : 0) +
      (name.startsWith(this.#name) && name !== '' ? (nameBonus * this.#name.length) / name.length : 0)
    );
  }

  /** Most words of the query that stand in the abstract in a row. */
  #longestInAbstract(text: Int32Array, from: number): number {
    const words = this.#query.words.length;
    if (words < shortestAbstractRun) return 0;
    const { longest } = textRun(text, from, text.length, words, this.#wordsOf);
    return longest >= shortestAbstractRun ? longest : 0;
  }
}

/** What stands before a title's colon, without spaces, hyphens and case: `flashattention`. */
function nameOf(title: string): string {
  const colon = title.search(/:\s|\s[-–—]+\s/u);
  return joined(colon === -1 ? title : title.slice(0, colon));
}

function joined(text: string): string {
  return splitWords(text)
    .map(({ word }) => word)
    .join('');
}
