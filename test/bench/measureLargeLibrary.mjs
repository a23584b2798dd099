// @ts-check
import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { temporaryFolder } from '../harness/temporaryFolder.mjs';
import { BenchServer } from './benchWindow.mjs';

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

/**
 * Takes papers from all over the file, as neighbours are of one conference.
 * @param {string} file
 */
async function readPapers(file) {
  /** @type {string[]} */
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) lines.push(line);
  const step = Math.max(1, lines.length / wanted);
  return Array.from({ length: Math.min(wanted, lines.length) }, (_, index) => {
    const { title, abstract, authors = [], year, venue } = JSON.parse(lines[Math.floor(index * step)] ?? '{}');
    return {
      ...{ id: `paper:${index}`, key: `paper${index}`, title, abstract, source: { title, abstract } },
      authors: authors.map((/** @type {string} */ name) => {
        const words = name.split(' ');
        return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
      }),
      ...{ year, venue, type: 'paper-conference', topics: [], links: [] },
    };
  });
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
