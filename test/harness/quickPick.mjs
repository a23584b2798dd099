// @ts-check
import { startingWith } from './accessibleNames.mjs';
import { readPick } from './readPick.mjs';
import { until } from './until.mjs';
import { untilStill } from './untilStill.mjs';

/** The list that VS Code drops down at the top to ask for something: a command, a file, a paper. */
export class QuickPick {
  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
    this.input = page.locator('.quick-input-widget:visible input.input');
    this.rows = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  }

  /**
   * Presses the key of one of VS Code's own lists and asks it for something.
   * @param {string} key
   * @param {string} beginning what the list holds when it has dropped down, which may take a while
   * @param {string} text
   */
  async dropDown(key, beginning, text) {
    await this.page.keyboard.press(key);
    await this.#until((pick) => pick.text === beginning, `the list of ${key} takes keys`);
    await this.input.fill(text);
    await this.#until((pick) => pick.text === text, `the list of ${key} holds "${text}"`);
  }

  /**
   * Waits until the list with that title takes keys. A command that shows one has not yet done so when it is run.
   * @param {string} title
   */
  async untilTakesKeys(title) {
    await this.#until((pick) => pick.title === title, `the list "${title}" takes keys`);
  }

  /**
   * Types into the list with that title, key by key, once it takes them.
   * @param {string} title
   * @param {string} text
   * @param {{ delay?: number }} [options] milliseconds between the keys; otherwise as fast as they go
   * @throws {Error} when it does not come to hold that text and nothing else
   */
  async type(title, text, options) {
    await this.untilTakesKeys(title);
    await this.page.keyboard.type(text, options);
    await this.#until((pick) => pick.title === title && pick.text === text, `the list "${title}" holds "${text}"`);
  }

  /**
   * Clicks a row. It is found by its name, as the first one may be another.
   * @param {string} name the start of its label, up to the end or a comma
   */
  async choose(name) {
    const row = this.rows.and(this.page.getByRole('option', { name: startingWith(name) })).first();
    await row.waitFor();
    // The list may still change under the pointer while VS Code sorts it.
    await untilStill(() => row.boundingBox());
    await row.click();
  }

  /** Waits until no list is dropped down. */
  async untilGone() {
    await this.input.waitFor({ state: 'hidden' });
  }

  /**
   * @param {(pick: import('./readPick.mjs').Pick) => boolean} accept
   * @param {string} what
   */
  async #until(accept, what) {
    await until(
      () => this.page.evaluate(readPick),
      (pick) => pick !== undefined && accept(pick),
      what,
    );
  }
}
