import { checksum } from '../core/checksum';

/** What the library's files held when they were read. */
export class SourceContents {
  readonly #contents = new Map<string, string>();

  put(uri: string, bytes: Uint8Array): void {
    this.#contents.set(uri, contentsMark(bytes));
  }

  /** Whether a file held these bytes when it was read. */
  holds(uri: string, bytes: Uint8Array): boolean {
    return this.#contents.get(uri) === contentsMark(bytes);
  }

  delete(uri: string): void {
    this.#contents.delete(uri);
  }

  /** All of it in one text that does not depend on the order in which they were read. */
  toString(): string {
    return JSON.stringify([...this.#contents].sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

function contentsMark(bytes: Uint8Array): string {
  return `${bytes.length} ${checksum(bytes)}`;
}
