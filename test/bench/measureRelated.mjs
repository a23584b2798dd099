// @ts-check
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folders } from '../harness/folders.mjs';
import { readBenchPapers } from './readBenchPapers.mjs';

/** @typedef {import('./searchFigures.mjs').RelatedFigures} RelatedFigures */

/**
 * Measures how good related papers are by labels that were held back.
 * @param {string} file gzipped lines of JSON
 * @param {readonly number[]} sizes how many papers
 * @param {number} seed
 * @returns {Promise<readonly RelatedFigures[]>}
 */
export async function measureRelated(file, sizes, seed) {
  const script = join(folders.out, 'bench', 'relatedAgreement.cjs');
  const entry = join(folders.root, 'test', 'bench', 'relatedAgreement.ts');
  await build({ entryPoints: [entry], bundle: true, platform: 'node', outfile: script, logLevel: 'warning' });
  /** @type {{ relatedAgreement: import('./searchFigures.mjs').MeasureAgreement }} */
  const { relatedAgreement } = await import(pathToFileURL(script).href);
  /** @type {RelatedFigures[]} */
  const figures = [];
  for (const size of sizes) {
    console.log(`  related papers of ${size} …`);
    const papers = await readBenchPapers(file, size);
    figures.push({ papers: papers.length, rules: await relatedAgreement(papers, seed) });
  }
  return figures;
}
