import type { PaperId } from './paper';

/** A paper that is known under a new id from now on. */
export interface RenamedPaper {
  readonly from: PaperId;
  readonly to: PaperId;
}

/**
 * What is remembered of papers, under their new ids; what is remembered under a new id already stays as it is.
 * @returns nothing where no id has changed
 */
export function renameKeys<T>(
  values: ReadonlyMap<PaperId, T>,
  renamed: readonly RenamedPaper[],
): Map<PaperId, T> | undefined {
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  if (![...names.keys()].some((id) => values.has(id))) return undefined;
  const result = new Map<PaperId, T>();
  for (const [id, value] of values) {
    const name = names.get(id) ?? id;
    if (name === id || !values.has(name)) result.set(name, value);
  }
  return result;
}
