import type { Paper, PaperRecord } from '../../paper';
import { paperIdentity } from '../../paperIdentity';
import { samePaper } from '../../samePaper';

/** The key of a paper among records of a file, by the library's rule of sameness; `undefined` if none is of it. */
export function heldKey(paper: Paper, records: readonly PaperRecord[]): string | undefined {
  const [group = []] = samePaper([paper, ...records].map(paperIdentity));
  return group
    .filter((position) => position > 0)
    .map((position) => records[position - 1]!.key)
    .find((key) => key !== undefined && key !== '');
}
