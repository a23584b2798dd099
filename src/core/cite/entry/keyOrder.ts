export type CompareKeys = (one: string, other: string) => number;

const orders: readonly CompareKeys[] = [compare, (one, other) => compare(one.toLowerCase(), other.toLowerCase())];

// Two keys are always in some order, and mean nothing by it.
const fewest = 3;

/** The order in which a file keeps its keys, letter case counting or not; `undefined` where it keeps none. */
export function keyOrder(keys: readonly string[]): CompareKeys | undefined {
  if (keys.length < fewest) return undefined;
  return orders.find((order) => keys.every((key, index) => index === 0 || order(keys[index - 1]!, key) <= 0));
}

/** How many of the keys go before a new one: all of them in a file without order. */
export function keysBefore(keys: readonly string[], order: CompareKeys | undefined, key: string): number {
  const next = order ? keys.findIndex((one) => order(one, key) > 0) : -1;
  return next < 0 ? keys.length : next;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
