/**
 * The numbers with the highest scores, in no order; of equal ones those that come first.
 * @param compare orders numbers of the same score
 */
export function selectBest(
  numbers: Int32Array,
  scoreOf: (number: number) => number,
  count: number,
  compare: (a: number, b: number) => number,
): number[] {
  if (numbers.length <= count) return [...numbers];
  const scores = Float64Array.from(numbers, scoreOf);
  const threshold = scores.slice().sort().at(-count)!;
  const above: number[] = [];
  const level: number[] = [];
  numbers.forEach((number, i) => {
    if (scores[i]! > threshold) above.push(number);
    else if (scores[i] === threshold) level.push(number);
  });
  return [...above, ...firstOf(level, count - above.length, compare)];
}

/** Of many, the few that come first: kept in order, as most come later than the last of them. */
function firstOf(numbers: readonly number[], count: number, compare: (a: number, b: number) => number): number[] {
  const first: number[] = [];
  for (const number of numbers) {
    if (first.length === count) {
      if (compare(number, first.at(-1)!) >= 0) continue;
      first.pop();
    }
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(first[middle]!, number) < 0) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, number);
  }
  return first;
}
