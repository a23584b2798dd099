import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { copySampleWorkspace } from '../../harness/copySampleWorkspace.mjs';
import { folders } from '../../harness/folders.mjs';
import { launchBrowser } from '../../harness/launchBrowser.mjs';
import { until } from '../../harness/until.mjs';
import { VscodeServer } from '../../harness/vscodeServer.mjs';
import { Workbench, type WorkbenchOptions } from '../../harness/workbench.mjs';

/** A window of VS Code with the packaged Paperside, opened on a copy of the sample workspace. */
export class Paperside {
  readonly workbench: Workbench;
  /** The page of the abstract panel. */
  readonly abstract: FrameLocator;
  /** The title of the paper on show. */
  readonly title: Locator;
  /** The folder that is open, on disk. */
  readonly folder: string;

  private constructor(workbench: Workbench, folder: string) {
    this.workbench = workbench;
    this.folder = folder;
    this.abstract = workbench.webview;
    this.title = this.abstract.locator('h1');
  }

  static async open(options: Partial<WorkbenchOptions> & { readonly server?: VscodeServer } = {}): Promise<Paperside> {
    const [browser, server] = await Promise.all([sharedBrowser(), options.server ?? sharedServer()]);
    const folder = options.folder ?? copySampleWorkspace();
    const paperside = new Paperside(await Workbench.open(browser, server, { ...options, folder }), folder);
    windows.add(paperside);
    // Before that, VS Code knows neither the commands of Paperside nor its keys.
    await paperside.workbench.viewTab('Paperside').waitFor();
    return paperside;
  }

  async close(): Promise<void> {
    windows.delete(this);
    await this.workbench.close();
  }

  /** Shows the library and a topic's papers. */
  async browse(topic: string): Promise<void> {
    await this.workbench.openView('Paperside');
    await this.workbench.expand(topic);
  }

  /** Opens a paper by a click in the library, which shows its topic. */
  async open(title: string): Promise<void> {
    await this.workbench.treeRow(title).click();
    await this.showing(title);
  }

  /** Waits until a paper is on show. */
  async showing(title: string): Promise<void> {
    await this.title.and(this.abstract.getByText(title)).waitFor();
  }

  /** Puts the keyboard into the abstract. */
  async focusAbstract(): Promise<void> {
    await this.workbench.runCommand('Paperside: Focus Abstract');
    await this.abstractHasFocus();
  }

  /** Waits until keys go to the abstract, as far as VS Code and the page are concerned. */
  async abstractHasFocus(): Promise<void> {
    const active = '.editor-group-container.active .tab[data-resource-name^="webview-paperside.abstract"]';
    await this.workbench.page.locator(active).waitFor();
    await until(
      () => this.abstract.locator('body').evaluate(() => document.hasFocus()),
      Boolean,
      'the abstract has the focus',
    );
  }

  /**
   * Opens the search, types into it as fast as keys go, and waits for its answer.
   * @param first the beginning of the row that must come first; only so can the answer be told from earlier ones
   */
  async search(text: string, first: string): Promise<string[]> {
    await this.workbench.runCommand('Paperside: Search Papers');
    return this.find('Search papers', text, first);
  }

  /**
   * Types into the pick with that title, once it is open, and waits for its answer.
   * @param first the beginning of the row that must come first
   */
  async find(title: string, text: string, first: string): Promise<string[]> {
    await this.workbench.pick.type(title, text);
    return this.#rowsFrom(first);
  }

  /**
   * The rows of the search, when one is first that begins so and they have stopped changing.
   * @returns what each is called to people who do not see it
   */
  async #rowsFrom(first: string): Promise<string[]> {
    const beginning = first.replace(/\s+/g, ' ').trim();
    let before = '';
    let alike = 0;
    return until(
      () => this.workbench.pick.rows.evaluateAll((rows) => rows.map((row) => row.ariaLabel ?? '')),
      (rows) => {
        const now = JSON.stringify(rows);
        alike = now === before ? alike + 1 : 0;
        before = now;
        return rows[0]?.startsWith(beginning) === true && alike >= 4;
      },
      `the search shows "${beginning}" first`,
    );
  }

  /** Waits for a message in the corner and returns its text. */
  async notification(): Promise<string> {
    return this.workbench.notifications.first().innerText();
  }
}

/** Opens a window before the tests of the suite that calls this and closes it after them. */
export function usePaperside(options?: Parameters<typeof Paperside.open>[0]): { readonly current: Paperside } {
  let opened: Paperside | undefined;
  before(async () => {
    opened = await Paperside.open(options);
  });
  after(() => opened?.close());
  return {
    get current() {
      if (!opened) throw new Error('The window opens before the first test.');
      return opened;
    },
  };
}

/** Starts a server with the packaged extension. */
export function startServer(): Promise<VscodeServer> {
  const vsix = process.env['PAPERSIDE_VSIX'];
  if (vsix === undefined) throw new Error('PAPERSIDE_VSIX names no package: run the tests by "npm test -- e2e".');
  // Markdown wraps by default, and a line on screen would not be a line of the text.
  return VscodeServer.start({ vsix: [vsix], settings: { '[markdown]': { 'editor.wordWrap': 'off' } } });
}

const windows = new Set<Paperside>();
let browser: Promise<Browser> | undefined;
let server: Promise<VscodeServer> | undefined;

function sharedBrowser(): Promise<Browser> {
  return (browser ??= launchBrowser());
}

function sharedServer(): Promise<VscodeServer> {
  return (server ??= startServer());
}

afterEach('keep pictures', async function () {
  if (this.currentTest?.state !== 'failed') return;
  for (const { workbench } of windows) await workbench.keepScreenshot(this.currentTest.fullTitle());
});

after('close VS Code', async function () {
  const failed = this.test?.parent?.suites.some((suite) => suite.tests.some((test) => test.state === 'failed'));
  if (failed) (await server)?.keepLogs(`${folders.failures}/server-e2e`);
  for (const window of windows) await window.close();
  await (await browser)?.close();
  await (await server)?.stop();
});
