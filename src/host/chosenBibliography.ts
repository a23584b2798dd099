import { Uri } from 'vscode';
import type { StateStore } from './stateStore';

const storeKey = 'citation.bibliography';

/** Where entries go in this workspace if its documents do not tell, as somebody once decided. */
export class ChosenBibliography {
  readonly #store: StateStore;

  /** @param store the workspace's */
  constructor(store: StateStore) {
    this.#store = store;
  }

  get current(): Uri | 'none' | undefined {
    const stored = this.#store.get(storeKey);
    if (typeof stored !== 'string') return undefined;
    return stored === 'none' ? stored : Uri.parse(stored);
  }

  /** Without a choice the question is open again. */
  async choose(choice: Uri | 'none' | undefined): Promise<void> {
    await this.#store.update(storeKey, choice?.toString());
  }
}
