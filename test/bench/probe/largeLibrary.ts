import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { workspace } from 'vscode';
import { summarize } from '../summary.mjs';
import { emit } from './emit';
import type { EngineTask, WorkerTimes } from './engineWorker';
import type { EngineTimes } from './timeEngines';

const engineNames = ['Paperside', 'plain MiniSearch'];
const rounds = 3;

/** Times engines over the papers of a file, each run in a fresh worker of the extension host, turn by turn. */
export async function runLargeLibrary(): Promise<void> {
  const file = workspace.getConfiguration('papersideBench').get<string>('papers', '');
  const times = engineNames.map((engine): EngineTimes => ({ engine, builds: [], keys: [] }));
  let papers = 0;
  for (let round = 0; round < rounds; round++) {
    for (const { engine, builds, keys } of times) {
      const measured = await timeInWorker({ file, engine });
      builds.push(...measured.builds);
      keys.push(...measured.keys);
      papers = measured.papers;
    }
  }
  const figures = times.map(({ engine, builds, keys }) => ({
    engine,
    builds: summarize(builds),
    keys: summarize(keys),
  }));
  emit({ type: 'engines', papers, figures });
}

async function timeInWorker(task: EngineTask): Promise<WorkerTimes> {
  const worker = new Worker(join(__dirname, 'engineWorker.js'), { workerData: task });
  try {
    return await new Promise<WorkerTimes>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    await worker.terminate();
  }
}
