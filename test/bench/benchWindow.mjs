// @ts-check
import { copySampleWorkspace } from '../harness/copySampleWorkspace.mjs';
import { folders } from '../harness/folders.mjs';
import { VscodeServer } from '../harness/vscodeServer.mjs';
import { Workbench } from '../harness/workbench.mjs';
import { join } from 'node:path';
import { parseBenchEvent } from './benchEvents.mjs';

const patience = 60_000;

/**
 * @typedef {import('./benchEvents.mjs').BenchEvent} BenchEvent
 * @typedef {object} BenchSetup
 * @property {import('playwright-core').Browser} browser
 * @property {string} vsix the packaged extension
 * @property {{ extension: string, bundle: string }} probe
 */

/** A server with the packaged extension, and windows of it in which the probe runs one part of the bench. */
export class BenchServer {
  /**
   * @param {BenchSetup} setup
   * @param {VscodeServer} server
   * @private
   */
  constructor(setup, server) {
    this.setup = setup;
    this.server = server;
    this.workspace = copySampleWorkspace();
  }

  /**
   * @param {BenchSetup} setup
   * @param {Readonly<Record<string, string>>} settings which part the probe runs, and with what
   * @param {Readonly<Record<string, unknown>>} [others] settings of VS Code
   */
  static async start(setup, settings, others = {}) {
    const server = await VscodeServer.start({
      development: true,
      vsix: [setup.vsix],
      settings: {
        ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`papersideBench.${name}`, value])),
        ...others,
      },
    });
    return new BenchServer(setup, server);
  }

  async openWindow() {
    const { browser, probe } = this.setup;
    const events = new EventQueue();
    const workbench = await Workbench.open(browser, this.server, {
      folder: this.workspace,
      payload: {
        extensionDevelopmentPath: this.server.remoteUri(probe.extension),
        extensionTestsPath: this.server.remoteUri(probe.bundle),
        skipWelcome: 'true',
        skipReleaseNotes: 'true',
      },
      onLog: (_name, args) => events.read(args.join(' ')),
      onExit: (code) => events.fail(`The probe ended with code ${code}.`),
    });
    return new BenchWindow(workbench, events, this.server);
  }

  async stop() {
    await this.server.stop();
  }
}

/** One window, and what the probe in it tells. */
export class BenchWindow {
  /** @type {EventQueue} */ #events;
  /** @type {VscodeServer} */ #server;

  /**
   * @param {Workbench} workbench
   * @param {EventQueue} events
   * @param {VscodeServer} server
   */
  constructor(workbench, events, server) {
    this.workbench = workbench;
    this.page = workbench.page;
    this.#events = events;
    this.#server = server;
  }

  /**
   * Waits for the next event of a type; others before it are dropped.
   * @template {BenchEvent['type']} T
   * @param {T} type
   * @param {number} [milliseconds]
   * @returns {Promise<Extract<BenchEvent, { type: T }>>}
   */
  async next(type, milliseconds = patience) {
    try {
      return await this.#events.next(type, milliseconds);
    } catch (error) {
      await this.workbench.keepScreenshot('bench');
      this.#server.keepLogs(join(folders.failures, 'bench'));
      throw error;
    }
  }

  async close() {
    await this.workbench.close();
  }
}

class EventQueue {
  /** @type {BenchEvent[]} */ #events = [];
  /** @type {() => void} */ #wake = () => undefined;
  /** @type {string | undefined} */ #failure;

  /** @param {string} text */
  read(text) {
    for (const line of text.split('\n')) {
      const event = parseBenchEvent(line);
      if (event?.type === 'failed') this.fail(event.message);
      else if (event) this.#events.push(event);
    }
    this.#wake();
  }

  /** @param {string} message */
  fail(message) {
    this.#failure ??= message;
    this.#wake();
  }

  /**
   * @template {BenchEvent['type']} T
   * @param {T} type
   * @param {number} milliseconds
   * @returns {Promise<Extract<BenchEvent, { type: T }>>}
   */
  async next(type, milliseconds) {
    const end = Date.now() + milliseconds;
    for (;;) {
      while (this.#events.length > 0) {
        const event = this.#events.shift();
        if (event?.type === type) return /** @type {Extract<BenchEvent, { type: T }>} */ (event);
      }
      if (this.#failure !== undefined) throw new Error(this.#failure);
      const left = end - Date.now();
      if (left <= 0) throw new Error(`The probe did not say "${type}" within ${milliseconds / 1000} s.`);
      await new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
