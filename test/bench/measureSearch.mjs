// @ts-check
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../harness/folders.mjs';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { searchLibrary } from './searchLibrary.mjs';
import { keyPresses, searchQueries, worstInputs } from './searchQueries.mjs';

/**
 * @typedef {import('./searchFigures.mjs').SearchTask} SearchTask
 * @typedef {import('./searchFigures.mjs').BuildFigures} BuildFigures
 * @typedef {import('./searchFigures.mjs').UseFigures} UseFigures
 * @typedef {import('./searchFigures.mjs').EngineFigures} EngineFigures
 * @typedef {import('./searchFigures.mjs').SearchFigures} SearchFigures
 */

/** The names that `searchEngines` has, Paperside's first. */
export const allEngines = ['Paperside', 'MiniSearch', 'FlexSearch', 'Orama', 'SQLite FTS5', 'uFuzzy'];
const queriesOfEachKind = 400;
const typedOfEachKind = 40;
/** Asked for no longer than this, with each set of queries and with the key presses. */
const mostMilliseconds = 30_000;
const mostMinutes = 10;
const heapMegabytes = 8000;

/**
 * Measures search alone, in workers of Node: how good answers are, how quick, and what they cost.
 * @param {string} file gzipped lines of JSON
 * @param {{ sizes: readonly number[], engines: readonly string[], seed: number }} options how many papers (115 are those
 *   that come with Paperside), which engines, and what chance starts from
 * @returns {Promise<readonly SearchFigures[]>}
 */
export async function measureSearch(file, { sizes, engines, seed }) {
  const folder = temporaryFolder('bench-search');
  const script = join(folders.out, 'bench', 'searchProcess.cjs');
  await build({
    entryPoints: [join(folders.root, 'test', 'bench', 'searchProcess.ts')],
    bundle: true,
    platform: 'node',
    // It looks for its WebAssembly beside itself.
    external: ['node-sqlite3-wasm'],
    outfile: script,
    logLevel: 'warning',
  });
  /** @type {SearchFigures[]} */
  const figures = [];
  for (const size of sizes) {
    const { papers, real } = await searchLibrary(file, size, seed);
    const sets = searchQueries(real, papers, queriesOfEachKind, seed);
    const library = join(folder, 'papers.json');
    const queries = join(folder, 'queries.json');
    writeFileSync(library, JSON.stringify(papers));
    const keys = keyPresses(sets, typedOfEachKind);
    writeFileSync(queries, JSON.stringify({ sets, keys }));
    const worstQueries = join(folder, 'worst.json');
    writeFileSync(worstQueries, JSON.stringify({ sets: [], keys: worstInputs(papers) }));
    /** @type {EngineFigures[]} */
    const measured = [];
    for (const engine of engines) {
      console.log(`  ${papers.length} papers, ${engine} …`);
      const kept = join(folder, `${engine}.kept`);
      const task = { engine, kept, mostMilliseconds };
      /** @type {EngineFigures} */
      let result = { engine };
      try {
        const built = /** @type {BuildFigures} */ (await run(script, { ...task, part: 'build', input: library }));
        result = { engine, built };
        const used = /** @type {UseFigures} */ (await run(script, { ...task, part: 'use', input: queries }));
        result = { engine, built, used };
        // Apart, for some engines do not survive them.
        const worst = /** @type {UseFigures} */ (await run(script, { ...task, part: 'use', input: worstQueries }));
        result = { engine, built, used, worst: worst.keys };
      } catch (error) {
        result = { ...result, failure: error instanceof Error ? error.message : String(error) };
      }
      rmSync(kept, { force: true });
      measured.push(result);
    }
    figures.push({ papers: papers.length, sets, engines: measured });
  }
  rmSync(folder, { recursive: true, force: true });
  return figures;
}

/**
 * @param {string} script
 * @param {SearchTask} task
 * @returns {Promise<unknown>}
 */
function run(script, task) {
  const child = fork(script, [JSON.stringify(task)], { execArgv: [`--max-old-space-size=${heapMegabytes}`] });
  const doing = task.part === 'build' ? 'building' : 'searching';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`${doing} took more than ${mostMinutes} minutes`));
      child.kill('SIGKILL');
    }, mostMinutes * 60_000);
    child.once('message', (/** @type {{ figures?: unknown, failure?: string }} */ { figures, failure }) => {
      if (failure === undefined) resolve(figures);
      else reject(new Error(`${doing} failed: ${failure}`));
      child.kill();
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      const isFull = signal === 'SIGABRT' || signal === 'SIGKILL';
      reject(new Error(isFull ? `${doing} ran out of memory` : `${doing} ended with ${code ?? signal}`));
    });
  });
}
