import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Paper } from '../../../src/core/paper';
import { engines } from '../engines';
import { type EngineTimes, timeEngines } from './timeEngines';

export interface EngineTask {
  /** JSON: `{ papers, queries }` */
  readonly file: string;
  readonly engine: string;
}

export interface WorkerTimes extends EngineTimes {
  readonly papers: number;
}

async function main({ file, engine }: EngineTask): Promise<WorkerTimes> {
  const { papers, queries } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly papers: readonly Paper[];
    readonly queries: readonly string[];
  };
  const chosen = engines.filter(({ name }) => name === engine);
  const [times] = await timeEngines(chosen, papers, queries, 1);
  return { ...times!, papers: papers.length };
}

void main(workerData as EngineTask).then((times) => parentPort?.postMessage(times));
