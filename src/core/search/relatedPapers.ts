import { fullName } from '../labels';
import type { Author, ScoredId } from '../paper';
import { foldDiacritics } from '../text';
import { hitsEnd, mentions } from './fieldHits';
import type { PaperStore } from './paperStore';
import { selectBest } from './selectBest';
import { stopWords } from './stopWords';
import { WordCounter } from './wordCounter';

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
  readonly #rarities = new Map<number, number>();

  constructor(store: PaperStore) {
    this.#store = store;
    const squares = new Float64Array(store.numbersEnd);
    // In one order, whatever the history: sums of fractions depend on it.
    for (const term of store.vocabulary.withPrefix('')) {
      const rarity = this.#rarity(term);
      if (rarity === 0) continue;
      const { count, papers, hits } = store.vocabulary.postings(term);
      for (let i = 0; i < count; i++) squares[papers[i]!]! += (rarity * mentionsWeights[hits[i]!]!) ** 2;
    }
    this.#lengths = squares.map(Math.sqrt);
  }

  /** The papers most like one, by number, best first; equal ones in the order of their ids. Scores are 0 to 1. */
  to(paper: number, limit: number): readonly ScoredId[] {
    const pairs = this.#pairs(paper);
    const names = authorNames(this.#store.shown(paper).authors);
    const cosines = this.#cosines(paper);
    const others = Int32Array.from(cosines.keys()).filter((other) => cosines[other]! > 0 && this.#store.has(other));
    const compare = (a: number, b: number): number => this.#store.compare(a, b);
    return Array.from(selectBest(others, cosines, Math.max(limit, secondLook), compare))
      .map((other) => {
        const { id, authors } = this.#store.shown(other);
        const alike = (1 - pairsShare) * cosines[other]! + pairsShare * cosineOf(pairs, this.#pairs(other));
        const shared = authorsInCommon(names, authorNames(authors));
        return { id, score: Math.min(1, alike * (1 + authorsBonus * shared)) };
      })
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  /** How like a paper each other is in its words, by number, 0 to 1; 0 for itself. */
  #cosines(paper: number): Float64Array {
    const products = new Float64Array(this.#store.numbersEnd);
    const counter = new WordCounter();
    const { vocabulary } = this.#store;
    const terms = [...counter.count(this.#store.wordsOf(paper))];
    // In one order, as above.
    terms.sort((a, b) => (vocabulary.wordAt(a) < vocabulary.wordAt(b) ? -1 : 1));
    for (const term of terms) {
      const weight = this.#rarity(term) ** 2 * mentionsWeights[counter.hits(term)]!;
      if (weight === 0) continue;
      const { count, papers, hits } = vocabulary.postings(term);
      for (let i = 0; i < count; i++) products[papers[i]!]! += weight * mentionsWeights[hits[i]!]!;
    }
    products[paper] = 0;
    const length = this.#lengths[paper]!;
    return products.map((product, other) => (product === 0 ? 0 : product / (length * this.#lengths[other]!)));
  }

  /** Two words that stand together, by number, and what they weigh. */
  #pairs(paper: number): ReadonlyMap<number, number> {
    const pairs = new Map<number, number>();
    let previous = -1;
    for (const number of this.#store.wordsOf(paper).text) {
      if (number < 0) continue;
      const weight = previous === -1 ? 0 : this.#rarity(previous) * this.#rarity(number);
      if (weight > 0) pairs.set(previous * 2 ** 26 + number, Math.sqrt(weight));
      previous = number;
    }
    return pairs;
  }

  #rarity(term: number): number {
    const known = this.#rarities.get(term);
    if (known !== undefined) return known;
    const { vocabulary, size } = this.#store;
    // In the middle of an update a word may be known from more papers than there are.
    const rarity = stopWords.has(vocabulary.wordAt(term))
      ? 0
      : Math.max(0, Math.log((size + 1) / (vocabulary.frequency(term) + 0.5))) ** rarityExponent;
    this.#rarities.set(term, rarity);
    return rarity;
  }
}

/** What hits weigh, by their number: a word said often says a little more than one said once. */
const mentionsWeights = Float64Array.from({ length: hitsEnd }, (_, hits) => {
  const { title, abstract } = mentions(hits);
  return Math.log2(1 + titleMentions * Math.min(title, 1) + abstract);
});

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

function authorNames(authors: readonly Author[]): ReadonlySet<string> {
  return new Set(authors.map((author) => foldDiacritics(fullName(author)).toLowerCase()));
}

/** Authors in common, 0 to 1; damped, as the first one says most. */
function authorsInCommon(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const name of some) if (others.has(name)) shared++;
  return shared === 0 ? 0 : Math.sqrt(shared / Math.min(some.size, others.size));
}
