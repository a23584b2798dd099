/** What occurs most often among some values, the later of two that occur equally often; `undefined` without any. */
export function commonest<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1;
    counts.delete(value);
    counts.set(value, count);
  }
  const most = Math.max(0, ...counts.values());
  return [...counts].findLast(([, count]) => count === most)?.[0];
}
