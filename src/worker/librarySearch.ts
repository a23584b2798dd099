import { sortPapers } from '../core/grouping';
import type { Library, LibraryDelta } from '../core/library';
import type { LibraryPaper, PaperId, ScoredId } from '../core/paper';
import type { ReadingState } from '../core/readingState';
import { type FoundPapers, mostChanges, PaperIndex } from '../core/search/paperIndex';
import { completeQuery } from '../core/search/query/completeQuery';
import { conditionReason } from '../core/search/query/conditionReason';
import { parseSearch } from '../core/search/query/parseSearch';
import { PaperFilter } from '../core/search/query/paperFilter';
import type { Condition, QueryProblem } from '../core/search/query/searchQuery';
import type { SearchHit } from '../core/search/searchHit';
import type { HelperProtocol, KeptPlace } from '../protocol/keptSearchProtocol';
import type { SearchAnswer } from '../protocol/libraryProtocol';
import { rpcClient } from '../protocol/rpc';
import { IndexKeeper } from './indexKeeper';
import type { WorkerPlatform } from './workerPlatform';

/** So many values are offered at the end of a query. */
const mostCompletions = 5;

/** What is asked of one version of the library. */
interface Filtered {
  readonly version: number;
  readonly papers: readonly LibraryPaper[];
  readonly filter: PaperFilter;
  /** By the position of each paper. Absent until words and conditions come together. */
  numbers?: Int32Array;
}

/** Answers queries: conditions are held against the library's papers, words are looked up in the index. */
export class LibrarySearch {
  readonly #library: Library;
  readonly #pause: () => Promise<void>;
  readonly #platform: WorkerPlatform | undefined;
  #index: PaperIndex;
  #states: ReadonlyMap<PaperId, ReadingState> = new Map();
  #familiar: ReadonlyMap<PaperId, number> = new Map();
  #filtered: Filtered | undefined;
  /** Ends when searches find what the library holds; nothing else waits for it. */
  #indexed: Promise<void> = Promise.resolve();
  #keeper: IndexKeeper | undefined;
  /** Stands in for the index until the library is read: of what it was made, and what ends the wait. */
  #restored: { readonly contents: string; readonly end: () => void } | undefined;
  /** `failed`: no other worker can be had, so that nothing more is tried. Large changes are packed here all the same. */
  #folding: 'no' | 'begun' | 'failed' = 'no';

  /**
   * @param pause lets other work of the same thread run
   * @param platform absent where nothing is kept, and no other worker can be started
   */
  constructor(library: Library, pause: () => Promise<void>, platform?: WorkerPlatform) {
    this.#library = library;
    this.#pause = pause;
    this.#platform = platform;
    this.#index = this.#emptyIndex();
  }

  /** Settles when everything the library holds is found. */
  get indexed(): Promise<void> {
    return this.#indexed;
  }

  /** Begins to take over what has changed. */
  update({ added, removed }: LibraryDelta): void {
    if (this.#restored) return; // all is compared in the end
    void this.#inTurn(() => this.#index.update(removed, added));
    void this.#inTurn(async () => this.#foldIfWorthwhile());
  }

  /**
   * Takes the index that was kept, if it was made of what is to be read now. It counts once all has been read.
   * @returns whether there is one
   */
  async restore({ place, stamp }: KeptPlace): Promise<boolean> {
    this.#keeper = this.#platform && new IndexKeeper(this.#platform.keptFiles(place));
    const kept = await this.#keeper?.open(stamp);
    if (!kept) return false;
    await this.#index.restore(kept);
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.#restored = { contents: kept.contents, end };
    void this.#inTurn(() => ended);
    return true;
  }

  /**
   * The library is read. An index that was kept of anything else is thrown away.
   * @param contents what has been read
   */
  settle(contents: string): void {
    const restored = this.#restored;
    if (!restored) return;
    this.#restored = undefined;
    const papers = this.#library.papers();
    const isSame =
      contents === restored.contents &&
      papers.length === this.#index.size &&
      papers.every(({ id }) => this.#index.numberOf(id) !== undefined);
    if (!isSame) {
      this.#index = this.#emptyIndex();
      this.update({ removed: [], added: papers, renamed: [] });
    }
    restored.end();
  }

  /**
   * Keeps the index for the next time, once it holds what the library holds now.
   * @param contents what that was made of
   * @returns whether it is worth keeping; small ones are made as quickly
   */
  keep({ place, stamp }: KeptPlace, contents: string): boolean {
    if (!this.#platform || this.#library.size <= mostChanges) return false;
    const keeper = (this.#keeper ??= new IndexKeeper(this.#platform.keptFiles(place)));
    void this.#inTurn(() => {
      const kept = this.#index.kept;
      // Not waited for. Where it cannot be written, the next start takes longer: nothing else is lost.
      if (kept) keeper.keep(kept, stamp, contents).catch(() => undefined);
      return Promise.resolve();
    });
    return true;
  }

  /** Papers that the person opened or cited before are a little better. */
  noteFamiliar(papers: readonly (readonly [PaperId, number])[]): void {
    this.#familiar = new Map(papers.map(([id, familiarity]) => [this.#library.resolve(id) ?? id, familiarity]));
  }

  /** Where the person stands with papers, which queries may ask for. */
  mark(states: readonly (readonly [PaperId, ReadingState])[]): void {
    this.#states = new Map(states.map(([id, state]) => [this.#library.resolve(id) ?? id, state]));
  }

  /** The papers that a query finds, best first; the newest first where it has conditions alone. */
  async search(typed: string, limit: number): Promise<SearchAnswer> {
    await this.#upToDate();
    const { words, required, condition, problems } = parseSearch(typed);
    const found = condition
      ? this.#conditioned(words, hasAlternatives(condition) ? required : undefined, condition, limit)
      : this.#index.find(words, limit, { priors: this.#familiar });
    const completions = completeQuery(typed, typed.length, (field, value) =>
      this.#current().filter.values(field, value),
    );
    const values = completions.filter(({ kind }) => kind === 'value');
    return { ...found, problems, completions: values.slice(0, mostCompletions) };
  }

  /** The papers that a query leaves, in the library's order: those that have all its words and meet its conditions. */
  async matching(typed: string): Promise<{ papers: readonly LibraryPaper[]; problems: readonly QueryProblem[] }> {
    await this.#upToDate();
    const { required, condition, problems } = parseSearch(typed);
    const filtered = this.#current();
    const marked = this.#left(required, condition, filtered);
    const papers = filtered.papers.filter((_, position) => marked[position] === 1);
    return { papers, problems };
  }

  /** The papers most like a paper, best first. */
  async related(id: PaperId, limit: number): Promise<readonly ScoredId[]> {
    await this.#indexed;
    return this.#index.related(id, limit);
  }

  /**
   * @param required where there are alternatives, the words that all papers have to have: then all that a filter leaves is
   * found, those without any word that papers are ranked by behind the others
   */
  #conditioned(words: string, required: string | undefined, condition: Condition, limit: number): FoundPapers {
    const filtered = this.#current();
    const { papers } = filtered;
    const marked = this.#left(required ?? '', condition, filtered);
    const others = (known: ReadonlySet<PaperId>): readonly LibraryPaper[] => {
      const matching = papers.filter(({ id }, position) => marked[position] === 1 && !known.has(id));
      return sortPapers(matching, 'year');
    };
    const unranked = (paper: LibraryPaper): SearchHit => {
      const reason = conditionReason(condition, paper);
      return { id: paper.id, score: 1, fields: [], ...(reason && { reason }) };
    };
    if (words.trim() === '') {
      const matching = others(new Set());
      return { hits: matching.slice(0, Math.max(0, limit)).map(unranked), total: matching.length };
    }
    const allowed = new Uint8Array(this.#index.numbersEnd);
    this.#numbersOf(filtered).forEach((number, position) => {
      if (number !== -1) allowed[number] = marked[position]!;
    });
    const { hits, total } = this.#index.find(words, limit, { allowed, priors: this.#familiar });
    const reasoned = hits.map((hit): SearchHit => {
      const paper = hit.reason ? undefined : this.#library.get(hit.id);
      const reason = paper && conditionReason(condition, paper);
      return reason ? { ...hit, reason } : hit;
    });
    if (required === undefined) return { hits: reasoned, total };
    const rest = hits.length < limit ? others(new Set(hits.map(({ id }) => id))).slice(0, limit - hits.length) : [];
    return { hits: [...reasoned, ...rest.map(unranked)], total: marked.reduce((sum, mark) => sum + mark, 0) };
  }

  /** Marks with 1 the papers that have all of some words and meet a condition, by their position. */
  #left(required: string, condition: Condition | undefined, filtered: Filtered): Uint8Array {
    const { filter, papers } = filtered;
    const marked = condition ? filter.matching(condition, this.#states) : new Uint8Array(papers.length).fill(1);
    if (required.trim() === '') return marked;
    const having = this.#index.havingAll(required);
    return Uint8Array.from(this.#numbersOf(filtered), (number, position) =>
      number !== -1 && having[number] === 1 ? marked[position]! : 0,
    );
  }

  #emptyIndex(): PaperIndex {
    return new PaperIndex({ pause: this.#pause, abstractOf: (id) => this.#library.get(id)?.abstract });
  }

  /** Settles when the index holds what the library holds at that moment, whatever has changed while it was waited for. */
  async #upToDate(): Promise<void> {
    for (let awaited; awaited !== this.#indexed;) {
      awaited = this.#indexed;
      await awaited;
    }
  }

  /** Does something with the index after all that is to be done with it before. */
  #inTurn(task: () => Promise<unknown>): Promise<void> {
    this.#indexed = this.#indexed.then(async () => {
      await task();
      delete this.#filtered?.numbers; // they are others now
    });
    this.#indexed.catch(() => undefined); // who searches hears of it
    return this.#indexed;
  }

  /** Folds what has changed into a new packed index, in another worker; this one goes on answering meanwhile. */
  #foldIfWorthwhile(): void {
    if (!this.#platform || this.#folding !== 'no' || !this.#index.isWorthFolding) return;
    this.#folding = 'begun';
    void this.#fold(this.#platform, this.#index).then(
      () => (this.#folding = 'no'),
      () => (this.#folding = 'failed'),
    );
  }

  async #fold({ startHelper }: WorkerPlatform, index: PaperIndex): Promise<void> {
    const fold = index.beginFold('');
    const helper = rpcClient<HelperProtocol>(startHelper(), () => undefined);
    try {
      const { buffer } = await helper.remote.fold(fold);
      // What goes wrong here is no trouble of those who search: the index stays as it was.
      await this.#inTurn(() => index.endFold(fold, buffer).then(undefined, () => undefined));
    } finally {
      index.giveUpFold(fold);
      helper.dispose();
    }
  }

  #numbersOf(filtered: Filtered): Int32Array {
    return (filtered.numbers ??= Int32Array.from(filtered.papers, ({ id }) => this.#index.numberOf(id) ?? -1));
  }

  #current(): Filtered {
    const library = this.#library;
    if (this.#filtered?.version === library.version) return this.#filtered;
    const papers = library.papers();
    const withTopics = (paper: LibraryPaper): LibraryPaper => library.withTopics(paper);
    const candidates = (text: string, unfinished: boolean) => this.#candidates(text, unfinished);
    const filter = new PaperFilter(papers, { withTopics, candidates, before: this.#filtered?.filter });
    return (this.#filtered = { version: library.version, papers, filter });
  }

  /** The positions of the papers in whose abstract a text may stand, as the index knows: few are read then. */
  #candidates(text: string, unfinished: boolean): readonly number[] | undefined {
    const having = this.#index.mayHold(text, unfinished);
    if (!having) return undefined;
    const positions: number[] = [];
    this.#numbersOf(this.#current()).forEach((number, position) => {
      if (number === -1 || having[number] === 1) positions.push(position);
    });
    return positions;
  }
}

function hasAlternatives(condition: Condition): boolean {
  return condition.kind === 'any' || (condition.kind === 'all' && condition.of.some(hasAlternatives));
}
