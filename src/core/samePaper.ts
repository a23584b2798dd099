import { comparable, type PaperIdentity } from './paperIdentity';

/** Years that a preprint and its publication may lie apart. */
const mostYearsApart = 2;

/**
 * Which records are of one paper, as lists of their positions. The rule, in which nothing depends on the order of the
 * records:
 *
 * 1. Two records are tied by the same DOI; by the same arXiv id; by the same title and first family name with years at
 *    most two apart; or, where one of them names nobody, by the same title and the same words in the abstract. A record
 *    without a year is tied to those of its title and name only where their years leave no choice: none lies more than
 *    two apart from the next.
 * 2. Ties go on: who is tied to the same record is the same paper, but records of differing DOIs never are. So records
 *    of one DOI are one paper; records without a DOI that are tied to each other, directly or through others without
 *    one, stay together, and all of them join one DOI that any of them is tied to: by arXiv id before by title, by
 *    nearer years before farther ones, then the DOI that comes first by its letters.
 */
export function samePaper(records: readonly PaperIdentity[]): readonly (readonly number[])[] {
  if (records.length === 1) return [[0]];
  const papers = new Ties(records);
  for (const positions of positionsBy(records, ({ doi }) => doi)) papers.tie(positions);
  for (const positions of positionsBy(records, ({ arxiv }) => arxiv)) {
    const { loose, dois } = papers.split(positions);
    papers.tie(loose);
    if (loose.length > 0) papers.offer(loose[0]!, leastDoi(dois), 0);
  }
  for (const positions of positionsBy(records, ({ title }) => title || undefined)) tieSameTitle(papers, positions);
  return papers.groups();
}

type Offer = readonly [distance: number, doi: string];

/** Which positions are known to be one paper, and which DOI those without one would join best. */
class Ties {
  readonly records: readonly PaperIdentity[];
  readonly #parents: number[];
  readonly #offers: (Offer | undefined)[] = [];

  constructor(records: readonly PaperIdentity[]) {
    this.records = records;
    this.#parents = records.map((_, position) => position);
  }

  /** Those without a DOI, and the DOIs of the others. */
  split(positions: readonly number[]): { readonly loose: readonly number[]; readonly dois: readonly string[] } {
    const dois = positions.map((position) => this.records[position]!.doi).filter((doi) => doi !== undefined);
    return { loose: positions.filter((position) => this.records[position]!.doi === undefined), dois };
  }

  tie(positions: readonly number[]): void {
    for (let at = 1; at < positions.length; at++) {
      const [one, other] = [this.#root(positions[at - 1]!), this.#root(positions[at]!)];
      this.#parents[Math.max(one, other)] = Math.min(one, other);
    }
  }

  /** A record without a DOI is tied to those that have this one. */
  offer(position: number, doi: string | undefined, distance: number): void {
    if (doi === undefined) return;
    const offer: Offer = [distance, doi];
    if (isBetter(offer, this.#offers[position])) this.#offers[position] = offer;
  }

  groups(): readonly (readonly number[])[] {
    const best = new Map<number, Offer>();
    this.#offers.forEach((offer, position) => {
      const root = this.#root(position);
      if (offer && isBetter(offer, best.get(root))) best.set(root, offer);
    });
    const holders = new Map(this.records.map(({ doi }, position) => [doi, position]));
    for (const [root, [, doi]] of best) this.tie([root, holders.get(doi)!]);
    const groups = new Map<number, number[]>();
    this.records.forEach((_, position) => {
      const root = this.#root(position);
      const group = groups.get(root);
      if (group) group.push(position);
      else groups.set(root, [position]);
    });
    return [...groups.values()];
  }

  #root(position: number): number {
    let root = position;
    while (this.#parents[root] !== root) root = this.#parents[root]!;
    while (this.#parents[position] !== root) [position, this.#parents[position]] = [this.#parents[position]!, root];
    return root;
  }
}

function isBetter([distance, doi]: Offer, than: Offer | undefined): boolean {
  return !than || distance < than[0] || (distance === than[0] && doi < than[1]);
}

function tieSameTitle(papers: Ties, positions: readonly number[]): void {
  if (positions.length < 2) return;
  const { records } = papers;
  const named = positions.filter((position) => records[position]!.family !== '');
  for (const sameName of positionsBy(records, ({ family }) => family, named)) tieByYears(papers, sameName);
  if (named.length === positions.length) return;
  for (const sameWords of positionsBy(records, ({ abstract }) => comparable(abstract) || undefined, positions)) {
    tieUnnamed(papers, sameWords);
  }
}

/** Ties records of one title and one name. */
function tieByYears(papers: Ties, positions: readonly number[]): void {
  const { records } = papers;
  const yearOf = (position: number): number => records[position]!.year!;
  const undated = positions.filter((position) => records[position]!.year === undefined);
  const dated = positions
    .filter((position) => records[position]!.year !== undefined)
    .sort((one, other) => yearOf(one) - yearOf(other));
  const { loose } = papers.split(dated);
  const areNear = (one: number, other: number): boolean => yearOf(other) - yearOf(one) <= mostYearsApart;
  for (let at = 1; at < loose.length; at++) {
    if (areNear(loose[at - 1]!, loose[at]!)) papers.tie([loose[at - 1]!, loose[at]!]);
  }

  const doiOfYear = new Map<number, string>();
  for (const position of dated) {
    const { doi, year } = records[position]!;
    if (doi !== undefined) doiOfYear.set(year!, leastDoi([doi, doiOfYear.get(year!)])!);
  }
  for (const position of loose) {
    for (let apart = 0; apart <= mostYearsApart; apart++) {
      const dois = [doiOfYear.get(yearOf(position) - apart), doiOfYear.get(yearOf(position) + apart)];
      papers.offer(position, leastDoi(dois), 1 + apart);
    }
  }

  if (undated.length === 0) return;
  const leaveNoChoice = dated.every((position, at) => at === 0 || areNear(dated[at - 1]!, position));
  const others = papers.split(leaveNoChoice ? positions : undated);
  const looseUndated = papers.split(undated).loose;
  if (looseUndated.length > 0) {
    papers.tie(others.loose);
    papers.offer(looseUndated[0]!, leastDoi(others.dois), 2 + mostYearsApart);
  } else if (leaveNoChoice) {
    const doi = leastDoi(papers.split(undated).dois);
    for (const position of loose) papers.offer(position, doi, 2 + mostYearsApart);
  }
}

/** Ties records of one title and one abstract where one of them names nobody. */
function tieUnnamed(papers: Ties, positions: readonly number[]): void {
  const unnamed = positions.filter((position) => papers.records[position]!.family === '');
  if (unnamed.length === 0) return;
  const { loose, dois } = papers.split(positions);
  const others = papers.split(unnamed);
  if (others.loose.length > 0) {
    papers.tie(loose);
    papers.offer(others.loose[0]!, leastDoi(dois), 1);
  } else {
    for (const position of loose) papers.offer(position, leastDoi(others.dois), 1);
  }
}

/** The positions of records that have something in common; those that lack it are left out. */
function positionsBy(
  records: readonly PaperIdentity[],
  of: (record: PaperIdentity) => string | undefined,
  positions: Iterable<number> = records.keys(),
): Iterable<readonly number[]> {
  const found = new Map<string, number[]>();
  for (const position of positions) {
    const value = of(records[position]!);
    if (value === undefined) continue;
    const same = found.get(value);
    if (same) same.push(position);
    else found.set(value, [position]);
  }
  return found.values();
}

function leastDoi(dois: readonly (string | undefined)[]): string | undefined {
  return dois.reduce(
    (least, doi) => (doi === undefined || (least !== undefined && least <= doi) ? least : doi),
    undefined,
  );
}
