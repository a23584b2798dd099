import type { PaperId } from '../core/paper';
import type { StateStore } from './stateStore';

const key = 'recentPapers';
const remembered = 20;

/** The papers opened last, the newest first. */
export class RecentPapers {
  readonly #store: StateStore;
  #ids: readonly PaperId[];

  constructor(store: StateStore) {
    this.#store = store;
    const stored = store.get(key);
    this.#ids = Array.isArray(stored) ? stored.filter((id): id is PaperId => typeof id === 'string') : [];
  }

  get ids(): readonly PaperId[] {
    return this.#ids;
  }

  async add(id: PaperId): Promise<void> {
    this.#ids = [id, ...this.#ids.filter((other) => other !== id)].slice(0, remembered);
    await this.#store.update(key, this.#ids);
  }
}
