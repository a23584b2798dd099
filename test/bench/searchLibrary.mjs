// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../harness/folders.mjs';
import { readBenchPapers } from './readBenchPapers.mjs';
import { randomNumbers, words } from './searchQueries.mjs';

/** @typedef {import('./searchFigures.mjs').SearchPaper} SearchPaper */

const shareMisspelt = 0.006;
const bundled = 115;

/**
 * The papers to search, the real ones first.
 * @param {string} file gzipped lines of JSON
 * @param {number} wanted 115 are those that come with Paperside
 * @param {number} seed
 * @returns {Promise<{ papers: readonly SearchPaper[], real: readonly SearchPaper[] }>}
 */
export async function searchLibrary(file, wanted, seed) {
  if (wanted <= bundled) {
    const papers = JSON.parse(readFileSync(join(folders.root, 'corpus', 'papers.json'), 'utf8'));
    return { papers, real: papers };
  }
  const real = (await readBenchPapers(file, wanted)).map(({ authors = [], ...paper }, index) => {
    const names = authors.map((name) => {
      const parts = name.split(' ');
      return { given: parts.slice(0, -1).join(' '), family: parts.at(-1) ?? '' };
    });
    return paperOf(`paper:${index}`, { ...paper, authors: names });
  });
  return { papers: [...real, ...mixed(real, wanted - real.length, seed)], real };
}

/**
 * More papers than there are, as noise: words of two papers' titles and abstracts by chance and in any order, so that
 * no start of a title and no phrase stands twice; some words misspelt, as a larger library has more words; authors and
 * year of others.
 * @param {readonly SearchPaper[]} papers
 * @param {number} count
 * @param {number} seed
 */
function mixed(papers, count, seed) {
  const random = randomNumbers(seed);
  const any = () => /** @type {SearchPaper} */ (papers[Math.floor(random() * papers.length)]);
  /** @type {(one: string, other: string) => string} */
  const mix = (one, other) =>
    [...words(one), ...words(other)]
      .filter(() => random() < 0.5)
      .map((word) => /** @type {const} */ ([random(), random() < shareMisspelt ? word.slice(1) + word[0] : word]))
      .sort(([a], [b]) => a - b)
      .map(([, word]) => word)
      .join(' ');
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const [one, other] = [any(), any()];
    const texts = { title: mix(one.title, other.title), abstract: mix(one.abstract, other.abstract) };
    return paperOf(`mixed:${index}`, { ...texts, authors: any().authors, year: any().year, venue: any().venue });
  });
}

/**
 * @param {string} id
 * @param {Omit<SearchPaper, 'id' | 'year' | 'venue'> & { year?: number | undefined, venue?: string | undefined }} parts
 * @returns {SearchPaper}
 */
function paperOf(id, { title, abstract, authors, year, venue }) {
  const rest = { key: id.replace(':', ''), type: 'paper-conference', topics: [], links: [] };
  const known = { ...(year !== undefined && { year }), ...(venue !== undefined && { venue }) };
  return Object.assign({ id, title, abstract, authors, ...known }, { source: { title, abstract } }, rest);
}
