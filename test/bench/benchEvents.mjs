// @ts-check

/** Starts each line that carries an event, so that it is told apart from other output. */
const mark = '@bench ';

/** @typedef {import('./summary.mjs').Summary} Summary */

/**
 * One start, in milliseconds and bytes.
 * @typedef {object} StartFigures
 * @property {number} load evaluating the bundle, before `activate()` is called
 * @property {number} activate inside `activate()`
 * @property {number} ready from `ready()` asked to its answer, the worker's start included
 * @property {number} firstAnswer from `ready()` asked to the first answer of a search
 * @property {number} idleDelay the longest that the host's event loop was held up in a second before
 * @property {number} delay the longest that it was held up from the activation to the first answer
 * @property {number} residentBefore
 * @property {number} residentAfter
 * @property {number} heapBefore
 * @property {number} heapAfter
 */

/**
 * How long an engine took over the same papers and keys, in milliseconds.
 * @typedef {object} EngineFigures
 * @property {string} engine
 * @property {Summary} builds
 * @property {Summary} keys
 */

/**
 * A large library of one's own, in milliseconds.
 * @typedef {object} OwnLibraryFigures
 * @property {number} papers
 * @property {number} bytes
 * @property {number} listed from asking for Paperside to all papers in their topics
 * @property {number} ready the same to all of them searchable
 * @property {number} idleDelay the longest that the host's event loop was held up in a second before
 * @property {number} loadDelay the longest that it was held up meanwhile
 * @property {Summary} changed from a save on disk to the changed paper being found
 * @property {number} changeDelay
 * @property {Summary} keys what Paperside does in the host at a key pressed in the file
 * @property {number} typingDelay
 * @property {number} settled from the last key to the changed paper being found
 */

/**
 * A start with a large library, in milliseconds.
 * @typedef {object} FirstSearchFigures
 * @property {number} firstSearch from asking for Paperside to the answer of the first search
 * @property {number} ready the same to all files being read
 * @property {number} delay the longest that the host's event loop was held up meanwhile
 */

/**
 * Citations in a document of 10,000 lines with a bibliography of 20,000 entries, from the command to the edit, in
 * milliseconds.
 * @typedef {object} CitingFigures
 * @property {number} first the first one of the window, an entry with it
 * @property {Summary} added others that add an entry
 * @property {Summary} held those of papers that the bibliography holds
 * @property {number} delay the longest that the host's event loop was held up meanwhile
 */

/**
 * What the part of the bench that runs in the extension host tells. `at` is a time of the wall clock.
 * @typedef {{ type: 'started', figures: StartFigures }
 *   | { type: 'prepared' }
 *   | { type: 'painted', page: 'abstract' | 'empty', at: number }
 *   | { type: 'closed' }
 *   | { type: 'keys', presses: Summary, delay: number, idleDelay: number }
 *   | { type: 'engines', papers: number, figures: readonly EngineFigures[] }
 *   | { type: 'ownLibrary', figures: OwnLibraryFigures }
 *   | { type: 'cited', figures: CitingFigures }
 *   | { type: 'searched', figures: FirstSearchFigures }
 *   | { type: 'failed', message: string }} BenchEvent
 */

/**
 * Writes an event as one line.
 * @param {BenchEvent} event
 */
export function formatBenchEvent(event) {
  return mark + JSON.stringify(event);
}

/**
 * Reads an event back.
 * @param {string} line
 * @returns {BenchEvent | undefined} undefined for a line of anything else
 */
export function parseBenchEvent(line) {
  return line.startsWith(mark) ? JSON.parse(line.slice(mark.length)) : undefined;
}
