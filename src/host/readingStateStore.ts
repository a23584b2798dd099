import { type Disposable, EventEmitter } from 'vscode';
import type { PaperId } from '../core/paper';
import { type ReadingState, readingStates } from '../core/readingState';
import { renameKeys, type RenamedPaper } from '../core/renamedPaper';
import type { StateStore } from './stateStore';

const key = 'readingStates';

/** Which papers a person means to read, is reading and has read. */
export class ReadingStateStore implements Disposable {
  readonly #store: StateStore;
  #states: Map<PaperId, ReadingState>;
  readonly #onDidChange = new EventEmitter<readonly PaperId[]>();

  /** The papers whose state has changed. */
  readonly onDidChange = this.#onDidChange.event;

  constructor(store: StateStore) {
    this.#store = store;
    this.#states = readStates(store.get(key));
  }

  dispose(): void {
    this.#onDidChange.dispose();
  }

  /** Every paper that is marked, the newest mark last. */
  get all(): readonly (readonly [PaperId, ReadingState])[] {
    return [...this.#states];
  }

  get(id: PaperId): ReadingState | undefined {
    return this.#states.get(id);
  }

  /** The papers in a state, in the order in which they were marked. */
  withState(state: ReadingState): readonly PaperId[] {
    return [...this.#states].filter(([, other]) => other === state).map(([id]) => id);
  }

  /** Marks papers, or clears their mark. Settles when that is stored. */
  async set(ids: readonly PaperId[], state: ReadingState | undefined): Promise<void> {
    this.#states = readStates(this.#store.get(key)); // another window may have marked papers since
    const changed = ids.filter((id) => this.#states.get(id) !== state);
    if (changed.length === 0) return;
    for (const id of changed) {
      this.#states.delete(id); // so that the newest mark stands last
      if (state) this.#states.set(id, state);
    }
    this.#onDidChange.fire(changed);
    await this.#store.update(key, Object.fromEntries(this.#states));
  }

  /** Lets papers that are known under a new id keep their mark. */
  async rename(renamed: readonly RenamedPaper[]): Promise<void> {
    const states = renameKeys(readStates(this.#store.get(key)), renamed);
    if (!states) return;
    this.#states = states;
    this.#onDidChange.fire(renamed.map(({ to }) => to));
    await this.#store.update(key, Object.fromEntries(states));
  }
}

function readStates(stored: unknown): Map<PaperId, ReadingState> {
  if (typeof stored !== 'object' || stored === null) return new Map();
  const isState = (value: unknown): value is ReadingState => readingStates.some((state) => state === value);
  return new Map(Object.entries(stored).filter((entry): entry is [PaperId, ReadingState] => isState(entry[1])));
}
