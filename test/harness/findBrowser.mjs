// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installChromium } from './installChromium.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];

const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[variable] ?? '', path),
    ),
  ),
};

/**
 * @typedef {object} Browser
 * @property {string} executablePath
 * @property {Readonly<Record<string, string>>} env what it needs in its environment besides ours
 */

/**
 * Finds a Chromium: the one PAPERSIDE_CHROMIUM names, one of the system that starts, or one installed from npm into
 * the cache (Linux on x64).
 * @param {(message: string) => void} [log]
 * @returns {Promise<Browser>}
 * @throws {Error} that says what to install
 */
export async function findBrowser(log = console.log) {
  const chosen = process.env['PAPERSIDE_CHROMIUM'];
  if (chosen) {
    if (!starts(chosen)) throw new Error(`PAPERSIDE_CHROMIUM is ${chosen}, which does not start.`);
    return { executablePath: chosen, env: {} };
  }
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const usual = usualPlaces[/** @type {keyof typeof usualPlaces} */ (process.platform)] ?? [];
  const executablePath = [...onPath, ...usual].find((path) => existsSync(path) && starts(path));
  return executablePath === undefined ? installChromium(log) : { executablePath, env: {} };
}

/**
 * Whether a browser starts: a launcher script may be there while the browser itself is not.
 * @param {string} path
 */
function starts(path) {
  // On Windows asking for the version opens a window.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}
