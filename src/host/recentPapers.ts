import type { PaperId } from '../core/paper';
import type { RenamedPaper } from '../core/renamedPaper';
import type { StateStore } from './stateStore';

const key = 'recentPapers';
const remembered = 20;

/** The papers opened last, the newest first. */
export class RecentPapers {
  readonly #store: StateStore;
  #ids: readonly PaperId[];

  constructor(store: StateStore) {
    this.#store = store;
    this.#ids = readIds(store);
  }

  get ids(): readonly PaperId[] {
    return this.#ids;
  }

  async add(id: PaperId): Promise<void> {
    // Another window may have opened some since.
    this.#ids = [id, ...readIds(this.#store).filter((other) => other !== id)].slice(0, remembered);
    await this.#store.update(key, this.#ids);
  }

  async rename(renamed: readonly RenamedPaper[]): Promise<void> {
    const names = new Map(renamed.map(({ from, to }) => [from, to]));
    if (!this.#ids.some((id) => names.has(id))) return;
    this.#ids = [...new Set(this.#ids.map((id) => names.get(id) ?? id))];
    await this.#store.update(key, this.#ids);
  }
}

function readIds(store: StateStore): readonly PaperId[] {
  const stored = store.get(key);
  return Array.isArray(stored) ? stored.filter((id): id is PaperId => typeof id === 'string') : [];
}
