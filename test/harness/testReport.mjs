// @ts-check
import { parseMochaEvent } from './mochaEvents.mjs';

/**
 * @typedef {{ part: string, passed: number, failed: number, ended: boolean, milliseconds: number }} PartResult
 */

/** Collects the results of the parts of a test run, prints them as they come, and sums them up. */
export class TestReport {
  /** @type {PartResult[]} */ #parts = [];
  /** @type {{ name: string, milliseconds: number }[]} */ #times = [];
  /** @type {string[]} */ #failures = [];
  /** @type {string} */ #suite = '';

  /**
   * Runs one part. A part that throws, breaks off or runs nothing counts as one failure.
   * @param {string} part
   * @param {(onLine: (line: string) => void) => Promise<void>} run
   */
  async run(part, run) {
    const result = { part, passed: 0, failed: 0, ended: false, milliseconds: 0 };
    this.#parts.push(result);
    this.#suite = '';
    console.log(`\n── ${part} ──`);
    const start = Date.now();
    try {
      await run((line) => this.#take(result, line));
      if (!result.ended) throw new Error('the tests broke off before their end');
      if (result.passed + result.failed === 0) throw new Error('no test was run');
    } catch (error) {
      result.failed++;
      this.#fail(`${part}: ${error instanceof Error ? error.message : String(error)}`);
    }
    result.milliseconds = Date.now() - start;
  }

  /**
   * Does what the tests need first. What throws counts as a failure.
   * @param {string} name
   * @param {() => Promise<unknown>} work
   */
  async prepare(name, work) {
    try {
      await work();
    } catch (error) {
      this.#parts.push({ part: name, passed: 0, failed: 1, ended: true, milliseconds: 0 });
      this.#fail(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  get failed() {
    return this.#parts.some((part) => part.failed > 0);
  }

  /** Prints what failed, the parts, the ten slowest tests and, last, how many passed and failed in all. */
  print() {
    if (this.#failures.length > 0) console.log(`\n── failures ──\n${this.#failures.join('\n\n')}`);
    console.log('\n── summary ──');
    for (const { part, passed, failed, milliseconds } of this.#parts) {
      console.log(`${part}: ${passed} of ${passed + failed} passed in ${seconds(milliseconds)}`);
    }
    console.log('\n── ten slowest tests ──');
    const slowest = this.#times.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 10);
    for (const { name, milliseconds } of slowest) console.log(`${seconds(milliseconds).padStart(7)}  ${name}`);
    const sum = (/** @type {'passed' | 'failed'} */ key) => this.#parts.reduce((total, part) => total + part[key], 0);
    console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  }

  /**
   * @param {PartResult} result
   * @param {string} line
   */
  #take(result, line) {
    const event = parseMochaEvent(line);
    if (event === undefined) {
      if (line.trim() !== '') console.log(`  │ ${line}`);
      return;
    }
    if (event.type === 'end') {
      result.ended = true;
      return;
    }
    if (event.suite !== this.#suite) console.log(event.suite);
    this.#suite = event.suite;
    const name = printable(`${result.part}: ${event.suite} › ${event.title}`);
    if (event.type === 'pass') {
      result.passed++;
      this.#times.push({ name, milliseconds: event.milliseconds });
      console.log(
        `  ✓ ${printable(event.title)}${event.milliseconds >= 100 ? ` (${seconds(event.milliseconds)})` : ''}`,
      );
    } else if (event.type === 'pending') {
      console.log(`  not run: ${printable(event.title)}`);
    } else {
      result.failed++;
      this.#fail(`${name}\n${printable(event.message)}`);
    }
  }

  /** @param {string} text */
  #fail(text) {
    this.#failures.push(text);
    console.log(`  ✗ ${text.replaceAll('\n', '\n    ')}`);
  }
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Shows control characters, which titles of tests on hostile text hold, instead of sending them to the terminal.
 * @param {string} text
 */
function printable(text) {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, (character) => `\\x${hexadecimal(character)}`);
}

/** @param {string} character */
function hexadecimal(character) {
  return character.charCodeAt(0).toString(16).padStart(2, '0');
}
