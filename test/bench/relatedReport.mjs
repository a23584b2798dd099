// @ts-check
import { table } from './table.mjs';

/** @param {readonly import('./searchFigures.mjs').RelatedFigures[]} figures */
export function relatedReport(figures) {
  const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;
  const rows = figures.flatMap(({ papers, rules }) =>
    rules.map(({ name, keyword, venue, asked, milliseconds }) => [
      papers.toLocaleString('en'),
      name,
      percent(keyword),
      percent(venue),
      String(asked),
      milliseconds.toFixed(1),
    ]),
  );
  return [
    table(
      ['Papers', 'Related papers by', 'share a keyword', 'of the same venue', 'papers asked of', 'ms a paper'],
      rows,
    ),
    'Of the five most alike. Keywords and venues were held back; keywords are compared among the papers that have some.',
  ].join('\n\n');
}
