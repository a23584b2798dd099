/** Something that could be a topic. */
export interface TopicCandidate {
  /** Positions of the papers that it would be a topic of, and what each counts. */
  readonly papers: ReadonlyMap<number, number>;
  /** How good a topic it would be, whatever its papers. */
  readonly quality: number;
}

/** Of two candidates that share more than this part of the rarer one's papers, one is enough. */
const mostOverlap = 0.5;

/**
 * Takes one candidate after another: each time the one that best describes papers which no other describes yet.
 * @param covered papers that need no topic any more; those of the candidates taken are added
 * @param least how many papers each has to add
 */
export function chooseTopics<Candidate extends TopicCandidate>(
  candidates: readonly Candidate[],
  covered: Set<number>,
  least: number,
  most: number,
): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const rest = new Set(candidates);
  while (chosen.length < most) {
    let best: Candidate | undefined;
    let bestGain = 0;
    for (const candidate of rest) {
      const { fresh, counts, all } = freshPapers(candidate, covered);
      if (fresh < least) {
        rest.delete(candidate);
        continue;
      }
      const gain = candidate.quality * counts ** 0.85 * (counts / all);
      if (gain > bestGain) [best, bestGain] = [candidate, gain];
    }
    if (!best) break;
    rest.delete(best);
    const { papers } = best;
    if (chosen.some((other) => overlap(other.papers, papers) > mostOverlap)) continue;
    chosen.push(best);
    for (const paper of papers.keys()) covered.add(paper);
  }
  return chosen;
}

function freshPapers(
  { papers }: TopicCandidate,
  covered: ReadonlySet<number>,
): { readonly fresh: number; readonly counts: number; readonly all: number } {
  let [fresh, counts, all] = [0, 0, 0];
  for (const [paper, value] of papers) {
    all += value;
    if (covered.has(paper)) continue;
    fresh++;
    counts += value;
  }
  return { fresh, counts, all };
}

function overlap(one: TopicCandidate['papers'], other: TopicCandidate['papers']): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let both = 0;
  for (const paper of small.keys()) if (large.has(paper)) both++;
  return both / small.size;
}
