// @ts-check
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/**
 * @typedef {object} BenchPaper
 * @property {string} title
 * @property {string} abstract
 * @property {string[]} [authors]
 * @property {number} [year]
 * @property {string} [venue]
 * @property {string} [doi]
 * @property {string} [arxiv]
 * @property {string[]} [keywords]
 */

/**
 * Takes papers from all over a file, as neighbours are of one conference.
 * @param {string} file gzipped lines of JSON
 * @param {number} wanted
 * @returns {Promise<BenchPaper[]>}
 */
export async function readBenchPapers(file, wanted) {
  /** @type {string[]} */
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) lines.push(line);
  const step = Math.max(1, lines.length / wanted);
  return Array.from({ length: Math.min(wanted, lines.length) }, (_, index) =>
    JSON.parse(lines[Math.floor(index * step)] ?? '{}'),
  );
}
