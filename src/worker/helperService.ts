import { paperRow } from '../core/library';
import { foldIndex } from '../core/search/packed/foldIndex';
import { PaperIndex } from '../core/search/paperIndex';
import { parseSearch } from '../core/search/query/parseSearch';
import type { HelperProtocol } from '../protocol/keptSearchProtocol';
import type { RpcServer } from '../protocol/rpc';
import { IndexKeeper } from './indexKeeper';
import type { WorkerPlatform } from './workerPlatform';

/** What a second worker does while the library's reads or answers. */
export function helperService({ keptFiles }: Pick<WorkerPlatform, 'keptFiles'>): RpcServer<HelperProtocol> {
  const index = new PaperIndex();
  return {
    async openKept({ place, stamp }) {
      const kept = await new IndexKeeper(keptFiles(place)).open(stamp);
      if (kept) await index.restore(kept);
      return kept !== undefined;
    },
    searchKept(query, limit) {
      const { words, condition, problems } = parseSearch(query);
      if (condition) return undefined;
      const { hits, total } = index.find(words, limit);
      return { hits, total, problems, completions: [], rows: hits.map(({ id }) => paperRow(index.shown(id)!)) };
    },
    fold: (fold) => new Uint8Array(foldIndex(fold)),
  };
}
