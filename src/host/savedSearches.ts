import { type Disposable, EventEmitter } from 'vscode';
import type { StateStore } from './stateStore';

const key = 'savedSearches';
const most = 200;
const longest = 2_000;

/** A query that a person gave a name. */
export interface SavedSearch {
  /** Tells it from others of the same name and query. */
  readonly id: string;
  readonly name: string;
  readonly query: string;
}

/** The queries that a person keeps, in the order in which they were saved. */
export class SavedSearches implements Disposable {
  readonly #store: StateStore;
  readonly #onDidChange = new EventEmitter<void>();
  #known: string;

  readonly onDidChange = this.#onDidChange.event;

  constructor(store: StateStore) {
    this.#store = store;
    this.#known = JSON.stringify(this.all);
  }

  dispose(): void {
    this.#onDidChange.dispose();
  }

  /** As another window may have left them. */
  get all(): readonly SavedSearch[] {
    const stored = this.#store.get(key);
    return Array.isArray(stored) ? stored.filter(isSavedSearch).slice(0, most) : [];
  }

  /** Looks whether another window changed them: nobody tells. */
  look(): void {
    const found = JSON.stringify(this.all);
    if (found === this.#known) return;
    this.#known = found;
    this.#onDidChange.fire();
  }

  /**
   * Keeps a query. Settles when that is stored.
   * @returns whether there was room for it
   */
  async add(name: string, query: string): Promise<boolean> {
    const known = this.all;
    if (known.length === most) return false;
    await this.#keep([...known, { id: freeId(known), name: named(name, query), query: query.slice(0, longest) }]);
    return true;
  }

  async change(id: string, { name, query }: Partial<Pick<SavedSearch, 'name' | 'query'>>): Promise<void> {
    const change = (one: SavedSearch): SavedSearch => {
      const changed = { ...one, query: (query ?? one.query).slice(0, longest) };
      return { ...changed, name: named(name ?? one.name, changed.query) };
    };
    await this.#keep(this.all.map((one) => (one.id === id ? change(one) : one)));
  }

  /** Forgets one. @returns what puts it back to where it was; nothing where it was gone */
  async delete(id: string): Promise<(() => Promise<void>) | undefined> {
    const before = this.all;
    const at = before.findIndex((one) => one.id === id);
    const deleted = before[at];
    if (!deleted) return undefined;
    await this.#keep(before.filter((one) => one !== deleted));
    let isRestored = false;
    return async () => {
      if (isRestored) return;
      isRestored = true;
      const now = this.all;
      const isTaken = now.some((one) => one.id === id);
      const restored = isTaken ? { ...deleted, id: freeId(now) } : deleted;
      await this.#keep([...now.slice(0, at), restored, ...now.slice(at)]);
    };
  }

  async #keep(searches: readonly SavedSearch[]): Promise<void> {
    await this.#store.update(key, searches);
    this.look();
  }
}

function freeId(known: readonly SavedSearch[]): string {
  const taken = new Set(known.map(({ id }) => id));
  let number = known.length + 1;
  while (taken.has(String(number))) number++;
  return String(number);
}

/** A search without a name is called as it is typed. */
function named(name: string, query: string): string {
  return (name.trim() || query.trim()).slice(0, longest);
}

function isSavedSearch(value: unknown): value is SavedSearch {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, query } = value as Record<string, unknown>;
  return [id, name, query].every((text) => typeof text === 'string' && text !== '' && text.length <= longest);
}
