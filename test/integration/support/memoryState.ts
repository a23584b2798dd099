import type { StateStore } from '../../../src/host/stateStore';

/** What a window remembers, as long as the test runs. */
export class MemoryState implements StateStore {
  readonly #values = new Map<string, unknown>();

  get(key: string): unknown {
    return this.#values.get(key);
  }

  async update(key: string, value: unknown): Promise<void> {
    this.#values.set(key, value);
  }
}
