import { type GroupBy, groupPapers, type PaperGroup, type SortBy, sortPapers } from './grouping';
import type { LibraryPaper } from './paper';

/** So few papers are found faster in one list than behind the names of groups. */
const mostPapersUngrouped = 20;

/** One part of the tree: a project's own papers, or all the others. */
export interface LibrarySection {
  /** The folder whose bibliographies hold these papers; absent for the papers of no project. */
  readonly folder?: string;
  /** One without a label where there are too few papers to be grouped. */
  readonly groups: readonly PaperGroup[];
}

/**
 * The tree's parts: the papers of each project folder that has some, in the order of the folders, then all others. Every
 * paper is in one of them; one that several projects hold is in each of these.
 * @param projectSources the addresses of the projects' own library files
 * @param folders the addresses of the workspace's folders
 */
export function librarySections(
  papers: readonly LibraryPaper[],
  projectSources: ReadonlySet<string>,
  folders: readonly string[],
  groupBy: GroupBy,
  sortBy: SortBy,
): readonly LibrarySection[] {
  const folderOf = folderFinder(folders);
  const byFolder = new Map<string, LibraryPaper[]>(folders.map((folder) => [folder, []]));
  const rest: LibraryPaper[] = [];
  for (const paper of papers) {
    const own = paper.sources.filter(({ uri }) => projectSources.has(uri)).map(({ uri }) => folderOf(uri));
    const holding = new Set(own.filter((folder) => folder !== undefined));
    if (holding.size === 0) rest.push(paper);
    for (const folder of holding) byFolder.get(folder)!.push(paper);
  }
  /** A project's paper with the project's own sources, so that those of others are no groups of it. */
  const ownSources =
    (folder: string) =>
    (paper: LibraryPaper): LibraryPaper => ({
      ...paper,
      sources: paper.sources.filter(({ uri }) => projectSources.has(uri) && folderOf(uri) === folder),
    });
  const projects = [...byFolder]
    .filter(([, members]) => members.length > 0)
    .map(([folder, members]) => ({
      folder,
      groups:
        members.length > mostPapersUngrouped
          ? groupPapers(members.map(ownSources(folder)), groupBy, sortBy)
          : [{ label: '', ids: sortPapers(members, sortBy).map(({ id }) => id) }],
    }));
  return [...projects, { groups: groupPapers(rest, groupBy, sortBy) }];
}

/** Finds the innermost folder that an address lies in. */
function folderFinder(folders: readonly string[]): (uri: string) => string | undefined {
  const innermostFirst = [...folders].sort((a, b) => b.length - a.length);
  // A file outside that a document declares is not known to belong to another than the first.
  return (uri) => innermostFirst.find((folder) => isBelow(uri, folder)) ?? folders[0];
}

function isBelow(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
