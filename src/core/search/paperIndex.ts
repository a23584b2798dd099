import type { Paper, PaperId, ScoredId } from '../paper';
import { fieldMasks } from './fieldHits';
import { matchQuery } from './matchQuery';
import { PaperStore } from './paperStore';
import { parseQuery } from './query';
import type { Query } from './query';
import { rank } from './ranking';
import { Reasons } from './reasons';
import { RecentWords } from './recentWords';
import { RelatedPapers } from './relatedPapers';
import type { SearchHit } from './searchHit';
import { stopWords } from './stopWords';
import type { WordMatches } from './wordMatches';

/** How many papers, or words of papers taken away, are dealt with before others get their turn. */
const sliceSize = 16;
/** Of words that papers have, but no paper together, this many may be misspelt: the rarest. */
const mostLooseWords = 2;

/** Finds papers by what somebody types, and papers like a paper. */
export class PaperIndex {
  readonly #store = new PaperStore();
  readonly #pause: () => Promise<void>;
  readonly #abstracts = new RecentWords();
  #related: RelatedPapers | undefined;

  /** @param pause lets others have their turn; called every few milliseconds of an update */
  constructor(pause: () => Promise<void> = () => Promise.resolve()) {
    this.#pause = pause;
  }

  get size(): number {
    return this.#store.size;
  }

  /**
   * Takes papers out and puts papers in; one that is there already is replaced, an unknown id passed over. Searches
   * may be made meanwhile and answer from what is there by then; another update may only follow.
   */
  async update(removed: readonly PaperId[], added: readonly Paper[]): Promise<void> {
    const papers = new Map(added.map((paper) => [paper.id, paper]));
    let steps = 0;
    const removal = this.#store.remove([...removed, ...papers.keys()]);
    while (!removal.next().done) {
      this.#related = undefined;
      if (++steps % sliceSize === 0) await this.#pause();
    }
    for (const paper of papers.values()) {
      this.#related = undefined;
      this.#store.add(paper);
      if (++steps % sliceSize === 0) await this.#pause();
    }
  }

  /**
   * The papers a query finds, best first: all words before some, title and people before the abstract, misspelt words
   * only where nothing fits as it stands. Without words there is no answer. Never throws.
   * @param query as typed, the last word perhaps unfinished; an identifier or a link may be pasted
   */
  search(query: string, limit: number): readonly SearchHit[] {
    const parsed = parseQuery(query);
    if (parsed.words.length === 0 || limit <= 0) return [];
    let matches = matchQuery(this.#store, parsed, new Set());
    let ranking = rank(this.#store, parsed, matches);
    if (!ranking.complete) {
      matches = matchQuery(this.#store, parsed, rarestWords(parsed, matches));
      ranking = rank(this.#store, parsed, matches);
    }
    const reasons = new Reasons(parsed, matches, this.#abstracts);
    return ranking.papers.slice(0, limit).map(({ paper, score }) => {
      const reason = reasons.of(paper);
      return { id: paper.paper.id, score, fields: fieldsOf(paper.number, matches), ...(reason && { reason }) };
    });
  }

  /** The papers most like a paper, best first, scores 0 to 1; nothing for an unknown id. */
  related(id: PaperId, limit: number): readonly ScoredId[] {
    const paper = this.#store.get(id);
    if (!paper || limit <= 0) return [];
    this.#related ??= new RelatedPapers(this.#store);
    return this.#related.to(paper, limit);
  }
}

function rarestWords({ words }: Query, matches: readonly WordMatches[]): ReadonlySet<number> {
  const order = [...words.keys()]
    .filter((index) => !stopWords.has(words[index]!.word))
    .sort((a, b) => matches[a]!.papers.length - matches[b]!.papers.length || a - b);
  return new Set(order.slice(0, mostLooseWords));
}

function fieldsOf(paper: number, matches: readonly WordMatches[]): SearchHit['fields'] {
  const hits = matches.reduce((all, match) => all | match.hits(paper), 0);
  return fieldMasks.filter(([, mask]) => (hits & mask) !== 0).map(([field]) => field);
}
