// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startingWith, withKeys } from './accessibleNames.mjs';
import { folders } from './folders.mjs';
import { openPage } from './openPage.mjs';
import { QuickPick } from './quickPick.mjs';
import { readEditorText } from './readEditorText.mjs';
import { readSavedState } from './readSavedState.mjs';
import { readSideBar } from './readSideBar.mjs';
import { until } from './until.mjs';

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
    this.pick = new QuickPick(page);
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
    await this.pick.dropDown('F1', '>', `>${title}`);
    await this.pick.choose(title);
  }

  /**
   * The tab of a view in the activity bar; it is there once VS Code knows what the view's extension contributes.
   * @param {string} name
   */
  viewTab(name) {
    return this.page.locator('.activitybar').getByRole('tab', { name: startingWith(name) });
  }

  /**
   * Opens a view of the activity bar and waits until it shows something. The focus comes with the click, or not at all
   * where the view is still empty.
   * @param {string} name
   */
  async openView(name) {
    const tab = this.viewTab(name);
    await tab.waitFor({ timeout: openTimeout });
    await until(
      async () => {
        // A click on the one that is open would hide it, as it does where VS Code brings it back at that very moment.
        if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
        return this.page.evaluate(readSideBar);
      },
      ({ title, filled }) => title.startsWith(name) && filled,
      `the view "${name}" shows something`,
    );
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
    await this.pick.dropDown('Control+p', '', name);
    await this.pick.choose(name);
    await this.page.locator(`.monaco-editor.focused[data-uri$="/${name}"]`).waitFor();
    await this.placeCursor(line, column);
  }

  /** Closes all editors and waits until they are gone, as the focus moves then. */
  async closeAllEditors() {
    await this.runCommand('View: Close All Editors');
    await this.page.locator('.part.editor .editor-instance').first().waitFor({ state: 'detached' });
  }

  /**
   * Puts the cursor of the editor that has the focus at a place.
   * @param {number} line
   * @param {number} column
   */
  async placeCursor(line, column) {
    await this.pick.dropDown('Control+g', ':', `:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.pick.untilGone();
    await this.page.locator('.part.editor .monaco-editor.focused').waitFor();
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
  editorText(name) {
    return readEditorText(this.editor(name));
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
      () => this.pick.input.getAttribute('placeholder'),
      (text) => /theme/i.test(text ?? ''),
      'themes are offered',
    );
    await this.pick.input.fill(name);
    await this.pick.choose(name);
    await this.pick.untilGone();
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
