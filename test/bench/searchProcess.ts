// A process of its own for each measurement, so that one engine's memory is not another's; the engine runs in a worker.
import { readFileSync, statSync } from 'node:fs';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Paper } from '../../src/core/paper';
import type { Search } from './searchEngines/searchEngine';
import { searchEngines } from './searchEngines/searchEngines';
import type { BuildFigures, SearchInput, SearchTask, UseFigures } from './searchFigures.mjs';

/** How many are asked before, to see how many there is time for; half of them only warm the engine up. */
const trial = 40;
/** The share of the time that those may take. */
const trialShare = 0.1;

async function build(task: SearchTask): Promise<BuildFigures> {
  const engine = await searchEngines[task.engine]!();
  const papers = JSON.parse(readFileSync(task.input, 'utf8')) as readonly Paper[];
  const started = performance.now();
  await engine.build(papers, task.kept);
  return { build: performance.now() - started, bytes: statSync(task.kept).size };
}

/** Opens what was kept and answers once, then whatever is asked. */
async function use(task: SearchTask): Promise<void> {
  const engine = await searchEngines[task.engine]!();
  const search = await engine.open(task.kept);
  await search('neural network');
  parentPort!.postMessage('answered');
  await new Promise<void>((resolve) => parentPort!.once('message', () => resolve()));
  const { sets, keys } = JSON.parse(readFileSync(task.input, 'utf8')) as SearchInput;
  const ranks: number[] = [];
  const asked: number[] = [];
  for (const { queries } of sets) {
    const found = await asTimeAllows(queries, task.mostMilliseconds, async ({ text, id }) => {
      const place = (await search(text)).indexOf(id);
      return place === -1 ? 0 : 1 / (place + 1);
    });
    ranks.push(found.reduce((sum, value) => sum + value, 0) / found.length);
    asked.push(found.length);
  }
  const times = await asTimeAllows(keys, task.mostMilliseconds, (key) => timeKey(search, key));
  parentPort!.postMessage({ ranks, asked: Math.min(...asked), keys: times });
}

async function timeKey(search: Search, key: string): Promise<number> {
  const started = performance.now();
  const answer = search(key);
  // Who answers at once does not wait for a turn.
  if (answer instanceof Promise) await answer;
  return performance.now() - started;
}

/** Does all, or as many as there is time for, taken evenly from all over; in their order. */
async function asTimeAllows<Item>(
  items: readonly Item[],
  most: number,
  measure: (item: Item) => Promise<number>,
): Promise<readonly number[]> {
  const trials: number[] = [];
  const end = performance.now() + most * trialShare;
  for (const item of evenly(items, trial)) {
    const started = performance.now();
    await measure(item);
    trials.push(performance.now() - started);
    if (performance.now() > end) break;
  }
  const warm = trials.slice(Math.floor(trials.length / 2));
  const each = warm.reduce((sum, took) => sum + took, 0) / warm.length;
  const values: number[] = [];
  for (const item of evenly(items, Math.max(1, Math.floor(most / each)))) values.push(await measure(item));
  return values;
}

function evenly<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (count >= items.length) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]!);
}

async function measureUse(task: SearchTask): Promise<UseFigures> {
  const empty = new Worker('require("node:worker_threads").parentPort.once("message", () => {})', { eval: true });
  await new Promise((resolve) => empty.once('online', resolve));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = process.memoryUsage().rss;
  await empty.terminate();
  const started = performance.now();
  // Without limits a heap grows until the collector is forced to look at it.
  const resourceLimits = { maxYoungGenerationSizeMb: 16 };
  const worker = new Worker(__filename, { workerData: task, resourceLimits });
  const next = <Message>() =>
    new Promise<Message>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  await next();
  const firstAnswer = performance.now() - started;
  worker.postMessage('go on');
  const measured = await next<Pick<UseFigures, 'ranks' | 'asked' | 'keys'>>();
  const memory = process.memoryUsage().rss - before;
  await worker.terminate();
  return { ...measured, firstAnswer, memory };
}

if (isMainThread) {
  const task = JSON.parse(process.argv[2]!) as SearchTask;
  const send = (message: object): void => void process.send!(message);
  (task.part === 'build' ? build(task) : measureUse(task)).then(
    (figures) => send({ figures }),
    (error: unknown) => send({ failure: error instanceof Error ? error.message : String(error) }),
  );
} else {
  void use(workerData as SearchTask);
}
