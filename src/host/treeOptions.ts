import { type Disposable, EventEmitter } from 'vscode';
import { type GroupBy, groupings, type SortBy, sortings } from '../core/grouping';
import type { StateStore } from './stateStore';

const groupByKey = 'groupBy';
const sortByKey = 'sortBy';

/** How the tree is grouped and sorted, remembered. */
export class TreeOptions implements Disposable {
  readonly #store: StateStore;
  readonly #onDidChange = new EventEmitter<void>();

  readonly onDidChange = this.#onDidChange.event;

  constructor(store: StateStore) {
    this.#store = store;
  }

  dispose(): void {
    this.#onDidChange.dispose();
  }

  get groupBy(): GroupBy {
    return oneOf(groupings, this.#store.get(groupByKey)) ?? 'topic';
  }

  get sortBy(): SortBy {
    return oneOf(sortings, this.#store.get(sortByKey)) ?? 'title';
  }

  async setGroupBy(groupBy: GroupBy): Promise<void> {
    await this.#store.update(groupByKey, groupBy);
    this.#onDidChange.fire();
  }

  async setSortBy(sortBy: SortBy): Promise<void> {
    await this.#store.update(sortByKey, sortBy);
    this.#onDidChange.fire();
  }
}

/** The value, if it is one of the choices. */
export function oneOf<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}
