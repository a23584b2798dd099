import { type Disposable, EventEmitter } from 'vscode';
import type { PaperId } from '../core/paper';
import { renameKeys, type RenamedPaper } from '../core/renamedPaper';
import type { StateStore } from './stateStore';

const key = 'familiarPapers';
const remembered = 200;

/** How much more familiar a paper is afterwards; 1 is as familiar as a paper can be. */
const gains = { opened: 0.2, cited: 0.4 } as const;

/** How familiar papers are to a person, who opened or cited them before. The search puts them before their equals. */
export class FamiliarPapers implements Disposable {
  readonly #store: StateStore;
  readonly #onDidChange = new EventEmitter<void>();
  /** The one met last stands last. */
  #papers: ReadonlyMap<PaperId, number>;

  readonly onDidChange = this.#onDidChange.event;

  constructor(store: StateStore) {
    this.#store = store;
    this.#papers = readPapers(store.get(key));
  }

  dispose(): void {
    this.#onDidChange.dispose();
  }

  /** Each paper met before, and how familiar it is, above 0 to 1. */
  get all(): readonly (readonly [PaperId, number])[] {
    return [...this.#papers];
  }

  /** Notes what was done with papers. Settles when that is stored. */
  async note(ids: readonly PaperId[], what: keyof typeof gains): Promise<void> {
    const papers = new Map(readPapers(this.#store.get(key))); // another window may have met papers since
    for (const id of ids) {
      const familiarity = Math.min(1, (papers.get(id) ?? 0) + gains[what]);
      papers.delete(id);
      papers.set(id, familiarity);
    }
    await this.#keep(new Map([...papers].slice(-remembered)));
  }

  async rename(renamed: readonly RenamedPaper[]): Promise<void> {
    const papers = renameKeys(readPapers(this.#store.get(key)), renamed);
    if (papers) await this.#keep(papers);
  }

  async #keep(papers: ReadonlyMap<PaperId, number>): Promise<void> {
    this.#papers = papers;
    this.#onDidChange.fire();
    await this.#store.update(key, [...papers]);
  }
}

function readPapers(stored: unknown): Map<PaperId, number> {
  const isEntry = (value: unknown): value is readonly [PaperId, number] => {
    if (!Array.isArray(value)) return false;
    const [id, familiarity] = value as readonly unknown[];
    return typeof id === 'string' && typeof familiarity === 'number' && familiarity > 0 && familiarity <= 1;
  };
  return new Map(Array.isArray(stored) ? stored.filter(isEntry) : []);
}
