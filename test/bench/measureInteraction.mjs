// @ts-check
import { until } from '../harness/until.mjs';
import { BenchServer } from './benchWindow.mjs';
import { queries } from './queries.mjs';

const pairsWithPanelClosed = 12;
const clicksWithPanelOpen = 40;
/** A quick typist: about 130 words a minute. */
const keyPause = 90;

/**
 * @typedef {object} InteractionFigures
 * @property {number[]} clickPanelOpen milliseconds from the press on a paper's row to its abstract painted
 * @property {number[]} clickPanelClosed
 * @property {number[]} emptyWebview
 * @property {number} firstClick the same, for the first webview of the window
 * @property {Extract<import('./benchEvents.mjs').BenchEvent, { type: 'keys' }>} keys
 * @property {Extract<import('./benchEvents.mjs').BenchEvent, { type: 'engines' }>} engines
 */

/**
 * Clicks and types in one window of real VS Code.
 * @param {import('./benchWindow.mjs').BenchSetup} setup
 * @returns {Promise<InteractionFigures>}
 */
export async function measureInteraction(setup) {
  const server = await BenchServer.start(setup, { part: 'interaction' });
  try {
    const window = await server.openWindow();
    await window.next('prepared');
    return await interact(window);
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('./benchWindow.mjs').BenchWindow} window
 * @returns {Promise<InteractionFigures>}
 */
async function interact(window) {
  const { page, workbench } = window;
  await page.evaluate(() =>
    addEventListener(
      'mousedown',
      ({ timeStamp }) => {
        // The press itself, not when the page got round to it.
        const at = Date.now() - (performance.now() - timeStamp);
        Object.assign(globalThis, { pressedAt: at });
      },
      { capture: true },
    ),
  );
  await workbench.openFile('train.py');
  await workbench.openView('Paperside');
  const papers = await showPapers(window);
  const step = (/** @type {string} */ name) => workbench.treeRow(name).click();
  const clickToPainted = async (/** @type {import('playwright-core').Locator} */ row) => {
    await row.click();
    const { at } = await window.next('painted');
    return (
      at -
      (await page.evaluate(() => /** @type {{ pressedAt: number }} */ (/** @type {unknown} */ (globalThis)).pressedAt))
    );
  };
  const closeWebviews = async () => {
    await step('Close webviews');
    await window.next('closed');
    await until(
      () => page.locator('iframe.webview').count(),
      (count) => count === 0,
      'no webview is left',
    );
    await page.keyboard.press('Control+1'); // Every click comes from the code, so that each costs the same change of focus.
    await settle(page);
  };
  const paper = (/** @type {number} */ index) => papers[index % papers.length] ?? page.locator('nothing');

  const firstClick = await clickToPainted(paper(0));
  await closeWebviews();
  await clickToPainted(workbench.treeRow('Open empty webview'));
  await closeWebviews();
  const clickPanelClosed = [];
  const emptyWebview = [];
  for (let pair = 0; pair < pairsWithPanelClosed; pair++) {
    clickPanelClosed.push(await clickToPainted(paper(pair)));
    await closeWebviews();
    emptyWebview.push(await clickToPainted(workbench.treeRow('Open empty webview')));
    await closeWebviews();
  }

  await clickToPainted(paper(0));
  await settle(page);
  const clickPanelOpen = [];
  for (let click = 1; click <= clicksWithPanelOpen; click++) {
    clickPanelOpen.push(await clickToPainted(paper(click)));
    await settle(page);
  }

  await step('Start keys');
  await window.next('prepared');
  await typeQueries(window);
  await step('End keys');
  const keys = await window.next('keys');

  await step('Time engines');
  const engines = await window.next('engines', 5 * 60_000);
  return { clickPanelOpen, clickPanelClosed, emptyWebview, firstClick, keys, engines };
}

/**
 * Expands the first two topics.
 * @param {import('./benchWindow.mjs').BenchWindow} window
 * @returns {Promise<import('playwright-core').Locator[]>} the rows of their papers
 */
async function showPapers({ page }) {
  const rows = page.locator('[role=treeitem][aria-level="2"]');
  const closedTopic = page.locator('[role=treeitem][aria-level="1"][aria-expanded="false"]').first();
  let shown = 0;
  for (let topic = 0; topic < 2; topic++) {
    await closedTopic.click();
    shown = await until(
      () => rows.count(),
      (count) => count > shown,
      'the papers of a topic are shown',
    );
  }
  const names = await rows.evaluateAll((elements) => elements.map((row) => row.getAttribute('aria-label') ?? ''));
  return names.map((name) => page.getByRole('treeitem', { name, exact: true }));
}

/** @param {import('./benchWindow.mjs').BenchWindow} window */
async function typeQueries({ page, workbench }) {
  await workbench.runCommand('Paperside: Search Papers');
  for (const query of queries) {
    await workbench.pick.untilTakesKeys('Search papers');
    await workbench.pick.input.fill('');
    await settle(page);
    await workbench.pick.type('Search papers', query, { delay: keyPause });
    await settle(page);
  }
  await page.keyboard.press('Escape');
}

/** @param {import('playwright-core').Page} page */
async function settle(page) {
  await page.waitForTimeout(300);
}
