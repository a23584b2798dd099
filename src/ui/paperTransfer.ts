import type { DataTransfer } from 'vscode';
import type { PaperId } from '../core/paper';
import { isIds } from './paperArguments';

/** What a drag of papers carries: a JSON array of paper ids. */
export const paperMime = 'application/vnd.paperside.papers';

/** The ids in what was dropped; none where it is anything else. */
export async function droppedPapers(transfer: DataTransfer): Promise<readonly PaperId[]> {
  const json = await transfer.get(paperMime)?.asString();
  if (json === undefined) return [];
  try {
    const ids: unknown = JSON.parse(json);
    return isIds(ids) ? ids : [];
  } catch {
    return [];
  }
}
