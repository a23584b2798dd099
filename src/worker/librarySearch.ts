import { sortPapers } from '../core/grouping';
import type { Library, LibraryDelta } from '../core/library';
import type { LibraryPaper, PaperId, ScoredId } from '../core/paper';
import type { ReadingState } from '../core/readingState';
import { PaperIndex } from '../core/search/paperIndex';
import { parseSearch } from '../core/search/query/parseSearch';
import { PaperFilter } from '../core/search/query/paperFilter';
import type { Condition } from '../core/search/query/searchQuery';
import type { SearchHit } from '../core/search/searchHit';
import type { SearchAnswer } from '../protocol/libraryProtocol';

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
  readonly #index: PaperIndex;
  #states: ReadonlyMap<PaperId, ReadingState> = new Map();
  #filtered: Filtered | undefined;
  /** Ends when searches find what the library holds; nothing else waits for it. */
  #indexed: Promise<void> = Promise.resolve();

  /** @param pause lets other work of the same thread run */
  constructor(library: Library, pause: () => Promise<void>) {
    this.#library = library;
    this.#index = new PaperIndex({ pause, abstractOf: (id) => library.get(id)?.abstract });
  }

  /** Settles when everything the library holds is found. */
  get indexed(): Promise<void> {
    return this.#indexed;
  }

  /** Begins to take over what has changed. */
  update({ added, removed }: LibraryDelta): void {
    this.#indexed = this.#indexed.then(() => this.#index.update(removed, added));
    this.#indexed.catch(() => undefined); // who searches hears of it
  }

  /** Where the person stands with papers, which queries may ask for. */
  mark(states: readonly (readonly [PaperId, ReadingState])[]): void {
    this.#states = new Map(states.map(([id, state]) => [this.#library.resolve(id) ?? id, state]));
  }

  /** The papers that a query finds, best first; the newest first where it has conditions alone. */
  async search(typed: string, limit: number): Promise<SearchAnswer> {
    await this.#indexed;
    const { words, condition, problems } = parseSearch(typed);
    if (!condition) return { hits: this.#index.search(words, limit), problems };
    return { hits: this.#conditioned(words, condition, limit), problems };
  }

  /** The papers most like a paper, best first. */
  async related(id: PaperId, limit: number): Promise<readonly ScoredId[]> {
    await this.#indexed;
    return this.#index.related(id, limit);
  }

  #conditioned(words: string, condition: Condition, limit: number): readonly SearchHit[] {
    const filtered = this.#current();
    const { papers, filter } = filtered;
    const marked = filter.matching(condition, this.#states);
    if (words.trim() === '') {
      const matching = sortPapers(
        papers.filter((_, position) => marked[position] === 1),
        'year',
      );
      return matching.slice(0, Math.max(0, limit)).map(({ id }) => ({ id, score: 1, fields: [] }));
    }
    filtered.numbers ??= Int32Array.from(papers, ({ id }) => this.#index.numberOf(id) ?? -1);
    const allowed = new Uint8Array(this.#index.numbersEnd);
    filtered.numbers.forEach((number, position) => {
      if (number !== -1) allowed[number] = marked[position]!;
    });
    return this.#index.search(words, limit, { allowed });
  }

  #current(): Filtered {
    const library = this.#library;
    if (this.#filtered?.version === library.version) return this.#filtered;
    const papers = library.papers();
    const withTopics = (paper: LibraryPaper): LibraryPaper => library.withTopics(paper);
    const filter = new PaperFilter(papers, { withTopics, before: this.#filtered?.filter });
    return (this.#filtered = { version: library.version, papers, filter });
  }
}
