import type { Paper, PaperId, ScoredId } from '../paper';
import { fieldMasks } from './fieldHits';
import { isHint } from './matchHint';
import { papersHavingAll } from './papersHavingAll';
import { matchBeginnings, matchLoosely, matchQuery } from './matchQuery';
import { tellingWords } from './tellingWords';
import type { KeptIndex } from './keptIndex';
import type { Fold } from './packed/foldIndex';
import { PackedIndex } from './packed/packedIndex';
import { packPapers } from './packed/packPapers';
import { PaperStore } from './paperStore';
import { parseQuery } from './query';
import type { Query } from './query';
import { rank, requiredWords } from './ranking';
import { Reasons } from './reasons';
import { RecentValues } from './recentValues';
import { RelatedPapers } from './relatedPapers';
import type { SearchHit } from './searchHit';
import type { ShownPaper } from './shownPaper';
import { SearchLists } from './searchLists';
import type { SplitAbstract } from './splitAbstract';
import { stopWords } from './stopWords';
import type { WordMatches } from './wordMatches';

/** How many steps of an update are taken before others get their turn. */
const sliceSize = 16;
/** Of words that papers have, but no paper together, this many may be misspelt: the rarest. */
const mostLooseWords = 2;
/** With more changes than this each search takes noticeably longer. */
const changesWorthFolding = 500;
/** With more changes than this they are packed within the update. Smaller libraries need no packed index at all. */
export const mostChanges = 2000;

/** So many abstracts are kept split into words. */
const mostAbstracts = 400;
/** Answers to queries up to this length are kept, … */
const shortQuery = 2;
/** … so many of them, until the index changes. */
const mostShortAnswers = 100;

/** What somebody who builds an index may give. */
export interface PaperIndexOptions {
  /** Lets others have their turn; called every few milliseconds of an update. */
  readonly pause?: () => Promise<void>;
  /** The abstract as it was written, where it is at hand: what hits quote. Of packed papers only the words are kept. */
  readonly abstractOf?: (id: PaperId) => string | undefined;
}

/** What narrows a search, or is known of papers apart from the query. */
export interface SearchOptions {
  /** The papers that may be found: not 0 at their numbers (see `idAt`). All of them where it is not given. */
  readonly allowed?: Uint8Array;
  /** How familiar papers are, 0 to 1: those opened or cited before are a little better. */
  readonly priors?: ReadonlyMap<PaperId, number>;
}

/** What a query finds, best first. */
export interface FoundPapers {
  readonly hits: readonly SearchHit[];
  /** How many papers have as many of the words as those, of which the best are `hits`. */
  readonly total: number;
}

/**
 * Finds papers by what somebody types, and papers like a paper. Most papers of a large library are in a packed index;
 * what has changed since lies over it, and is folded into a new one now and then.
 */
export class PaperIndex {
  readonly #pause: () => Promise<void>;
  readonly #abstractOf: (id: PaperId) => string | undefined;
  readonly #abstracts = new RecentValues<SplitAbstract>(mostAbstracts);
  /** Answers to a letter or two, which half the library may fit. */
  readonly #shortAnswers = new Map<string, FoundPapers>();
  #shortAnswersFor: SearchOptions['priors'];
  /** The priors given last, by number. */
  #priors: { readonly given: SearchOptions['priors']; readonly byNumber: ReadonlyMap<number, number> } | undefined;
  #store = new PaperStore();
  #lists: SearchLists | undefined;
  #related: RelatedPapers | undefined;
  /** The fold under way, and the papers changed since it began. */
  #folding: { readonly fold: Fold; readonly changed: Set<PaperId> } | undefined;

  constructor({ pause = () => Promise.resolve(), abstractOf = () => undefined }: PaperIndexOptions = {}) {
    this.#pause = pause;
    this.#abstractOf = abstractOf;
  }

  get size(): number {
    return this.#store.size;
  }

  /** One more than the highest number of a paper. */
  get numbersEnd(): number {
    return this.#store.numbersEnd;
  }

  /** The id of the paper that has a number until the next update or fold; nothing where no paper has it. */
  idAt(number: number): PaperId | undefined {
    return number < this.numbersEnd && this.#store.has(number) ? this.#store.idOf(number) : undefined;
  }

  /** The number of a paper until the next update or fold. */
  numberOf(id: PaperId): number | undefined {
    return this.#store.numberOf(id);
  }

  /** The packed index as it is now, which may lag behind; nothing in a small library. */
  get packed(): PackedIndex | undefined {
    return this.#store.packed;
  }

  /** Replaces all papers by those of a packed index. */
  open(packed: PackedIndex): void {
    this.#replaceStore(new PaperStore(packed));
  }

  /** Replaces all papers by those of an index that was kept. */
  async restore({ packed, hidden, papers }: KeptIndex): Promise<void> {
    const store = new PaperStore(packed);
    await this.#inSlices(store.remove(hidden.map((number) => packed.idOf(number))));
    await this.#inSlices(store.addAll(papers));
    this.#replaceStore(store);
  }

  /** The index as it is now, to be kept; nothing in a small library, which is read as quickly. */
  get kept(): KeptIndex | undefined {
    const { packed, hidden } = this.#store;
    if (!packed) return undefined;
    return { packed, hidden: [...hidden.keys()].filter((number) => hidden[number]), papers: this.#store.livePapers() };
  }

  /** What is known of a paper without the library; nothing for an unknown id. */
  shown(id: PaperId): ShownPaper | undefined {
    const number = this.#store.numberOf(id);
    return number === undefined ? undefined : this.#store.shown(number);
  }

  /**
   * Takes papers out and puts papers in; one that is there already is replaced, an unknown id passed over. Searches
   * may be made meanwhile and answer from what is there by then; another update may only follow.
   */
  async update(removed: readonly PaperId[], added: readonly Paper[]): Promise<void> {
    const papers = new Map(added.map((paper) => [paper.id, paper]));
    const gone = [...removed, ...papers.keys()];
    await this.#inSlices(this.#store.remove(gone));
    if (this.#store.changes + papers.size > mostChanges) {
      const { packed, hidden } = this.#store;
      const all = [...this.#store.livePapers(), ...papers.values()];
      const buffer = await this.#inSlices(packPapers({ packed, hidden, papers: all, stamp: '' }));
      this.#replaceStore(new PaperStore(PackedIndex.open(buffer, '')));
      return;
    }
    for (const id of gone) this.#folding?.changed.add(id);
    await this.#inSlices(this.#store.addAll(papers.values()));
  }

  /** Whether so much lies over the packed index that a fold is worth its while. */
  get isWorthFolding(): boolean {
    return this.#store.packed !== undefined && this.#store.changes > changesWorthFolding;
  }

  /**
   * Begins a fold: what it gives goes to `foldIndex`, best in another thread, and the buffer that comes back to
   * `endFold`. Searches and updates go on meanwhile. A fold begun before is given up.
   * @param stamp the stamp of the new index
   */
  beginFold(stamp: string): Fold {
    const { packed, hidden } = this.#store;
    const fold: Fold = {
      ...(packed && { packed: { buffer: packed.buffer, stamp: packed.stamp } }),
      hidden: hidden.slice(),
      papers: this.#store.livePapers(),
      stamp,
    };
    this.#folding = { fold, changed: new Set() };
    return fold;
  }

  /** Forgets a fold that comes to nothing. */
  giveUpFold(fold: Fold): void {
    if (this.#folding?.fold === fold) this.#folding = undefined;
  }

  /**
   * Swaps the index for the folded one; papers changed since the fold began stay as they are. Between updates only.
   * @returns whether it was taken: not when it is damaged, or when another fold or a large update came between
   */
  async endFold(fold: Fold, buffer: ArrayBuffer): Promise<boolean> {
    const packed = PackedIndex.open(buffer, fold.stamp);
    if (this.#folding?.fold !== fold || !packed) return false;
    const { changed } = this.#folding;
    const store = new PaperStore(packed);
    await this.#inSlices(store.remove([...changed]));
    await this.#inSlices(store.addAll(this.#store.livePapers().filter(({ id }) => changed.has(id))));
    this.#replaceStore(store);
    return true;
  }

  /**
   * The papers a query finds, best first: all words before some, title and people before the abstract, misspelt words
   * only where nothing fits as it stands. Without words there is no answer. Never throws.
   * @param query as typed, the last word perhaps unfinished; an identifier or a link may be pasted
   */
  search(query: string, limit: number, options?: SearchOptions): readonly SearchHit[] {
    return this.find(query, limit, options).hits;
  }

  /** The same, and how many papers there are. */
  find(query: string, limit: number, options: SearchOptions = {}): FoundPapers {
    const parsed = parseQuery(query);
    if (parsed.words.length === 0 || limit <= 0) return { hits: [], total: 0 };
    if (parsed.text.length > shortQuery || options.allowed) return this.#find(parsed, limit, options);
    if (this.#shortAnswersFor !== options.priors) this.#shortAnswers.clear();
    this.#shortAnswersFor = options.priors;
    const key = JSON.stringify([parsed, limit]);
    const known = this.#shortAnswers.get(key) ?? this.#find(parsed, limit, options);
    this.#shortAnswers.delete(key);
    this.#shortAnswers.set(key, known);
    if (this.#shortAnswers.size > mostShortAnswers) this.#shortAnswers.delete(this.#shortAnswers.keys().next().value!);
    return known;
  }

  #find(query: Query, limit: number, { allowed, priors }: SearchOptions): FoundPapers {
    const known = { allowed, priors: priors && this.#byNumber(priors) };
    const lists = (this.#lists ??= new SearchLists(this.#store));
    const matches = lists.matches(query.words.length);
    matchQuery(this.#store, query, matches);
    let ranking = rank(this.#store, query, matches, lists, known);
    if (!ranking.fits) {
      matchLoosely(this.#store, query, matches, rarestWords(query, matches));
      ranking = rank(this.#store, query, matches, lists, known);
    }
    const reasons = new Reasons(this.#store, query, matches, this.#abstracts);
    const hits = ranking.papers.slice(0, limit).map(({ paper, score }) => {
      const shown = this.#store.shown(paper);
      const reason = reasons.of(paper, shown, () => this.#abstractOf(shown.id));
      return { id: shown.id, score, fields: fieldsOf(paper, matches), ...(reason && { reason }) };
    });
    return { hits, total: ranking.total };
  }

  /**
   * The papers that have all words of a query, not 0 at their numbers until the next update or fold; misspelt ones only
   * where no paper has them as they stand. Without words, all of them.
   * @param query as for {@link search}
   */
  havingAll(query: string): Uint8Array {
    const parsed = parseQuery(query);
    if (parsed.words.length === 0) return new Uint8Array(this.numbersEnd).fill(1);
    const matches = (this.#lists ??= new SearchLists(this.#store)).matches(parsed.words.length);
    matchQuery(this.#store, parsed, matches);
    const required = requiredWords(parsed, isHint(this.#store, parsed) ? matches.length - 1 : -1);
    const found = papersHavingAll(this.#store, matches, required);
    if (found) return found;
    matchLoosely(this.#store, parsed, matches, rarestWords(parsed, matches));
    return papersHavingAll(this.#store, matches, required) ?? new Uint8Array(this.numbersEnd);
  }

  /**
   * The papers in which a text may stand, not 0 at their numbers until the next update or fold: those that have all its
   * words, as a search spells them or as the beginnings of others. Nothing where too little is known.
   * @param unfinished whether more letters may follow the last word, which then tells nothing
   */
  mayHold(text: string, unfinished: boolean): Uint8Array | undefined {
    const parsed = parseQuery(`${text} `);
    const matches = (this.#lists ??= new SearchLists(this.#store)).matches(parsed.words.length);
    const required = tellingWords(parsed).map((is, index) => is && !(unfinished && index === matches.length - 1));
    if (!required.includes(true)) return undefined;
    matchQuery(this.#store, parsed, matches);
    matchBeginnings(this.#store, parsed, matches);
    return papersHavingAll(this.#store, matches, required) ?? new Uint8Array(this.numbersEnd);
  }

  /** The papers most like a paper, best first, scores 0 to 1; nothing for an unknown id. */
  related(id: PaperId, limit: number): readonly ScoredId[] {
    const paper = this.#store.numberOf(id);
    if (paper === undefined || limit <= 0) return [];
    this.#related ??= new RelatedPapers(this.#store);
    return this.#related.to(paper, limit);
  }

  async #inSlices<Result>(steps: Generator<void, Result>): Promise<Result> {
    for (let count = 1; ; count++) {
      const step = steps.next();
      if (step.done) return step.value;
      this.#forget();
      if (count % sliceSize === 0) await this.#pause();
    }
  }

  #replaceStore(store: PaperStore): void {
    this.#store = store;
    this.#folding = undefined;
    this.#forget();
  }

  /** What was kept from search to search holds no more. */
  #forget(): void {
    this.#lists = undefined;
    this.#related = undefined;
    this.#abstracts.clear();
    this.#shortAnswers.clear();
    this.#priors = undefined;
  }

  #byNumber(priors: ReadonlyMap<PaperId, number>): ReadonlyMap<number, number> {
    if (this.#priors?.given === priors) return this.#priors.byNumber;
    const known = Array.from(priors, ([id, prior]) => [this.#store.numberOf(id), prior] as const);
    const byNumber = new Map(known.filter((entry): entry is readonly [number, number] => entry[0] !== undefined));
    this.#priors = { given: priors, byNumber };
    return byNumber;
  }
}

function rarestWords({ words, unfinished }: Query, matches: readonly WordMatches[]): readonly number[] {
  // A word that goes on as papers have it is not misspelt so far.
  const isGoingOn = (index: number): boolean =>
    unfinished && index === words.length - 1 && matches[index]!.papers.length > 0;
  const order = [...words.keys()]
    .filter((index) => !stopWords.has(words[index]!.word) && !isGoingOn(index))
    .sort((a, b) => matches[a]!.papers.length - matches[b]!.papers.length || a - b);
  return order.slice(0, mostLooseWords);
}

function fieldsOf(paper: number, matches: readonly WordMatches[]): SearchHit['fields'] {
  const hits = matches.reduce((all, match) => all | match.hits(paper), 0);
  return fieldMasks.filter(([, mask]) => (hits & mask) !== 0).map(([field]) => field);
}
