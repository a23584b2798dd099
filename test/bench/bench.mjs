// @ts-check
// `npm run bench`: measures in real VS Code and prints a table. `-- --papers FILE` (lines of JSON, gzipped) also
// measures the index at 10,000 papers, and a bibliography of 20,000 entries as a person's own library. `--search` measures
// search alone instead, at `--sizes 115,10000,60000,100000` papers of that file beside other engines (`--engines` names
// some of them), and `--related` how good related papers are; `--seed N` takes other papers by chance.
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../harness/ensureInstalled.mjs';

const { values: options } = parseArgs({
  options: {
    papers: { type: 'string' },
    search: { type: 'boolean', default: false },
    related: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '115,10000,60000,100000' },
    engines: { type: 'string' },
    seed: { type: 'string', default: '20260801' },
  },
});

await ensureInstalled();
const seed = Number(options.seed);
const sizes = options.sizes.split(',').map(Number);
if (options.search) {
  if (options.papers === undefined) throw new Error('--search needs --papers FILE.');
  const { allEngines, measureSearch } = await import('./measureSearch.mjs');
  const { searchReport } = await import('./searchReport.mjs');
  const engines = options.engines?.split(',') ?? allEngines;
  console.log(`\n${searchReport(await measureSearch(options.papers, { sizes, engines, seed }))}\n`);
}
if (options.related) {
  if (options.papers === undefined) throw new Error('--related needs --papers FILE.');
  const { measureRelated } = await import('./measureRelated.mjs');
  const { relatedReport } = await import('./relatedReport.mjs');
  const large = sizes.filter((size) => size > 115 && size <= 60_000);
  console.log(`\n${relatedReport(await measureRelated(options.papers, large, seed))}\n`);
}
if (options.search || options.related) process.exit(0);
// Only now, as they import what has just been installed.
const { launchBrowser } = await import('../harness/launchBrowser.mjs');
const { packageExtension } = await import('../harness/packageExtension.mjs');
const { buildProbe } = await import('./buildProbe.mjs');
const { measureStarts } = await import('./measureStarts.mjs');
const { measureInteraction } = await import('./measureInteraction.mjs');
const { measureLargeLibrary } = await import('./measureLargeLibrary.mjs');
const { measureOwnLibrary } = await import('./measureOwnLibrary.mjs');
const { measureSizes } = await import('./measureSizes.mjs');
const { report } = await import('./report.mjs');

const starts = 10;

console.log('Packaging …');
const vsix = await packageExtension();
const probe = await buildProbe();
const browser = await launchBrowser();
const setup = { browser, vsix, probe };
console.log(`Starting ${starts} times …`);
const started = await measureStarts(setup, starts);
console.log('Clicking and typing …');
const interaction = await measureInteraction(setup);
if (options.papers !== undefined) console.log('Searching a large library …');
const large = options.papers === undefined ? undefined : await measureLargeLibrary(setup, options.papers);
if (options.papers !== undefined) console.log('Reading a library of one\u2019s own …');
const own = options.papers === undefined ? undefined : await measureOwnLibrary(setup, options.papers);
await browser.close();
console.log(`\n${report({ starts: started, interaction, large, own, sizes: measureSizes(vsix) })}\n`);
