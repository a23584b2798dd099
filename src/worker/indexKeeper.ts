import {
  type KeptChanges,
  type KeptIndex,
  packedName,
  readKeptChanges,
  writeKeptChanges,
} from '../core/search/keptIndex';
import { PackedIndex } from '../core/search/packed/packedIndex';
import type { KeptFiles } from './keptFiles';

/** The small file is written last and read first, so that it always speaks of an index that is there. */
const changesName = 'changes';

/** Keeps an index in files, and opens it again where everything it was made of is the same. */
export class IndexKeeper {
  readonly #files: KeptFiles;
  /** The large file that is known to be there. */
  #packed: PackedIndex | undefined;
  /** Ends when everything asked for by now has been written. */
  #written: Promise<void> = Promise.resolve();

  constructor(files: KeptFiles) {
    this.#files = files;
  }

  /**
   * The index that was kept; nothing where there is none, it is damaged, or its stamp differs.
   * @param stamp versions and fingerprints of all that it was made of
   */
  async open(stamp: string): Promise<(KeptIndex & Pick<KeptChanges, 'contents'>) | undefined> {
    const changes = await this.#files.read(changesName);
    const read = changes && readKeptChanges(changes, stamp);
    const buffer = read && (await this.#files.read(read.packedName));
    const packed = buffer && PackedIndex.open(buffer, '');
    if (!packed || packedName(packed) !== read.packedName) return undefined;
    this.#packed = packed;
    return { ...read, packed };
  }

  /**
   * Keeps an index in the place of the one before, as it is now: it may change at once.
   * @throws where it could not be written; what was kept before then is still there, but of another stamp
   */
  keep(index: KeptIndex, stamp: string, contents: string): Promise<void> {
    const changes = writeKeptChanges(index, stamp, contents);
    const written = this.#written.then(() => this.#write(index.packed, changes));
    this.#written = written.catch(() => undefined);
    return written;
  }

  async #write(packed: PackedIndex, changes: Uint8Array<ArrayBuffer>): Promise<void> {
    const name = packedName(packed);
    const isNew = this.#packed !== packed;
    if (isNew) await this.#files.write(name, new Uint8Array(packed.buffer));
    this.#packed = packed;
    await this.#files.write(changesName, changes);
    if (isNew) await this.#files.keepOnly([name, changesName]);
  }
}
