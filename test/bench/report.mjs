// @ts-check
import { availableParallelism, loadavg } from 'node:os';
import { summarize } from './summary.mjs';
import { table } from './table.mjs';

/**
 * @typedef {import('./summary.mjs').Summary} Summary
 * @typedef {Extract<import('./benchEvents.mjs').BenchEvent, { type: 'engines' }>} Engines
 * @typedef {object} BenchFigures
 * @property {readonly import('./benchEvents.mjs').StartFigures[]} starts
 * @property {import('./measureInteraction.mjs').InteractionFigures} interaction
 * @property {Engines | undefined} large
 * @property {(import('./benchEvents.mjs').OwnLibraryFigures & { citing: import('./benchEvents.mjs').CitingFigures }) | undefined} own
 * @property {readonly { name: string, bytes: number }[]} sizes
 * @typedef {{ text: string, reached: boolean }} Goal
 */

const header = ['Measure', 'Goal', 'Min', 'Median', 'p95', 'Max', 'Of', 'Ratio', 'Reached'];

/**
 * The table of everything that was measured.
 * @param {BenchFigures} figures
 */
export function report({ starts, interaction, large, own, sizes }) {
  const rows = [
    ...startRows(starts),
    ...interactionRows(interaction),
    ...(large ? engineRows(large, 'in a worker') : []),
    ...(own ? [...ownLibraryRows(own), ...citingRows(own.citing)] : []),
    ...sizes.map(({ name, bytes }, index) =>
      index === 0 ? size(name, bytes, { text: '≤ 1.5 MB', reached: bytes <= 1.5e6 }) : size(`  ${name}`, bytes),
    ),
  ];
  const load = loadavg().map((average) => average.toFixed(1));
  return [
    table(header, rows),
    `${availableParallelism()} processors; ${load.join(', ')} processes wanted them in the last 1, 5 and 15 minutes. ` +
      'Ratios compare medians of this run.',
  ].join('\n\n');
}

/** @param {BenchFigures['starts']} starts */
function startRows(starts) {
  const each = (/** @type {keyof BenchFigures['starts'][number]} */ name) =>
    summarize(starts.map((start) => start[name]));
  const growth = (/** @type {'resident' | 'heap'} */ memory) =>
    summarize(starts.map((start) => start[`${memory}After`] - start[`${memory}Before`])).median;
  const activate = each('activate');
  const firstAnswer = each('firstAnswer');
  return [
    times('Inside activate()', activate, { goal: { text: 'median ≤ 20 ms', reached: activate.median <= 20 } }),
    times('  loading the bundle, before', each('load')),
    times('ready() asked → first answer', firstAnswer, {
      goal: { text: 'median ≤ 300 ms', reached: firstAnswer.median <= 300 },
    }),
    times('  of it ready()', each('ready')),
    times('  longest hold-up of the host from activation on', each('delay')),
    times('  longest hold-up of the host in an idle second', each('idleDelay')),
    size('  memory of the host’s process with the library', each('residentAfter').median),
    size('  more than before, worker included', growth('resident')),
    size('  more than before in the heap of the host itself', growth('heap')),
  ];
}

/** @param {import('./measureInteraction.mjs').InteractionFigures} figures */
function interactionRows({ clickPanelOpen, clickPanelClosed, emptyWebview, firstClick, keys, engines }) {
  const open = summarize(clickPanelOpen);
  const closed = summarize(clickPanelClosed);
  const empty = summarize(emptyWebview);
  return [
    times(`Key → rows set, ${engines.papers} papers, typed in the pick`, keys.presses, {
      goal: { text: 'p95 ≤ 16 ms', reached: keys.presses.p95 <= 16 },
    }),
    row('  longest hold-up of the host meanwhile', { max: milliseconds(keys.delay) }),
    row('  longest hold-up of the host in an idle second', { max: milliseconds(keys.idleDelay) }),
    ...engineRows(engines, 'in the host'),
    times('Click → abstract painted, panel open', open, { goal: { text: 'p95 ≤ 200 ms', reached: open.p95 <= 200 } }),
    times('Click → abstract painted, panel closed', closed, {
      goal: { text: '≤ 1.3 × empty webview', reached: closed.median <= 1.3 * empty.median },
      base: empty,
    }),
    times('  an empty webview', empty),
    row('  the first webview of the window', { max: milliseconds(firstClick) }),
  ];
}

/** @param {import('./benchEvents.mjs').OwnLibraryFigures} figures */
function ownLibraryRows({ papers, bytes, ready, listed, idleDelay, loadDelay, changed, ...typing }) {
  const { changeDelay, keys, typingDelay, settled } = typing;
  const once = (/** @type {string} */ measure, /** @type {number} */ value, /** @type {number} */ goal) =>
    row(measure, {
      goal: { text: `≤ ${goal < 1000 ? `${goal} ms` : `${goal / 1000} s`}`, reached: value <= goal },
      max: milliseconds(value),
    });
  return [
    row(`A .bib of one’s own, ${papers.toLocaleString('en')} papers, ${(bytes / 1e6).toFixed(1)} MB`),
    once('  asked → all in topics', listed, 4_000),
    row('  asked → searchable', { max: milliseconds(ready) }),
    once('  longest hold-up of the host meanwhile', loadDelay, 30),
    row('    in an idle second', { max: milliseconds(idleDelay) }),
    times('  an entry saved → found', changed, { goal: { text: '≤ 1 s', reached: changed.max <= 1_000 } }),
    row('  longest hold-up of the host meanwhile', { max: milliseconds(changeDelay) }),
    times('  a key in its editor, in the host', keys, { goal: { text: '< 5 ms', reached: keys.max < 5 } }),
    row('  longest hold-up of the host meanwhile', { max: milliseconds(typingDelay) }),
    once('  last key → found', settled, 1_000),
  ];
}

/** @param {import('./benchEvents.mjs').CitingFigures} figures */
function citingRows({ first, added, held, delay }) {
  const goal = (/** @type {Summary} */ { p95 }) => ({ text: 'p95 ≤ 50 ms', reached: p95 <= 50 });
  return [
    row('Citing in 10,000 lines with a .bib of 20,000 entries, to the edit'),
    times('  a paper that it holds', held, { goal: goal(held) }),
    times('  one more entry', added, { goal: goal(added) }),
    row('  the first entry of the window', { max: milliseconds(first) }),
    row('  longest hold-up of the host meanwhile', { max: milliseconds(delay) }),
  ];
}

/**
 * @param {Engines} engines
 * @param {string} where
 */
function engineRows({ papers, figures }, where) {
  const [own] = figures;
  const count = papers.toLocaleString('en');
  return [
    row(`Search alone, ${count} papers, ${where}`),
    ...figures.map(({ engine, keys }) => times(`  key, ${engine}`, keys, { base: own?.keys })),
    ...figures.map(({ engine, builds }) => times(`  building, ${engine}`, builds, { base: own?.builds })),
  ];
}

/**
 * @param {string} measure
 * @param {Summary} summary in milliseconds
 * @param {{ goal?: Goal, base?: Summary | undefined }} [more]
 */
function times(measure, { min, median, p95, max, count }, { goal, base } = {}) {
  return row(measure, {
    goal,
    min: milliseconds(min),
    median: milliseconds(median),
    p95: milliseconds(p95),
    max: milliseconds(max),
    count: String(count),
    ratio: base && `${(median / base.median).toFixed(2)} ×`,
  });
}

/**
 * @param {string} measure
 * @param {number} bytes
 * @param {Goal} [goal]
 */
function size(measure, bytes, goal) {
  return row(measure, {
    goal,
    median: bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(2)} MB`,
  });
}

/**
 * @param {string} measure
 * @param {{ goal?: Goal | undefined, min?: string, median?: string, p95?: string, max?: string, count?: string, ratio?: string | undefined }} [cells]
 */
function row(measure, { goal, min = '', median = '', p95 = '', max = '', count = '', ratio = '' } = {}) {
  const reached = goal === undefined ? '' : goal.reached ? 'yes' : 'NO';
  return [measure, goal?.text ?? '', min, median, p95, max, count, ratio, reached];
}

/** @param {number} value */
function milliseconds(value) {
  return `${value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0)} ms`;
}
