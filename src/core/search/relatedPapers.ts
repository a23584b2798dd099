import { fullName } from '../labels';
import type { Paper, ScoredId } from '../paper';
import { foldDiacritics } from '../text';
import { mentions } from './fieldHits';
import type { IndexedPaper, PaperStore } from './paperStore';
import { stopWords } from './stopWords';
import type { Term } from './vocabulary';

/** How many mentions in the abstract a word in the title is worth. */
const titleMentions = 3;
/** Below 1, so that what a few papers share weighs more than what only two happen to share. */
const rarityExponent = 0.7;
/** How many of the papers most alike in their words are looked at closer. */
const secondLook = 200;
/** How much of the score are words that stand together in both papers (`kv cache`). */
const pairsShare = 0.3;
/** By how much a paper by all the same authors is nearer. */
const authorsBonus = 0.5;

/**
 * Papers like a paper: the angle between their words, each weighed by its rarity and its place in title or abstract
 * (tf-idf and cosine); of those nearest, the same for pairs of words, and a little for authors in common.
 */
export class RelatedPapers {
  readonly #store: PaperStore;
  /** The length of each paper's vector of words. */
  readonly #lengths: Float64Array;

  constructor(store: PaperStore) {
    this.#store = store;
    const squares = new Float64Array(store.numbersEnd);
    // In one order, whatever the history: sums of fractions depend on it.
    for (const term of store.vocabulary.withPrefix('')) {
      const rarity = this.#rarity(term);
      for (let i = 0; i < term.postings.length; i += 2) {
        squares[term.postings[i]!]! += (rarity * mentionsWeight(term.postings[i + 1]!)) ** 2;
      }
    }
    this.#lengths = squares.map(Math.sqrt);
  }

  /** The papers most like one, best first; equal ones in the order of their ids. Scores are 0 to 1. */
  to(paper: IndexedPaper, limit: number): readonly ScoredId[] {
    const pairs = this.#pairs(paper);
    const names = authorNames(paper.paper);
    return this.#nearest(paper, Math.max(limit, secondLook))
      .map(({ other, cosine }) => {
        const alike = (1 - pairsShare) * cosine + pairsShare * cosineOf(pairs, this.#pairs(other));
        const shared = authorsInCommon(names, authorNames(other.paper));
        return { id: other.paper.id, score: Math.min(1, alike * (1 + authorsBonus * shared)) };
      })
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** The papers most alike in their words. */
  #nearest(paper: IndexedPaper, limit: number): readonly { readonly other: IndexedPaper; readonly cosine: number }[] {
    const products = new Float64Array(this.#store.numbersEnd);
    for (const number of new Set([...paper.text.map((number) => (number < 0 ? ~number : number)), ...paper.beside])) {
      const term = this.#store.vocabulary.at(number)!;
      const { postings } = term;
      const weight = this.#rarity(term) ** 2 * mentionsWeight(hitsOf(paper, postings));
      if (weight === 0) continue;
      for (let i = 0; i < postings.length; i += 2) products[postings[i]!]! += weight * mentionsWeight(postings[i + 1]!);
    }
    const found: { readonly other: IndexedPaper; readonly cosine: number }[] = [];
    products.forEach((product, number) => {
      const other = this.#store.at(number);
      if (product === 0 || !other || other === paper) return;
      found.push({ other, cosine: product / (this.#lengths[paper.number]! * this.#lengths[number]!) });
    });
    return found.sort((a, b) => b.cosine - a.cosine || (a.other.paper.id < b.other.paper.id ? -1 : 1)).slice(0, limit);
  }

  /** Two words that stand together, by the numbers of their terms, and what they weigh. */
  #pairs({ text }: IndexedPaper): ReadonlyMap<number, number> {
    const pairs = new Map<number, number>();
    let previous: Term | undefined;
    for (const number of text) {
      if (number < 0) continue;
      const term = this.#store.vocabulary.at(number)!;
      if (previous && !stopWords.has(previous.word) && !stopWords.has(term.word)) {
        pairs.set(previous.number * 2 ** 26 + term.number, Math.sqrt(this.#rarity(previous) * this.#rarity(term)));
      }
      previous = term;
    }
    return pairs;
  }

  #rarity({ word, postings }: Term): number {
    if (stopWords.has(word)) return 0;
    // In the middle of an update a word may be known from more papers than there are.
    return Math.max(0, Math.log((this.#store.size + 1) / (postings.length / 2 + 0.5))) ** rarityExponent;
  }
}

function hitsOf(paper: IndexedPaper, postings: readonly number[]): number {
  for (let i = 0; i < postings.length; i += 2) if (postings[i] === paper.number) return postings[i + 1]!;
  return 0;
}

/** A word said often says a little more than one said once. */
function mentionsWeight(hits: number): number {
  const { title, abstract } = mentions(hits);
  return Math.log2(1 + titleMentions * Math.min(title, 1) + abstract);
}

function cosineOf(some: ReadonlyMap<number, number>, others: ReadonlyMap<number, number>): number {
  let product = 0;
  for (const [key, weight] of some) product += weight * (others.get(key) ?? 0);
  return product === 0 ? 0 : product / (length(some) * length(others));
}

function length(vector: ReadonlyMap<number, number>): number {
  let squares = 0;
  for (const weight of vector.values()) squares += weight ** 2;
  return Math.sqrt(squares);
}

function authorNames({ authors }: Paper): ReadonlySet<string> {
  return new Set(authors.map((author) => foldDiacritics(fullName(author)).toLowerCase()));
}

/** Authors in common, 0 to 1; damped, as the first one says most. */
function authorsInCommon(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const name of some) if (others.has(name)) shared++;
  return shared === 0 ? 0 : Math.sqrt(shared / Math.min(some.size, others.size));
}
