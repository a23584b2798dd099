// @ts-check
import { join } from 'node:path';
import { folders } from './folders.mjs';
import { parseMochaEvent } from './mochaEvents.mjs';
import { VscodeServer } from './vscodeServer.mjs';
import { Workbench } from './workbench.mjs';

const runTimeout = 5 * 60_000;

/**
 * Runs a mocha bundle inside a real extension host, which must lie under the extension's folder: the web host cannot
 * read it elsewhere, and VS Code would silently take the Node host.
 * @param {object} options
 * @param {'node' | 'web'} options.host
 * @param {import('playwright-core').Browser} options.browser
 * @param {string} options.extensionId
 * @param {string} options.extensionPath
 * @param {string} options.bundle a CommonJS file that exports `run(): Promise<void>`, ends in `.js`
 * @param {string} options.workspace
 * @param {Readonly<Record<string, unknown>>} [options.settings]
 * @param {(line: string) => void} options.onLine takes the events of the tests
 */
export async function runExtensionTests({
  host,
  browser,
  extensionId,
  extensionPath,
  bundle,
  workspace,
  settings = {},
  onLine,
}) {
  const server = await VscodeServer.start({
    development: true,
    settings: { ...settings, ...(host === 'web' ? { 'remote.extensionKind': { [extensionId]: ['web'] } } : {}) },
  });
  let succeeded = false;
  let log = '';
  /** @type {Workbench | undefined} */
  let workbench;
  try {
    /** @type {(code: number) => void} */
    let end = () => undefined;
    const exit = new Promise((/** @type {(code: number) => void} */ resolve) => (end = resolve));
    workbench = await Workbench.open(browser, server, {
      folder: workspace,
      payload: {
        extensionDevelopmentPath: server.remoteUri(extensionPath),
        extensionTestsPath: server.remoteUri(bundle),
        skipWelcome: 'true',
        skipReleaseNotes: 'true',
      },
      onLog: (_name, args) => {
        const text = args.join(' ');
        log += `${text}\n`;
        // The console of the whole window comes this way; what it says besides is of interest after a failure only.
        text
          .split('\n')
          .filter((line) => parseMochaEvent(line))
          .forEach(onLine);
      },
      onExit: end,
    });
    const code = await withTimeout(
      exit,
      runTimeout,
      `the tests in the ${host} extension host did not end within 5 minutes`,
    );
    succeeded = code === 0;
  } finally {
    if (!succeeded) {
      await workbench?.keepScreenshot(`extension-tests-${host}`);
      server.keepLogs(join(folders.failures, `server-${host}`), log);
    }
    await workbench?.close();
    await server.stop();
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @param {string} message
 * @returns {Promise<T>}
 */
async function withTimeout(promise, milliseconds, message) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_resolve, /** @type {(error: Error) => void} */ reject) => {
    timer = setTimeout(() => reject(new Error(message)), milliseconds);
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}
