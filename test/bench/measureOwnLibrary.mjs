// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BenchServer } from './benchWindow.mjs';
import { readBenchPapers } from './readBenchPapers.mjs';

const wanted = 20_000;

/** At every key, VS Code's own merge-conflict extension reads all of an open file, which takes 60 ms with one so large. */
const withoutMergeConflicts = { 'merge-conflict.codeLens.enabled': false, 'merge-conflict.decorators.enabled': false };

/**
 * Opens a folder with a bibliography of 20,000 entries, changes it and types in it.
 * @param {import('./benchWindow.mjs').BenchSetup} setup
 * @param {string} file gzipped lines of JSON: `title, abstract, authors[], year, venue, doi, arxiv`
 */
export async function measureOwnLibrary(setup, file) {
  const papers = await readBenchPapers(file, wanted);
  const text = papers.map(entry).join('\n');
  const figures = await measureChanges(setup, text);
  const [first, second] = await measureTwoStarts(setup, text, plain(papers[wanted - 1]?.title ?? ''));
  const citing = await measureCiting(setup, text);
  return { ...figures, first, second, citing };
}

/**
 * @param {import('./benchWindow.mjs').BenchSetup} setup
 * @param {string} text
 */
async function measureChanges(setup, text) {
  const server = await BenchServer.start(setup, { part: 'ownLibrary' }, withoutMergeConflicts);
  try {
    writeFileSync(join(server.workspace, 'library.bib'), text);
    const window = await server.openWindow();
    return (await window.next('ownLibrary', 5 * 60_000)).figures;
  } finally {
    await server.stop();
  }
}

/**
 * Cites in a document of 10,000 lines.
 * @param {import('./benchWindow.mjs').BenchSetup} setup
 * @param {string} text
 */
export async function measureCiting(setup, text) {
  const server = await BenchServer.start(setup, { part: 'citing' }, withoutMergeConflicts);
  try {
    writeFileSync(join(server.workspace, 'library.bib'), text);
    const lines = Array.from({ length: 10_000 }, (_, index) => `Line ${index} of a long document says little.`);
    writeFileSync(join(server.workspace, 'long.tex'), `${lines.join('\n')}\n\\bibliography{library}\n`);
    const window = await server.openWindow();
    return (await window.next('cited', 5 * 60_000)).figures;
  } finally {
    await server.stop();
  }
}

/**
 * Opens a window with the bibliography, and another after it.
 * @param {import('./benchWindow.mjs').BenchSetup} setup
 * @param {string} text
 * @param {string} title of a paper in it
 */
export async function measureTwoStarts(setup, text, title) {
  const server = await BenchServer.start(setup, { part: 'firstSearch', title });
  try {
    writeFileSync(join(server.workspace, 'library.bib'), text);
    const window = await server.openWindow();
    const first = (await window.next('searched', 2 * 60_000)).figures;
    await window.workbench.untilSaved('searchIndexKept');
    await window.workbench.reload();
    return [first, (await window.next('searched', 2 * 60_000)).figures];
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('./readBenchPapers.mjs').BenchPaper} paper
 * @param {number} index
 */
function entry({ title, abstract, authors = [], year, venue, doi, arxiv, keywords }, index) {
  const fields = {
    title,
    author: authors.join(' and '),
    booktitle: venue,
    year: year === undefined ? undefined : String(year),
    doi,
    eprint: arxiv,
    archiveprefix: arxiv === undefined ? undefined : 'arXiv',
    keywords: keywords?.join(', '),
    abstract,
  };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `  ${name} = {${plain(String(value))}},`);
  return `@inproceedings{paper${index},\n${lines.join('\n')}\n}\n`;
}

/**
 * Text that means the same within braces.
 * @param {string} text
 */
function plain(text) {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}]/g, '')
    .replace(/[%&#_$]/g, '\\$&');
}
