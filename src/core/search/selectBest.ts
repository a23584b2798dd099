/**
 * The numbers with the highest scores, best first; of equal ones those that come first. Most numbers are worse than
 * the worst of those kept, which is all that is asked of them.
 * @param scores by number
 * @param compare orders numbers of the same score
 */
export function selectBest(
  numbers: Int32Array,
  scores: Float64Array,
  most: number,
  compare: (a: number, b: number) => number,
): Int32Array {
  const count = Math.min(most, numbers.length);
  const best = new Int32Array(count);
  const kept = new Float64Array(count);
  let size = 0;
  for (const number of numbers) {
    const score = scores[number]!;
    if (size === count) {
      const least = kept[count - 1]!;
      if (score < least || (score === least && compare(number, best[count - 1]!) >= 0)) continue;
      size--;
    }
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = kept[middle]!;
      if (score > other || (score === other && compare(number, best[middle]!) < 0)) high = middle;
      else low = middle + 1;
    }
    best.copyWithin(low + 1, low, size);
    kept.copyWithin(low + 1, low, size);
    best[low] = number;
    kept[low] = score;
    size++;
  }
  return best;
}
