import type { Author, LibraryPaper, Paper, PaperId } from './paper';
import { otherTopic } from './topics';

export const groupings = ['topic', 'year', 'author', 'venue', 'keyword', 'source', 'folder'] as const;
export type GroupBy = (typeof groupings)[number];

export const sortings = ['title', 'year', 'author'] as const;
export type SortBy = (typeof sortings)[number];

/** A paper, and where it came from if it came from somewhere. */
type GroupedPaper = Paper & Partial<Pick<LibraryPaper, 'sources'>>;

/** One row of the tree that holds papers. */
export interface PaperGroup {
  /**
   * What the row says; the address of a file or folder where papers are grouped by these; empty for the papers that have
   * no such thing (no year, no author, no venue).
   */
  readonly label: string;
  /** In the order in which they are shown. */
  readonly ids: readonly PaperId[];
}

/** How one grouping names a paper's groups, each once, and how it orders the groups. */
interface Grouping {
  /** None for a paper that has no such thing. */
  readonly labelsOf: (paper: GroupedPaper) => readonly string[];
  readonly compare: (a: string, b: string) => number;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const alphabetical = (a: string, b: string): number => collator.compare(a, b) || compareCodeUnits(a, b);

const groupingTable: Readonly<Record<GroupBy, Grouping>> = {
  topic: {
    labelsOf: (paper) => [paper.topics[0] ?? otherTopic],
    compare: (a, b) => Number(a === otherTopic) - Number(b === otherTopic) || alphabetical(a, b),
  },
  year: {
    labelsOf: (paper) => (paper.year === undefined ? [] : [String(paper.year)]),
    compare: (a, b) => alphabetical(b, a),
  },
  author: {
    labelsOf: (paper) => [firstAuthorLabel(paper.authors[0])],
    compare: alphabetical,
  },
  venue: {
    labelsOf: (paper) => [paper.venue ?? (paper.arxiv === undefined ? '' : 'arXiv')],
    compare: alphabetical,
  },
  keyword: {
    labelsOf: (paper) => paper.keywords ?? [],
    compare: alphabetical,
  },
  source: {
    labelsOf: (paper) => [...new Set(paper.sources?.map(({ uri }) => uri))],
    compare: alphabetical,
  },
  folder: {
    labelsOf: (paper) => [...new Set(paper.sources?.map(({ uri }) => folderOf(uri)))],
    compare: alphabetical,
  },
};

const sortTable: Readonly<Record<SortBy, (a: Paper, b: Paper) => number>> = {
  title: () => 0,
  year: (a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || (b.month ?? 0) - (a.month ?? 0) || 0,
  author: (a, b) => alphabetical(firstAuthorLabel(a.authors[0]), firstAuthorLabel(b.authors[0])),
};

/**
 * Groups and papers in the order in which they are shown. A paper is in every group that it has a keyword of or that is
 * a source or folder of it, otherwise in exactly one. Years run from the newest to the oldest, everything else
 * alphabetically; a group without a label (no year known, no venue) comes last. Keywords that differ in case alone are
 * one group, under the spelling that more papers have.
 */
export function groupPapers(papers: Iterable<GroupedPaper>, groupBy: GroupBy, sortBy: SortBy): readonly PaperGroup[] {
  const { labelsOf, compare } = groupingTable[groupBy];
  const groups = new Map<string, GroupedPaper[]>();
  const sorted = sortPapers(papers, sortBy);
  for (const paper of sorted) {
    const labels = labelsOf(paper);
    for (const label of labels.length > 0 ? labels : ['']) {
      const group = groups.get(label);
      if (group) group.push(paper);
      else groups.set(label, [paper]);
    }
  }
  const spelled = groupBy === 'keyword' ? unitedSpellings(groups, sorted) : groups;
  return [...spelled.entries()]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || compare(a, b))
    .map(([label, members]) => ({ label, ids: members.map((paper) => paper.id) }));
}

/** Papers in the order in which they are shown; of those the choice leaves equal, by title. */
export function sortPapers<P extends Paper>(papers: Iterable<P>, sortBy: SortBy): readonly P[] {
  const byChoice = sortTable[sortBy];
  return [...papers].sort((a, b) => byChoice(a, b) || alphabetical(a.title, b.title) || compareCodeUnits(a.id, b.id));
}

function unitedSpellings(
  groups: ReadonlyMap<string, readonly GroupedPaper[]>,
  inOrder: readonly GroupedPaper[],
): ReadonlyMap<string, readonly GroupedPaper[]> {
  const spellings = new Map<string, string[]>();
  for (const label of groups.keys()) {
    const same = label.trim().toLowerCase();
    const others = spellings.get(same);
    if (others) others.push(label);
    else spellings.set(same, [label]);
  }
  const size = (label: string): number => groups.get(label)!.length;
  return new Map(
    [...spellings.values()].map((labels) => {
      const [label] = labels.sort((a, b) => size(b) - size(a) || compareCodeUnits(a, b)) as [string];
      if (labels.length === 1) return [label, groups.get(label)!];
      const members = new Set(labels.flatMap((one) => groups.get(one)!));
      return [label, inOrder.filter((paper) => members.has(paper))];
    }),
  );
}

/** `file:///papers/own.bib` → `file:///papers`. */
function folderOf(uri: string): string {
  return uri.replace(/\/[^/]*$/u, '');
}

/** `Dao, Tri`: two people of one family name are two groups. */
function firstAuthorLabel(author: Author | undefined): string {
  if (!author) return '';
  return author.given ? `${author.family}, ${author.given}` : author.family;
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
