// @ts-check
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../harness/folders.mjs';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { readBenchPapers } from './readBenchPapers.mjs';
import { keyPresses, randomNumbers, searchQueries, words } from './searchQueries.mjs';

/**
 * @typedef {import('./searchFigures.mjs').SearchPaper} SearchPaper
 * @typedef {import('./searchFigures.mjs').SearchTask} SearchTask
 * @typedef {import('./searchFigures.mjs').BuildFigures} BuildFigures
 * @typedef {import('./searchFigures.mjs').UseFigures} UseFigures
 * @typedef {import('./searchFigures.mjs').EngineFigures} EngineFigures
 * @typedef {import('./searchFigures.mjs').SearchFigures} SearchFigures
 */

const engines = ['Paperside', 'plain MiniSearch'];
/** Others that one would compare with, where somebody has installed them. */
const others = ['flexsearch', '@orama/orama', '@leeoniya/ufuzzy', 'better-sqlite3'];
const queriesOfEachKind = 400;
const typedOfEachKind = 40;
const seed = 20260801;
const shareMisspelt = 0.006;
const mostMilliseconds = 20_000;

/**
 * Measures search alone, in workers of Node: how good answers are, how quick, and what they cost.
 * @param {string} file gzipped lines of JSON
 * @param {readonly number[]} sizes how many papers; 115 are those that come with Paperside
 * @returns {Promise<{ missing: readonly string[], figures: readonly SearchFigures[] }>}
 */
export async function measureSearch(file, sizes) {
  const folder = temporaryFolder('bench-search');
  const script = join(folders.out, 'bench', 'searchProcess.cjs');
  const entry = join(folders.root, 'test', 'bench', 'searchProcess.ts');
  await build({ entryPoints: [entry], bundle: true, platform: 'node', outfile: script, logLevel: 'warning' });
  /** @type {SearchFigures[]} */
  const figures = [];
  for (const size of sizes) {
    const papers = await papersOf(file, size);
    const sets = searchQueries(papers, queriesOfEachKind, seed);
    const library = join(folder, 'papers.json');
    const queries = join(folder, 'queries.json');
    writeFileSync(library, JSON.stringify(papers));
    writeFileSync(queries, JSON.stringify({ sets, keys: keyPresses(sets, typedOfEachKind) }));
    /** @type {EngineFigures[]} */
    const measured = [];
    for (const engine of engines) {
      console.log(`  ${papers.length} papers, ${engine} …`);
      const kept = join(folder, 'kept');
      const task = { engine, kept, mostMilliseconds };
      const built = /** @type {BuildFigures} */ (await run(script, { ...task, part: 'build', input: library }));
      const used = /** @type {UseFigures} */ (await run(script, { ...task, part: 'use', input: queries }));
      measured.push({ engine, ...built, ...used });
    }
    figures.push({ papers: papers.length, sets, engines: measured });
  }
  rmSync(folder, { recursive: true, force: true });
  return { missing: others.filter((name) => !existsSync(join(folders.root, 'node_modules', name))), figures };
}

/**
 * @param {string} script
 * @param {SearchTask} task
 * @returns {Promise<unknown>}
 */
function run(script, task) {
  const child = fork(script, [JSON.stringify(task)], { execArgv: ['--max-old-space-size=8000'] });
  return new Promise((resolve, reject) => {
    child.once('message', (figures) => {
      resolve(figures);
      child.kill();
    });
    child.once('exit', (code) => reject(new Error(`Measuring ${task.engine} ended with ${code}.`)));
  });
}

/**
 * @param {string} file
 * @param {number} wanted
 * @returns {Promise<readonly SearchPaper[]>}
 */
async function papersOf(file, wanted) {
  if (wanted <= 115) return JSON.parse(readFileSync(join(folders.root, 'corpus', 'papers.json'), 'utf8'));
  const real = (await readBenchPapers(file, wanted)).map(({ title, abstract, authors = [], ...more }, index) => {
    const { year, venue } = more;
    const id = `paper:${index}`;
    const names = authors.map((name) => {
      const parts = name.split(' ');
      return { given: parts.slice(0, -1).join(' '), family: parts.at(-1) ?? '' };
    });
    const texts = { title, abstract, source: { title, abstract } };
    return {
      id,
      key: `paper${index}`,
      ...texts,
      authors: names,
      year,
      venue,
      type: 'paper-conference',
      topics: [],
      links: [],
    };
  });
  return /** @type {readonly SearchPaper[]} */ (
    /** @type {unknown} */ ([...real, ...mixed(real, wanted - real.length)])
  );
}

/**
 * More papers than there are: each has half the title and half the abstract of two, and some words misspelt, as a
 * larger library has more words.
 * @param {readonly { title: string, abstract: string }[]} papers
 * @param {number} count
 */
function mixed(papers, count) {
  const random = randomNumbers(seed);
  const any = () => papers[Math.floor(random() * papers.length)] ?? { title: '', abstract: '' };
  /** @type {(one: string, other: string) => string} */
  const mix = (one, other) => {
    const halves = [...words(one).slice(0, words(one).length / 2), ...words(other).slice(words(other).length / 2)];
    return halves.map((word) => (random() < shareMisspelt ? word.slice(1) + word.slice(0, 1) : word)).join(' ');
  };
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const [one, other] = [any(), any()];
    const title = mix(one.title, other.title);
    const abstract = mix(one.abstract, other.abstract);
    return { ...one, id: `mixed:${index}`, key: `mixed${index}`, title, abstract, source: { title, abstract } };
  });
}
