// @ts-check
import { summarize } from './summary.mjs';
import { table } from './table.mjs';

/**
 * @typedef {import('./searchFigures.mjs').EngineFigures} EngineFigures
 * @typedef {import('./searchFigures.mjs').BuildFigures} BuildFigures
 * @typedef {import('./searchFigures.mjs').UseFigures} UseFigures
 * @typedef {import('./searchFigures.mjs').SearchFigures} SearchFigures
 */

/** What each set of queries must reach at 60,000 papers; where titles are tied, this much below the ceiling. */
const rankGoals = [-0.01, -0.01, 0.96, 0.98, 0.9];

/** @type {readonly (readonly [name: string, goal: number | undefined, of: (used: UseFigures) => number])[]} */
const usedRows = [
  ['key press, median, ms', undefined, ({ keys }) => summarize(keys).median],
  ['key press, p95, ms', 8, ({ keys }) => summarize(keys).p95],
  ['key press, worst, ms', 50, ({ keys }) => summarize(keys).max],
  ['new worker → first answer, ms', 300, ({ firstAnswer }) => firstAnswer],
  ['memory above an empty worker, MB', 200, ({ memory }) => memory / 1e6],
];

/** @type {readonly (readonly [name: string, goal: number, of: (built: BuildFigures) => number])[]} */
const builtRows = [
  ['kept in a file, MB', 45, ({ bytes }) => bytes / 1e6],
  ['cold build, s', 8, ({ build }) => build / 1000],
];

/**
 * A table for each size: how high the paper that is meant stands (the mean reciprocal rank), then costs; each engine's
 * figures with their ratio to the first one's.
 * @param {readonly SearchFigures[]} figures
 */
export function searchReport(figures) {
  const growth = growthOf(figures);
  return [
    ...figures.map(sizeReport),
    ...(growth === undefined ? [] : [`Key press p95 at 100,000: ${growth.toFixed(1)} × that at 10,000 (goal ≤ 3).`]),
  ].join('\n\n');
}

/** @param {SearchFigures} figures */
function sizeReport({ papers, sets, engines }) {
  const used = engines.map((engine) => engine.used);
  const built = engines.map((engine) => engine.built);
  const rows = [
    ...sets.map(({ name, ceiling }, set) => {
      const goal = rankGoals[set] ?? 0;
      const least = (goal < 0 ? ceiling + goal : goal).toFixed(3);
      const values = used.map((figure) => figure?.ranks[set]);
      return [name, `≥ ${least}`, goal < 0 ? ceiling.toFixed(3) : '1', ...cells(values, 3)];
    }),
    ['queries asked of each kind', '', '', ...used.map((figure) => String(figure?.asked ?? '–'))],
    ...usedRows.map(([name, goal, of]) => [
      name,
      goal === undefined ? '' : `≤ ${goal}`,
      '',
      ...cells(
        used.map((figure) => figure && of(figure)),
        1,
      ),
    ]),
    [
      'worst inputs, ms',
      '≤ 50',
      '',
      ...cells(
        engines.map(({ worst }) => worst && summarize(worst).max),
        1,
      ),
    ],
    ['key presses measured', '', '', ...used.map((figure) => String(figure?.keys.length ?? '–'))],
    ...builtRows.map(([name, goal, of]) => [
      name,
      `≤ ${goal}`,
      '',
      ...cells(
        built.map((figure) => figure && of(figure)),
        1,
      ),
    ]),
  ];
  const header = ['Measure', 'Goal at 60,000', 'Ties allow', ...engines.map(({ engine }) => engine)];
  return [
    `${papers.toLocaleString('en')} papers; in brackets the ratio to ${engines[0]?.engine}`,
    table(header, rows),
    ...engines.flatMap(({ engine, failure }) => (failure === undefined ? [] : [`${engine} broke off: ${failure}.`])),
    ...sampled(engines, sets[0]?.queries.length ?? 0),
  ].join('\n\n');
}

/**
 * @param {readonly (number | undefined)[]} values
 * @param {number} digits
 */
function cells(values, digits) {
  const [first] = values;
  return values.map((value, index) => {
    if (value === undefined) return 'not run';
    const shown = value.toFixed(digits);
    return index === 0 || !first ? shown : `${shown} (${(value / first).toFixed(2)} ×)`;
  });
}

/**
 * @param {readonly EngineFigures[]} engines
 * @param {number} queries
 */
function sampled(engines, queries) {
  const keys = Math.max(0, ...engines.map(({ used }) => used?.keys.length ?? 0));
  const slow = engines.filter(({ used }) => used && (used.asked < queries || used.keys.length < keys));
  if (slow.length === 0) return [];
  return [`Asked only an even sample, being slow: ${slow.map(({ engine }) => engine).join(', ')}.`];
}

/** @param {readonly SearchFigures[]} figures */
function growthOf(figures) {
  const p95 = (/** @type {number} */ size) => {
    const used = figures.find(({ papers }) => papers === size)?.engines[0]?.used;
    return used && summarize(used.keys).p95;
  };
  const [small, large] = [p95(10_000), p95(100_000)];
  return small === undefined || large === undefined ? undefined : large / small;
}
