import type { Author, Paper, PaperId } from './paper';

export const groupings = ['topic', 'year', 'author', 'venue'] as const;
export type GroupBy = (typeof groupings)[number];

export const sortings = ['title', 'year', 'author'] as const;
export type SortBy = (typeof sortings)[number];

/** One row of the tree that holds papers. */
export interface PaperGroup {
  /** What the row says; empty for the papers that have no such thing (no year, no author, no venue). */
  readonly label: string;
  /** In the order in which they are shown. */
  readonly ids: readonly PaperId[];
}

/** How one grouping names a paper's group, and how it orders the groups. */
interface Grouping {
  readonly labelOf: (paper: Paper) => string;
  readonly compare: (a: string, b: string) => number;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const alphabetical = (a: string, b: string): number => collator.compare(a, b) || compareCodeUnits(a, b);

/** The catch-all topic, always last among the topics. */
export const otherTopic = 'Other';

const groupingTable: Readonly<Record<GroupBy, Grouping>> = {
  topic: {
    labelOf: (paper) => paper.topics[0] ?? otherTopic,
    compare: (a, b) => Number(a === otherTopic) - Number(b === otherTopic) || alphabetical(a, b),
  },
  year: {
    labelOf: (paper) => (paper.year === undefined ? '' : String(paper.year)),
    compare: (a, b) => alphabetical(b, a),
  },
  author: {
    labelOf: (paper) => firstAuthorLabel(paper.authors[0]),
    compare: alphabetical,
  },
  venue: {
    labelOf: (paper) => paper.venue ?? (paper.arxiv === undefined ? '' : 'arXiv'),
    compare: alphabetical,
  },
};

const sortTable: Readonly<Record<SortBy, (a: Paper, b: Paper) => number>> = {
  title: (a, b) => alphabetical(a.title, b.title),
  year: (a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity) || (b.month ?? 0) - (a.month ?? 0) || 0,
  author: (a, b) => alphabetical(firstAuthorLabel(a.authors[0]), firstAuthorLabel(b.authors[0])),
};

/**
 * Every paper in exactly one group, groups and papers in the order in which they are shown. Years run from the newest
 * to the oldest, everything else alphabetically; a group without a label (no year known, no venue) comes last.
 */
export function groupPapers(papers: Iterable<Paper>, groupBy: GroupBy, sortBy: SortBy): readonly PaperGroup[] {
  const { labelOf, compare } = groupingTable[groupBy];
  const groups = new Map<string, Paper[]>();
  for (const paper of papers) {
    const label = labelOf(paper);
    const group = groups.get(label);
    if (group) group.push(paper);
    else groups.set(label, [paper]);
  }
  const byChoice = sortTable[sortBy];
  const order = (a: Paper, b: Paper): number =>
    byChoice(a, b) || alphabetical(a.title, b.title) || compareCodeUnits(a.id, b.id);
  return [...groups.entries()]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || compare(a, b))
    .map(([label, members]) => ({ label, ids: members.sort(order).map((paper) => paper.id) }));
}

/** `Dao, Tri`: two people of one family name are two groups. */
function firstAuthorLabel(author: Author | undefined): string {
  if (!author) return '';
  return author.given ? `${author.family}, ${author.given}` : author.family;
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
