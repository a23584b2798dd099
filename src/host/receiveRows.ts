import type { PaperId, PaperRow } from '../core/paper';
import type { LibraryProtocol } from '../protocol/libraryProtocol';
import type { RpcClient } from '../protocol/rpc';

/** Receiving more rows at once would hold up the host's thread for longer than a frame. */
const rowsPerSlice = 500;

/** Fetches all rows, slice by slice, from the start again when the library changed in between. */
export async function receiveRows(library: RpcClient<LibraryProtocol>): Promise<Map<PaperId, PaperRow>> {
  const rows = new Map<PaperId, PaperRow>();
  let version: number | undefined;
  for (let offset = 0; ;) {
    const slice = await library.rows(offset, rowsPerSlice);
    if (version !== undefined && slice.version !== version) {
      rows.clear();
      offset = 0;
      version = undefined;
      continue;
    }
    version = slice.version;
    for (const row of slice.rows) rows.set(row.id, row);
    offset += slice.rows.length;
    if (offset >= slice.total || slice.rows.length === 0) return rows;
  }
}
