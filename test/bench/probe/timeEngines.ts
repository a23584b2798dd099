import type { Paper } from '../../../src/core/paper';
import type { Engine } from '../engines';

/** What one engine took, in milliseconds: each time it was built, and each time it was asked. */
export interface EngineTimes {
  readonly engine: string;
  readonly builds: number[];
  readonly keys: number[];
}

/**
 * Times engines over the same papers and every prefix of the same queries, in this thread and turn by turn, so that
 * what else the machine does hits all of them alike.
 */
export async function timeEngines(
  engines: readonly Engine[],
  papers: readonly Paper[],
  queries: readonly string[],
  rounds: number,
): Promise<readonly EngineTimes[]> {
  const times = engines.map(({ name }): EngineTimes => ({ engine: name, builds: [], keys: [] }));
  for (let round = 0; round < rounds; round++) {
    const searches: ((query: string) => number)[] = [];
    for (const [index, engine] of engines.entries()) {
      const started = performance.now();
      searches.push(await engine.build(papers));
      times[index]!.builds.push(performance.now() - started);
    }
    for (const prefix of queries.flatMap(prefixes)) {
      for (const [index, search] of searches.entries()) {
        const started = performance.now();
        search(prefix);
        times[index]!.keys.push(performance.now() - started);
      }
    }
  }
  return times;
}

/** What stands in the box after each key, as a query is typed. */
export function prefixes(query: string): string[] {
  const characters = Array.from(query);
  return characters.map((_, last) => characters.slice(0, last + 1).join(''));
}
