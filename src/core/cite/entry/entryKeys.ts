import { letterSuffix } from '../../citationKey';
import type { Paper } from '../../paper';
import type { NewEntry } from './bibliographyFormat';

/** What to cite papers by, and which of them have to be put into a bibliography for that. */
export interface EntryKeys {
  /** In the order asked for, each under the key it is cited by. */
  readonly papers: readonly Paper[];
  readonly added: readonly NewEntry[];
}

/**
 * The keys that a document cites papers by.
 * @param keyThere the key of a paper in the declared bibliographies, if one of them holds it
 * @param taken all keys in them; keys that differ only in letter case are the same to BibTeX
 */
export function entryKeys(
  papers: readonly Paper[],
  keyThere: (paper: Paper) => string | undefined,
  taken: () => Iterable<string>,
): EntryKeys {
  let used: Set<string> | undefined; // many, and rarely asked for
  const added: NewEntry[] = [];
  const cited = papers.map((paper) => {
    const known = keyThere(paper) ?? added.find((entry) => entry.paper.id === paper.id)?.key;
    if (known !== undefined) return { ...paper, key: known };
    used ??= new Set(Array.from(taken(), (key) => key.toLowerCase()));
    const key = freeKey(paper.key, used);
    used.add(key.toLowerCase());
    added.push({ key, paper });
    return { ...paper, key };
  });
  return { papers: cited, added };
}

function freeKey(key: string, used: ReadonlySet<string>): string {
  if (!used.has(key.toLowerCase())) return key;
  for (let index = 0; ; index++) {
    const lettered = key + letterSuffix(index);
    if (!used.has(lettered.toLowerCase())) return lettered;
  }
}
