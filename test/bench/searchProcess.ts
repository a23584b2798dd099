// A process of its own for each measurement, so that one engine's memory is not another's; the engine runs in a worker.
import { readFileSync, writeFileSync } from 'node:fs';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Paper } from '../../src/core/paper';
import { type Search, searchEngines } from './searchEngines';
import type { BuildFigures, SearchInput, SearchTask, UseFigures } from './searchFigures.mjs';

function build(task: SearchTask): BuildFigures {
  const engine = searchEngines.find(({ name }) => name === task.engine)!;
  const papers = JSON.parse(readFileSync(task.input, 'utf8')) as readonly Paper[];
  const started = performance.now();
  const kept = engine.build(papers);
  const took = performance.now() - started;
  writeFileSync(task.kept, kept);
  return { build: took, bytes: kept.length };
}

/** Opens what was kept and answers once, then whatever is asked. */
async function use(task: SearchTask): Promise<void> {
  const engine = searchEngines.find(({ name }) => name === task.engine)!;
  // A file of some size is read into a buffer of its own.
  const search = engine.open(readFileSync(task.kept));
  search('neural network');
  parentPort!.postMessage('answered');
  await new Promise<void>((resolve) => parentPort!.once('message', () => resolve()));
  const { sets, keys } = JSON.parse(readFileSync(task.input, 'utf8')) as SearchInput;
  const ranks = sets.map(({ queries }) => meanReciprocalRank(search, queries, task.mostMilliseconds));
  parentPort!.postMessage({ ranks, keys: timeKeys(search, keys, task.mostMilliseconds) });
}

function meanReciprocalRank(search: Search, queries: SearchInput['sets'][number]['queries'], most: number): number {
  const started = performance.now();
  let sum = 0;
  let asked = 0;
  for (const { text, id } of queries) {
    if (performance.now() - started > most) break;
    const place = search(text).indexOf(id);
    sum += place === -1 ? 0 : 1 / (place + 1);
    asked++;
  }
  return sum / asked;
}

function timeKeys(search: Search, keys: readonly string[], most: number): readonly number[] {
  const started = performance.now();
  const times: number[] = [];
  for (const key of keys) {
    const asked = performance.now();
    if (asked - started > most) break;
    search(key);
    times.push(performance.now() - asked);
  }
  return times;
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
  const measured = await next<Pick<UseFigures, 'ranks' | 'keys'>>();
  const memory = process.memoryUsage().rss - before;
  await worker.terminate();
  return { ...measured, firstAnswer, memory };
}

if (isMainThread) {
  const task = JSON.parse(process.argv[2]!) as SearchTask;
  if (task.part === 'build') process.send!(build(task));
  else void measureUse(task).then((figures) => process.send!(figures));
} else {
  void use(workerData as SearchTask);
}
