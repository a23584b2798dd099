import { type Disposable, EventEmitter } from 'vscode';
import type { PaperId } from '../core/paper';
import { renameKeys, type RenamedPaper } from '../core/renamedPaper';
import type { StateStore } from './stateStore';

const key = 'topicCorrections';

/** Which papers a person has moved to another topic. */
export class TopicCorrections implements Disposable {
  readonly #store: StateStore;
  #topics: ReadonlyMap<PaperId, string>;
  readonly #onDidChange = new EventEmitter<void>();

  readonly onDidChange = this.#onDidChange.event;

  constructor(store: StateStore) {
    this.#store = store;
    this.#topics = readTopics(store.get(key));
  }

  dispose(): void {
    this.#onDidChange.dispose();
  }

  get all(): readonly (readonly [PaperId, string])[] {
    return [...this.#topics];
  }

  /**
   * Moves papers to a topic; without one, back to where the library puts them by itself. Settles when that is stored.
   */
  async move(ids: readonly PaperId[], topic: string | undefined): Promise<void> {
    const topics = new Map(readTopics(this.#store.get(key))); // another window may have moved papers since
    for (const id of ids) {
      if (topic === undefined) topics.delete(id);
      else topics.set(id, topic);
    }
    await this.#keep(topics);
  }

  /** Lets papers that are known under a new id stay where they were moved to. */
  async rename(renamed: readonly RenamedPaper[]): Promise<void> {
    const topics = renameKeys(readTopics(this.#store.get(key)), renamed);
    if (topics) await this.#keep(topics);
  }

  async #keep(topics: ReadonlyMap<PaperId, string>): Promise<void> {
    this.#topics = topics;
    this.#onDidChange.fire();
    await this.#store.update(key, Object.fromEntries(topics));
  }
}

function readTopics(stored: unknown): ReadonlyMap<PaperId, string> {
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return new Map(entries.filter((entry): entry is [PaperId, string] => typeof entry[1] === 'string'));
}
