import { Uri } from 'vscode';
import type { BibliographyChoice } from './citationWriter';
import type { StateStore } from './stateStore';

const storeKey = 'citation.bibliography';

/** Where entries go in this workspace if its documents do not tell, as somebody once decided. */
export class ChosenBibliography {
  readonly #store: StateStore;

  /** @param store the workspace's */
  constructor(store: StateStore) {
    this.#store = store;
  }

  get current(): BibliographyChoice | undefined {
    const stored = this.#store.get(storeKey);
    if (typeof stored !== 'string') return undefined;
    return stored === 'none' ? stored : Uri.parse(stored);
  }

  /** Without a choice the question is open again. */
  async choose(choice: BibliographyChoice | undefined): Promise<void> {
    await this.#store.update(storeKey, choice?.toString());
  }
}
