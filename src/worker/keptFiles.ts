/** Files that a worker keeps between windows. What is lost can be made again. */
export interface KeptFiles {
  /** What was written under a name, or nothing. */
  read(name: string): Promise<ArrayBuffer | undefined>;
  /** Writes all of it or, where that fails or is broken off, leaves what was there. */
  write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Removes all others. */
  keepOnly(names: readonly string[]): Promise<void>;
}
