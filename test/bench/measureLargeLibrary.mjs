// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { BenchServer } from './benchWindow.mjs';
import { readBenchPapers } from './readBenchPapers.mjs';

const wanted = 10_000;
const queriesOfEachKind = 15;

/**
 * Times building the index and key presses over 10,000 papers of a file, in workers of the extension host.
 * @param {import('./benchWindow.mjs').BenchSetup} setup
 * @param {string} file gzipped lines of JSON: `title, abstract, authors[], year, venue`
 */
export async function measureLargeLibrary(setup, file) {
  const papers = await readPapers(file);
  const library = join(temporaryFolder('bench'), 'papers.json');
  writeFileSync(library, JSON.stringify({ papers, queries: queriesFor(papers) }));
  const server = await BenchServer.start(setup, { part: 'largeLibrary', papers: library });
  try {
    const window = await server.openWindow();
    return await window.next('engines', 15 * 60_000);
  } finally {
    await server.stop();
  }
}

/** @param {string} file */
async function readPapers(file) {
  const papers = await readBenchPapers(file, wanted);
  return papers.map(({ title, abstract, authors = [], year, venue }, index) => ({
    ...{ id: `paper:${index}`, key: `paper${index}`, title, abstract, source: { title, abstract } },
    authors: authors.map((name) => {
      const words = name.split(' ');
      return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
    }),
    ...{ year, venue, type: 'paper-conference', topics: [], links: [] },
  }));
}

/**
 * Queries of five kinds, of papers all over the library: the start of a title, with a slip, a person and a year, words of
 * the abstract, and the venue.
 * @param {Awaited<ReturnType<typeof readPapers>>} papers
 */
function queriesFor(papers) {
  const words = (/** @type {string} */ text) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3);
  const step = Math.floor(papers.length / queriesOfEachKind);
  return papers
    .filter((_, index) => index % step === 0)
    .flatMap(({ title, abstract, authors, year, venue }) => {
      const [first = 'learning', second = '', third = ''] = words(title);
      return [
        `${first} ${second} ${third.slice(0, -2)}`,
        `${first.slice(0, 2)}${first.slice(3)} ${second}`,
        `${authors[0]?.family ?? ''} ${year} ${first}`,
        words(abstract).slice(5, 10).join(' '),
        `${venue} ${year}`,
      ];
    });
}
