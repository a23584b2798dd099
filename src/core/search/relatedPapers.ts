import { fullName } from '../labels';
import type { Paper, ScoredId } from '../paper';
import { foldDiacritics } from '../text';
import { mentions } from './fieldHits';
import type { IndexedPaper, PaperStore } from './paperStore';
import { stopWords } from './stopWords';
import type { Term } from './vocabulary';

/** How many mentions in the abstract a word in the title is worth. */
const titleMentions = 3;
/** How much of what two papers lack of being the same their authors in common make up for, when all are. */
const authorsShare = 0.15;
/** How many of the papers most alike in their words have their authors compared. */
const mostCompared = 200;

/**
 * Papers like a paper: the angle between their words, each weighed by its rarity and its place in title or abstract
 * (tf-idf and cosine), and a little for authors in common.
 */
export class RelatedPapers {
  readonly #store: PaperStore;
  /** The length of each paper's vector of words. */
  readonly #lengths: Float64Array;

  constructor(store: PaperStore) {
    this.#store = store;
    const squares = new Float64Array(store.numbersEnd);
    for (const term of store.vocabulary.terms()) {
      const rarity = this.#rarity(term);
      for (let i = 0; i < term.postings.length; i += 2) {
        squares[term.postings[i]!]! += (rarity * mentionsWeight(term.postings[i + 1]!)) ** 2;
      }
    }
    this.#lengths = squares.map(Math.sqrt);
  }

  /** The papers most like one, best first; equal ones in the order of their ids. Scores are 0 to 1. */
  to(paper: IndexedPaper, limit: number): readonly ScoredId[] {
    const alike: { readonly other: Paper; readonly cosine: number }[] = [];
    this.#products(paper).forEach((product, number) => {
      const other = this.#store.at(number);
      if (product === 0 || !other || other === paper) return;
      alike.push({ other: other.paper, cosine: product / (this.#lengths[paper.number]! * this.#lengths[number]!) });
    });
    const order = (a: ScoredId, b: ScoredId): number => b.score - a.score || (a.id < b.id ? -1 : 1);
    const names = authorNames(paper.paper);
    return alike
      .sort((a, b) => b.cosine - a.cosine || (a.other.id < b.other.id ? -1 : 1))
      .slice(0, Math.max(limit, mostCompared))
      .map(({ other, cosine }) => {
        const shared = authorsInCommon(names, authorNames(other));
        return { id: other.id, score: Math.min(1, cosine + authorsShare * shared * (1 - cosine)) };
      })
      .sort(order)
      .slice(0, limit);
  }

  /** The inner product of a paper's vector with that of every other. */
  #products(paper: IndexedPaper): Float64Array {
    const products = new Float64Array(this.#store.numbersEnd);
    for (const number of new Set([...paper.text.map((number) => (number < 0 ? ~number : number)), ...paper.beside])) {
      const term = this.#store.vocabulary.at(number)!;
      const { postings } = term;
      const weight = this.#rarity(term) ** 2 * mentionsWeight(hitsOf(paper, postings));
      if (weight === 0) continue;
      for (let i = 0; i < postings.length; i += 2) products[postings[i]!]! += weight * mentionsWeight(postings[i + 1]!);
    }
    return products;
  }

  #rarity({ word, postings }: Term): number {
    return stopWords.has(word) ? 0 : Math.log((this.#store.size + 1) / (postings.length / 2 + 0.5));
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

function authorNames({ authors }: Paper): ReadonlySet<string> {
  return new Set(authors.map((author) => foldDiacritics(fullName(author)).toLowerCase()));
}

/** Authors in common, 0 to 1; damped, as the first one says most. */
function authorsInCommon(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let shared = 0;
  for (const name of some) if (others.has(name)) shared++;
  return shared === 0 ? 0 : Math.sqrt(shared / Math.min(some.size, others.size));
}
