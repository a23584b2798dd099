import type { PaperId } from './paper';

/** Older names are forgotten. */
const mostAliases = 10_000;

/** Ids that papers had before, and the id that took each one's place. */
export class AliasTable {
  readonly #aliases = new Map<PaperId, PaperId>();

  get(id: PaperId): PaperId | undefined {
    return this.#aliases.get(id);
  }

  /** @param to the id of a paper that is there, so that no ring can close: whoever gives it has it {@link delete}d */
  set(from: PaperId, to: PaperId): void {
    this.#aliases.delete(from);
    this.#aliases.set(from, to);
    if (this.#aliases.size <= mostAliases) return;
    const [oldest] = this.#aliases.keys();
    if (oldest !== undefined) this.#aliases.delete(oldest);
  }

  /** An id that a paper has again stands for itself. */
  delete(id: PaperId): void {
    this.#aliases.delete(id);
  }
}
