// @ts-check
import { summarize } from './summary.mjs';
import { table } from './table.mjs';

/** @typedef {import('./searchFigures.mjs').EngineFigures} EngineFigures */

/** What each set of queries must reach at 60,000 papers; where titles are tied, this much below the ceiling. */
const rankGoals = [-0.01, -0.01, 0.96, 0.98, 0.9];

/** @type {readonly (readonly [name: string, goal: number | undefined, of: (figures: EngineFigures) => number])[]} */
const costs = [
  ['key press, median, ms', undefined, ({ keys }) => summarize(keys).median],
  ['key press, p95, ms', 8, ({ keys }) => summarize(keys).p95],
  ['key press, worst, ms', 50, ({ keys }) => summarize(keys).max],
  ['key presses measured', undefined, ({ keys }) => keys.length],
  ['new worker → first answer, ms', 300, ({ firstAnswer }) => firstAnswer],
  ['memory above an empty worker, MB', 200, ({ memory }) => memory / 1e6],
  ['kept in a file, MB', 45, ({ bytes }) => bytes / 1e6],
  ['cold build, s', 8, ({ build }) => build / 1000],
];

/**
 * A table of all engines: for each size how high the paper that is meant stands (the mean reciprocal rank), then costs.
 * @param {Awaited<ReturnType<typeof import('./measureSearch.mjs').measureSearch>>} measured
 */
export function searchReport({ missing, figures }) {
  const names = figures[0]?.engines.map(({ engine }) => engine) ?? [];
  const rows = figures.flatMap(({ papers, sets, engines }) => [
    [papers.toLocaleString('en'), '', ...names.map(() => ''), ''],
    ...sets.map(({ name, ceiling }, set) => {
      const goal = rankGoals[set] ?? 0;
      const least = goal < 0 ? ceiling + goal : goal;
      return row(
        `  ${name}`,
        `≥ ${least.toFixed(3)}`,
        engines.map(({ ranks }) => ranks[set] ?? 0),
        3,
      );
    }),
    ...costs.map(([name, goal, of]) => row(`  ${name}`, goal === undefined ? '' : `≤ ${goal}`, engines.map(of), 1)),
  ]);
  const growth = growthOf(figures);
  return [
    table(['Papers', 'Goal at 60,000', ...names, 'Ratio'], rows),
    'Ratios are of the last engine to the first. Not installed, so not measured: ' + missing.join(', ') + '.',
    ...(growth === undefined ? [] : [`Key press p95 at 100,000: ${growth.toFixed(1)} × that at 10,000 (goal ≤ 3).`]),
  ].join('\n\n');
}

/**
 * @param {string} name
 * @param {string} goal
 * @param {readonly number[]} values
 * @param {number} digits
 */
function row(name, goal, values, digits) {
  const ratio = (values.at(-1) ?? 0) / (values[0] || Number.NaN);
  return [name, goal, ...values.map((value) => value.toFixed(digits)), `${ratio.toFixed(2)} ×`];
}

/** @param {Parameters<typeof searchReport>[0]['figures']} figures */
function growthOf(figures) {
  const p95 = (/** @type {number} */ size) => {
    const found = figures.find(({ papers }) => papers === size)?.engines[0];
    return found && summarize(found.keys).p95;
  };
  const [small, large] = [p95(10_000), p95(100_000)];
  return small === undefined || large === undefined ? undefined : large / small;
}
