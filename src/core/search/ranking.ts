import type { IndexedPaper, PaperStore } from './paperStore';
import type { Query } from './query';
import { comparableTitle } from './query';
import { stopWords } from './stopWords';
import { textRun } from './textRun';
import type { WordMatches } from './wordMatches';
import { splitWords } from './words';

/** A paper that a query found. */
export interface RankedPaper {
  readonly paper: IndexedPaper;
  /** The whole part counts the words found; what follows the point is how well. */
  readonly score: number;
}

export interface Ranking {
  /** Best first; papers that have less than half as many of the words as the best are left out. */
  readonly papers: readonly RankedPaper[];
  /** Whether some paper has all the words, so that none need be thought misspelt. */
  readonly complete: boolean;
}

/** How many of the papers that score best word by word are looked at as a whole. */
const secondLook = 200;
/** Of the words that the best paper has, the share another must have to be shown at all. */
const shareOfBest = 0.5;

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
/** Little bits of abstracts agree by chance. */
const shortestAbstractRun = 3;

/** Orders the papers in which the words of a query were found. Equal papers stand in the order of their ids. */
export function rank(store: PaperStore, query: Query, matches: readonly WordMatches[]): Ranking {
  const required = requiredWords(query);
  const first = firstLook(store, matches, required);
  const best = Math.max(0, ...first.map(({ found }) => found));
  const look = new SecondLook(store, query, matches);
  const papers = first
    .filter(({ found }) => found >= Math.max(1, best * shareOfBest))
    .map(({ paper, found, worth }) => {
      const quality = worth + look.bonus(paper);
      return { paper, score: found + quality / (1 + quality) };
    })
    .sort((a, b) => b.score - a.score || byId(a.paper, b.paper));
  return { papers, complete: best === Math.max(1, required.filter(Boolean).length) };
}

/** Which words a paper should have: all but those that say nothing, unless there are no others. */
function requiredWords(query: Query): readonly boolean[] {
  const telling = query.words.map(({ word }) => !stopWords.has(word));
  return telling.includes(true) ? telling : telling.map(() => true);
}

interface FirstLook {
  readonly paper: IndexedPaper;
  /** How many of the words that it should have it has. */
  readonly found: number;
  /** How much of the weight of all words, each by its rarity. */
  readonly worth: number;
}

/** Adds up the words of each paper, and keeps the best. */
function firstLook(store: PaperStore, matches: readonly WordMatches[], required: readonly boolean[]): FirstLook[] {
  const found = new Uint8Array(store.numbersEnd);
  const worth = new Float64Array(store.numbersEnd);
  const numbers: number[] = [];
  const seen = new Uint8Array(store.numbersEnd);
  let wholeWeight = 0;
  matches.forEach((match, index) => {
    const weight = rarity(store.size, match.papers.length);
    wholeWeight += weight;
    for (const number of match.papers) {
      if (seen[number] === 0) {
        seen[number] = 1;
        numbers.push(number);
      }
      if (required[index]) found[number]!++;
      worth[number]! += weight * match.worth(number);
    }
  });
  // The number of words found counts before all else; worth stays far below 100.
  const rough = (number: number): number => found[number]! * 100 + worth[number]!;
  const threshold = numbers.length > secondLook ? Float64Array.from(numbers, rough).sort().at(-secondLook)! : 0;
  const above: FirstLook[] = [];
  const level: FirstLook[] = [];
  for (const number of numbers) {
    const paper = store.at(number);
    if (!paper || rough(number) < threshold) continue;
    const look = { paper, found: found[number]!, worth: worth[number]! / wholeWeight };
    (rough(number) > threshold ? above : level).push(look);
  }
  level.sort((a, b) => byId(a.paper, b.paper));
  return [...above, ...level.slice(0, secondLook - above.length)];
}

/** What a word weighs that so many of all papers have: one that all have still weighs a little. */
function rarity(papers: number, having: number): number {
  return Math.log(1 + Math.max(0, papers - having + 0.5) / (having + 0.5)) + 0.1;
}

/** Looks at papers as a whole: do the words stand together, are they the title? */
class SecondLook {
  readonly #query: Query;
  /** The words of the query that a term stands for, as bits. */
  readonly #wordsOf = new Map<number, number>();
  readonly #little = new Set<number>();

  readonly #name: string;

  constructor(store: PaperStore, query: Query, matches: readonly WordMatches[]) {
    this.#query = query;
    this.#name = joined(query.text);
    matches.forEach(({ terms, pairs }, word) => {
      for (const { number } of [...terms, ...pairs.flat()]) {
        this.#wordsOf.set(number, (this.#wordsOf.get(number) ?? 0) | (1 << word));
      }
    });
    for (const word of stopWords) {
      const term = store.vocabulary.get(word);
      if (term) this.#little.add(term.number);
    }
  }

  bonus({ paper, text, titleEnd }: IndexedPaper): number {
    const words = this.#query.words.length;
    const title = textRun(text, 0, titleEnd, words, this.#wordsOf, this.#little);
    const starts = title.leading === words;
    const name = starts ? nameOf(paper.title) : '';
    const run = words > 1 && title.longest > 1 ? title.longest / words : 0;
    return (
      (comparableTitle(paper.title) === this.#query.text ? sameTitleBonus : 0) +
      (starts ? titleStartBonus : 0) +
      (name.startsWith(this.#name) && name !== '' ? (nameBonus * this.#name.length) / name.length : 0) +
      title.share * titleShareBonus +
      run * titleRunBonus +
      this.#phrase(text, titleEnd) * abstractRunBonus
    );
  }

  /** The share of the query that stands in the abstract in a row. */
  #phrase(text: Int32Array, from: number): number {
    const words = this.#query.words.length;
    if (words < shortestAbstractRun) return 0;
    const { longest } = textRun(text, from, text.length, words, this.#wordsOf, this.#little);
    return longest >= shortestAbstractRun ? longest / words : 0;
  }
}

function byId(a: IndexedPaper, b: IndexedPaper): number {
  return a.paper.id < b.paper.id ? -1 : a.paper.id > b.paper.id ? 1 : 0;
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
