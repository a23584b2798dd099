/**
 * The numbers with the highest scores, best first; of equal ones those that come first. Most numbers are worse than
 * the worst of those kept, which is all that is asked of them.
 * @param compare orders numbers of the same score
 */
export function selectBest(
  numbers: Int32Array,
  scoreOf: (number: number) => number,
  count: number,
  compare: (a: number, b: number) => number,
): number[] {
  const best: number[] = [];
  const scores: number[] = [];
  for (const number of numbers) {
    const score = scoreOf(number);
    const isBefore = (place: number): boolean =>
      score > scores[place]! || (score === scores[place] && compare(number, best[place]!) < 0);
    if (best.length === count) {
      if (!isBefore(count - 1)) continue;
      best.pop();
      scores.pop();
    }
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(middle)) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, number);
    scores.splice(low, 0, score);
  }
  return best;
}
