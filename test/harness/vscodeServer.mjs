// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from './atExit.mjs';
import { installVscode } from './installVscode.mjs';
import { runCommand } from './runCommand.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const startTimeout = 60_000;

/** Settings that keep everything out of the way that is not under test, and keep runs alike. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Light Modern',
  'window.commandCenter': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
};

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, unknown>} [settings] user settings, on top of the quiet ones
 * @property {boolean} [trustPrompt] ask whether the workspace is trusted; otherwise it is
 * @property {readonly string[]} [vsix] packaged extensions to install first
 * @property {boolean} [development] heed the extension under development that an address names; a built VS Code would not
 * @property {number} [port] by default any free one
 */

/** VS Code's server on a loopback port, behind a random token, with a data folder of its own that goes with it. */
export class VscodeServer {
  /** @type {import('node:child_process').ChildProcess} */ #child;
  /** @type {string} */ #folder;
  /** @type {string} */ #token;
  /** @type {{ text: string }} */ #output;
  /** @type {() => void} */ #forget;

  /**
   * @param {import('node:child_process').ChildProcess} child
   * @param {{ folder: string, token: string, port: number, output: { text: string }, forget: () => void }} started
   * @private
   */
  constructor(child, { folder, token, port, output, forget }) {
    this.#child = child;
    this.#folder = folder;
    this.#token = token;
    this.#output = output;
    this.#forget = forget;
    /** @type {string} */
    this.authority = `127.0.0.1:${port}`;
    /** @type {string} */
    this.extensionsFolder = join(folder, 'extensions');
    /** @type {Promise<void>} */
    this.ended = new Promise((resolve) => child.once('exit', () => resolve()));
  }

  /**
   * @param {ServerOptions} [options]
   * @returns {Promise<VscodeServer>} once it listens
   */
  static async start({ settings = {}, trustPrompt = false, vsix = [], development = false, port = 0 } = {}) {
    const { node, serverMain } = await installVscode();
    const folder = temporaryFolder('vscode');
    const token = randomBytes(24).toString('hex');
    const extensionsFolder = join(folder, 'extensions');
    const userFolder = join(folder, 'data', 'User');
    mkdirSync(extensionsFolder, { recursive: true });
    mkdirSync(userFolder, { recursive: true });
    const trust = { 'security.workspace.trust.enabled': trustPrompt };
    writeFileSync(
      join(userFolder, 'settings.json'),
      JSON.stringify({ ...quietSettings, ...trust, ...settings }, undefined, 2),
    );
    // A file, as arguments can be read by everybody on the machine.
    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, token, { mode: 0o600 });
    const places = ['--server-data-dir', folder, '--extensions-dir', extensionsFolder];
    for (const file of vsix) await runCommand(node, [serverMain, ...places, '--install-extension', file]);

    const child = spawn(
      node,
      [
        ...[serverMain, ...places, '--host', '127.0.0.1', '--port', String(port), '--connection-token-file', tokenFile],
        ...['--accept-server-license-terms', '--telemetry-level', 'off'],
        ...(trustPrompt ? [] : ['--disable-workspace-trust']),
        ...(development ? ['--enable-smoke-test-driver'] : []),
      ],
      // A process group of its own, so that its extension hosts end with it.
      { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    );
    const forget = atExit(() => killGroup(child, 'SIGKILL'));
    const output = { text: '' };
    const listening = await untilListening(child, output);
    return new VscodeServer(child, { folder, token, port: listening, output, forget });
  }

  /** What the server has written so far. */
  get output() {
    return this.#output.text;
  }

  /** The process that serves, for measuring. */
  get processId() {
    return this.#child.pid;
  }

  /**
   * The address that opens a folder in a browser.
   * @param {string} folder
   * @param {Readonly<Record<string, string>>} [payload] what tells the workbench about an extension under development
   */
  url(folder, payload = {}) {
    const entries = Object.entries(payload);
    const query = new URLSearchParams({ tkn: this.#token, folder });
    if (entries.length > 0) query.set('payload', JSON.stringify(entries));
    return `http://${this.authority}/?${query}`;
  }

  /**
   * The URI under which the workbench knows a file of this machine.
   * @param {string} path
   */
  remoteUri(path) {
    return `vscode-remote://${this.authority}${path}`;
  }

  /**
   * Copies the logs of the server and its extension hosts, for a look after a failure.
   * @param {string} target
   * @param {string} [windowLog] what the window wrote
   */
  keepLogs(target, windowLog = '') {
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'server.log'), this.output);
    writeFileSync(join(target, 'window.log'), windowLog);
    const logs = join(this.#folder, 'data', 'logs');
    if (existsSync(logs)) cpSync(logs, join(target, 'logs'), { recursive: true });
  }

  async stop() {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      killGroup(this.#child, 'SIGTERM');
      const force = setTimeout(() => killGroup(this.#child, 'SIGKILL'), 5_000);
      await this.ended;
      clearTimeout(force);
    }
    killGroup(this.#child, 'SIGKILL');
    this.#forget();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killGroup(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ text: string }} output
 * @returns {Promise<number>} the port
 */
function untilListening(child, output) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ reason) => {
      clearTimeout(timer);
      killGroup(child, 'SIGKILL');
      reject(new Error(`VS Code's server ${reason}.\n${output.text.slice(-3000)}`));
    };
    const timer = setTimeout(() => fail(`did not listen within ${startTimeout / 1000} s`), startTimeout);
    const collect = (/** @type {Buffer} */ chunk) => {
      output.text += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output.text)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => fail(`ended early (${signal ?? code})`));
  });
}
