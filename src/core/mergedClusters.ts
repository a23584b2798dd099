import { compareMembers, type LibraryCluster, type LibraryMember } from './libraryMember';
import { mergePapers } from './mergePapers';
import type { LibraryPaper, PaperId } from './paper';
import { samePaper } from './samePaper';

type Members = LibraryCluster['members'];

/** The papers that records are of. All records that could be tied to one of them must be among them. */
export function mergedClusters(linked: readonly LibraryMember[]): readonly LibraryCluster[] {
  const [only, second] = linked;
  if (only && !second) return [{ members: [only], paper: mergedPaper([only], only.identity.arxiv) }];
  const inOrder = [...linked].sort(compareMembers);
  const groups = samePaper(inOrder.map(({ identity }) => identity)).map(
    (positions) => positions.map((position) => inOrder[position]!) as readonly LibraryMember[] as Members,
  );
  const owners = arxivOwners(groups);
  return groups.map((members) => {
    const [arxiv] = valuesOf(members, 'arxiv').filter((value) => owners.get(value) === members);
    return { members, paper: mergedPaper(members, arxiv) };
  });
}

/** An arXiv id that papers of several DOIs claim is that of the one whose DOI comes first. */
function arxivOwners(groups: readonly Members[]): ReadonlyMap<string, Members> {
  const owners = new Map<string, Members>();
  const doiOf = (members: Members): string => valuesOf(members, 'doi')[0] ?? '';
  for (const members of groups) {
    for (const arxiv of valuesOf(members, 'arxiv')) {
      const owner = owners.get(arxiv);
      if (!owner || doiOf(members) < doiOf(owner)) owners.set(arxiv, members);
    }
  }
  return owners;
}

/** @param owned the arXiv id that is this paper's own */
function mergedPaper(members: Members, owned: string | undefined): LibraryPaper {
  const [first] = members;
  const [doi] = valuesOf(members, 'doi');
  const arxiv = owned ?? valuesOf(members, 'arxiv')[0];
  return {
    ...mergePapers(members.map(({ record }) => record)),
    ...(arxiv !== undefined && { arxiv }),
    ...(doi !== undefined && { doi }),
    id: idOf(owned, doi, first),
    key: (members.find(({ record }) => record.key) ?? first).key,
    sources: members.map(({ source, key }) => ({ uri: source.uri, key })),
  };
}

function idOf(arxiv: string | undefined, doi: string | undefined, { source, name }: LibraryMember): PaperId {
  if (arxiv !== undefined) return `arxiv:${arxiv}`;
  return doi === undefined ? `${source.uri}#${name}` : `doi:${doi}`;
}

function valuesOf(members: Members, identifier: 'doi' | 'arxiv'): readonly string[] {
  const values = members.map(({ identity }) => identity[identifier]).filter((value) => value !== undefined);
  return values.length < 2 ? values : [...new Set(values)].sort();
}
