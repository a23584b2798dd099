// @ts-check
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { atExit } from './atExit.mjs';
import { folders } from './folders.mjs';

const runner = fileURLToPath(new URL('runMocha.mjs', import.meta.url));

/**
 * Runs mocha over bundled tests in a Node process of their own.
 * @param {object} options
 * @param {readonly string[]} options.files
 * @param {string} options.grep
 * @param {Readonly<Record<string, string>>} [options.env]
 * @param {(line: string) => void} options.onLine takes each line they write
 * @returns {Promise<void>} when the process has ended, however its tests went
 */
export function runNodeTests({ files, grep, env = {}, onLine }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', runner, grep, ...files], {
      cwd: folders.root,
      env: { ...process.env, FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const forget = atExit(() => child.kill());
    const lines = createInterface({ input: child.stdout });
    lines.on('line', onLine);
    const linesRead = new Promise((read) => lines.once('close', read));
    child.once('error', reject);
    child.once('exit', () => {
      forget();
      linesRead.then(() => resolve());
    });
  });
}
