// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startingWith, withKeys } from './accessibleNames.mjs';
import { folders } from './folders.mjs';
import { openPage } from './openPage.mjs';
import { readSavedState } from './readSavedState.mjs';
import { until } from './until.mjs';
import { untilStill } from './untilStill.mjs';

const openTimeout = 60_000;

/**
 * @typedef {object} WindowOptions
 * @property {string} folder the workspace
 * @property {Readonly<Record<string, string>>} [payload] what tells the workbench about an extension under development
 *
 * @typedef {WindowOptions & import('./openPage.mjs').PageOptions} WorkbenchOptions
 */

/** One window of VS Code in a browser, and what a person does in it. */
export class Workbench {
  /**
   * @param {import('playwright-core').Page} page
   * @private
   */
  constructor(page) {
    this.page = page;
    /** What VS Code asks for from the list it drops down at the top: commands, files, choices. */
    this.pickInput = page.locator('.quick-input-widget:visible input.input');
    this.pickRows = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
    this.notifications = page.locator('.notifications-toasts .notification-list-item-message');
  }

  /**
   * Opens a window with storage of its own.
   * @param {import('playwright-core').Browser} browser
   * @param {import('./vscodeServer.mjs').VscodeServer} server
   * @param {WorkbenchOptions} options
   */
  static async open(browser, server, { folder, payload, ...pageOptions }) {
    const page = await openPage(browser, pageOptions);
    const workbench = new Workbench(page);
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
   * Waits until VS Code has saved something of its state, which it does every few seconds; a reload in a browser does
   * not save the rest.
   * @param {string} text a piece of its JSON
   */
  async untilSaved(text) {
    // Much of it is JSON within JSON.
    const saved = async () => (await this.page.evaluate(readSavedState)).replaceAll('\\', '').includes(text);
    await until(saved, Boolean, `VS Code has saved ${text}`, 500);
  }

  /**
   * Runs a command of the palette.
   * @param {string} title as the palette shows it, category included
   */
  async runCommand(title) {
    await this.page.keyboard.press('F1');
    await this.pickInput.fill(`>${title}`);
    await this.choose(title);
  }

  /**
   * Clicks a row of the list that is dropped down. The row is found by its name, as the first one may be another.
   * @param {string} name the start of its label, up to the end or a comma
   */
  async choose(name) {
    const row = this.pickRows.and(this.page.getByRole('option', { name: startingWith(name) })).first();
    await row.waitFor();
    // The list may still change under the pointer while VS Code sorts it.
    await untilStill(() => row.boundingBox());
    await row.click();
  }

  /**
   * Opens a view of the activity bar.
   * @param {string} name
   */
  async openView(name) {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: startingWith(name) });
    await tab.waitFor({ timeout: openTimeout });
    // A click on the one that is open would hide it.
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  }

  /**
   * A row of the tree that is shown.
   * @param {string | RegExp} name the start of its label
   */
  treeRow(name) {
    return this.page.getByRole('treeitem', { name: typeof name === 'string' ? startingWith(name) : name });
  }

  /**
   * Expands a row of the tree that is shown.
   * @param {string | RegExp} name
   */
  async expand(name) {
    const row = this.treeRow(name);
    if ((await row.getAttribute('aria-expanded')) === 'true') return;
    await row.click();
    await until(
      () => row.getAttribute('aria-expanded'),
      (value) => value === 'true',
      `"${name}" is expanded`,
    );
  }

  /**
   * Chooses from the context menu of an element.
   * @param {import('playwright-core').Locator} element
   * @param {string} name
   */
  async chooseFromContextMenu(element, name) {
    await element.click({ button: 'right' });
    const item = this.page.getByRole('menuitem', { name: withKeys(name) });
    // A menu takes no click in its first moments, but keys at once.
    await item.hover();
    await this.page.locator('.monaco-menu .action-item.focused').filter({ has: item }).waitFor();
    await this.page.keyboard.press('Enter');
    await item.waitFor({ state: 'hidden' });
  }

  /**
   * Opens a file of the workspace and puts the cursor into it.
   * @param {string} name
   * @param {number} [line] counted from 1
   * @param {number} [column] counted from 1
   */
  async openFile(name, line = 1, column = 1) {
    await this.page.keyboard.press('Control+p');
    await this.pickInput.fill(name);
    await this.choose(name);
    await this.editor(name).waitFor();
    await this.placeCursor(line, column);
  }

  /**
   * Puts the cursor of the editor that has the focus at a place.
   * @param {number} line
   * @param {number} column
   */
  async placeCursor(line, column) {
    await this.page.keyboard.press('Control+g');
    await this.pickInput.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    const place = `Ln ${line}, Col ${column}`;
    await until(
      () => this.cursorPlace(),
      (text) => text === place,
      `the cursor is at ${place}`,
    );
  }

  /**
   * The editor of a file.
   * @param {string} name
   */
  editor(name) {
    return this.page.locator(`.monaco-editor[data-uri$="/${name}"]`).first();
  }

  /**
   * The lines of an editor that are on screen.
   * @param {string} name of its file
   * @returns {Promise<string>}
   */
  async editorText(name) {
    const editor = this.editor(name);
    // In the midst of drawing, lines stand where they do not belong.
    return untilStill(async () => {
      const lines = await editor
        .locator('.view-line')
        .evaluateAll((elements) =>
          elements.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' })),
        );
      // They are drawn in any order, with spaces that do not break.
      return lines
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' '))
        .join('\n');
    });
  }

  /** Where the cursor is, as the status bar says it: `Ln 3, Col 1`. */
  cursorPlace() {
    return this.page.locator('#status\\.editor\\.selection').innerText();
  }

  /** The document in the webview that is shown; for when there is only one. */
  get webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /**
   * Changes the colour theme with VS Code's own picker.
   * @param {string} name
   */
  async selectTheme(name) {
    await this.runCommand('Preferences: Color Theme');
    await until(
      () => this.pickInput.getAttribute('placeholder'),
      (text) => /theme/i.test(text ?? ''),
      'themes are offered',
    );
    await this.pickInput.fill(name);
    await this.choose(name);
    await this.pickInput.waitFor({ state: 'hidden' });
  }

  readClipboard() {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** @param {string} text */
  async writeClipboard(text) {
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
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
