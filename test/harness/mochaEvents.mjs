// @ts-check

/** Starts each line that carries an event, so that it is told apart from other output. */
const mark = '@mocha ';

/**
 * What a mocha run tells, wherever it runs: in Node, or in an extension host through its console.
 * @typedef {{ type: 'pass', suite: string, title: string, milliseconds: number }
 *   | { type: 'fail', suite: string, title: string, message: string }
 *   | { type: 'pending', suite: string, title: string }
 *   | { type: 'end' }} MochaEvent
 */

/**
 * Writes an event as one line.
 * @param {MochaEvent} event
 */
export function formatMochaEvent(event) {
  return mark + JSON.stringify(event);
}

/**
 * Reads an event back.
 * @param {string} line
 * @returns {MochaEvent | undefined} undefined for a line of anything else
 */
export function parseMochaEvent(line) {
  return line.startsWith(mark) ? JSON.parse(line.slice(mark.length)) : undefined;
}

/**
 * Makes a mocha reporter that hands each event on as a line.
 * @param {(line: string) => void} write
 * @returns {import('mocha').ReporterConstructor}
 */
export function mochaEventReporter(write) {
  class EventReporter {
    /** @param {import('mocha').Runner} runner */
    constructor(runner) {
      const emit = (/** @type {MochaEvent} */ event) => write(formatMochaEvent(event));
      runner.on('pass', (test) => emit({ type: 'pass', ...names(test), milliseconds: test.duration ?? 0 }));
      runner.on('pending', (test) => emit({ type: 'pending', ...names(test) }));
      runner.on('fail', (test, error) => emit({ type: 'fail', ...names(test), message: describeError(error) }));
      runner.once('end', () => emit({ type: 'end' }));
    }
  }
  // Mocha's own base class would print; it is asked for by the types only.
  return /** @type {import('mocha').ReporterConstructor} */ (/** @type {unknown} */ (EventReporter));
}

/** @param {import('mocha').Runnable} test */
function names(test) {
  const [suite = '', ...rest] = test.titlePath();
  return { suite, title: rest.join(' › ') };
}

/** @param {unknown} error */
function describeError(error) {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = /** @type {{ actual?: unknown, expected?: unknown }} */ (error);
  const text = error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`;
  const comparison = expected === undefined ? '' : `\nexpected: ${short(expected)}\n  actual: ${short(actual)}`;
  return text + comparison;
}

/** @param {unknown} value */
function short(value) {
  let text;
  try {
    text = JSON.stringify(value) ?? String(value);
  } catch {
    text = String(value);
  }
  return text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
}
