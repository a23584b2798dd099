// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from './folders.mjs';

const openTimeout = 60_000;

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} folder the workspace
 * @property {Readonly<Record<string, string>>} [payload] what tells the workbench about an extension under development
 * @property {{ width: number, height: number }} [viewport]
 * @property {{ userAgent: string, platform: string }} [system] what the browser says it runs on
 * @property {(name: string, args: readonly unknown[]) => void} [onLog] the console of the extension tests
 * @property {(code: number) => void} [onExit] the end of the extension tests
 */

/** One window of VS Code in a browser, and what a person does in it. */
export class Workbench {
  /**
   * @param {import('playwright-core').Page} page
   * @private
   */
  constructor(page) {
    this.page = page;
    /** The control key of the system the browser says it runs on. */
    this.control = 'Control';
  }

  /**
   * Opens a window with storage of its own.
   * @param {import('playwright-core').Browser} browser
   * @param {import('./vscodeServer.mjs').VscodeServer} server
   * @param {WorkbenchOptions} options
   */
  static async open(browser, server, { folder, payload, viewport, system, onLog, onExit }) {
    const context = await browser.newContext({
      viewport: viewport ?? { width: 1400, height: 900 },
      locale: 'en-US',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...(system === undefined ? {} : { userAgent: system.userAgent }),
    });
    context.setDefaultTimeout(20_000);
    if (system !== undefined) {
      await context.addInitScript(
        (platform) => Object.defineProperty(Navigator.prototype, 'platform', { get: () => platform }),
        system.platform,
      );
    }
    const page = await context.newPage();
    const workbench = new Workbench(page);
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ name, /** @type {unknown[]} */ args) =>
      onLog?.(name, args),
    );
    await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => onExit?.(code));
    await page.goto(server.url(folder, payload), { timeout: openTimeout });
    await workbench.#untilReady();
    return workbench;
  }

  async #untilReady() {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: openTimeout });
  }

  async close() {
    await this.page.context().close();
  }

  /** Reloads the window and waits until it is back. */
  async reload() {
    await this.page.reload();
    await this.#untilReady();
  }

  /**
   * Saves a picture of the window among the failures.
   * @param {string} name
   * @returns {Promise<string>} where it is
   */
  async keepScreenshot(name) {
    mkdirSync(folders.failures, { recursive: true });
    const path = join(folders.failures, `${name.replace(/[^\w-]+/g, '-').slice(0, 100)}.png`);
    await this.page.screenshot({ path });
    return path;
  }
}
