import { readFileSync } from 'node:fs';
import type { Paper } from '../../src/core/paper';
import { PaperIndex } from '../../src/core/search/paperIndex';

/** One line of the table: milliseconds. */
export interface SearchTiming {
  readonly what: string;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

const typed = [
  'flsah atention',
  'kv cach quant',
  'dao 2022',
  'ICLR 2024',
  'efficient large language models',
  'gaussian splatting',
  'parameter efficient fine-tuning',
  'speaker anonymisation',
  'mixture of experts serving',
  'https://arxiv.org/abs/2205.14135',
];
const shown = 50;

/** How long the index alone takes over the bundled papers, in this process: to be built, per key, per related paper. */
export async function searchBench(): Promise<readonly SearchTiming[]> {
  const papers = JSON.parse(readFileSync('corpus/papers.json', 'utf8')) as readonly Paper[];
  const builds: number[] = [];
  let index = new PaperIndex();
  for (let run = 0; run < 5; run++) {
    index = new PaperIndex();
    const start = performance.now();
    await index.update([], papers);
    builds.push(performance.now() - start);
  }
  const keys = typed.flatMap((query) =>
    Array.from(query, (_, last) => timed(() => index.search(query.slice(0, last + 1), shown))),
  );
  const related = papers.map(({ id }) => timed(() => index.related(id, 5)));
  return [row('build', builds), row('key press', keys), row('related', related)];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function row(what: string, times: readonly number[]): SearchTiming {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { what, median: at(0.5), p95: at(0.95), max: at(1) };
}
