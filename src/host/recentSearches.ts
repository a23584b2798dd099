import type { StateStore } from './stateStore';

const key = 'recentSearches';
const remembered = 10;
const longest = 300;

/** The queries by which papers were found last, the newest first. */
export class RecentSearches {
  readonly #store: StateStore;

  constructor(store: StateStore) {
    this.#store = store;
  }

  /** As another window may have left them. */
  get all(): readonly string[] {
    const stored = this.#store.get(key);
    const isQuery = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
    return Array.isArray(stored) ? stored.filter(isQuery).slice(0, remembered) : [];
  }

  async add(query: string): Promise<void> {
    const text = query.trim();
    if (text === '' || text.length > longest) return; // a pasted text is no query that one makes again
    await this.#store.update(key, [text, ...this.all.filter((other) => other !== text)].slice(0, remembered));
  }

  async clear(): Promise<void> {
    await this.#store.update(key, []);
  }
}
