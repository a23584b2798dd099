// @ts-check

// Long enough for a machine that has much else to do.
const patience = 40_000;

/**
 * @typedef {object} PageOptions
 * @property {{ width: number, height: number }} [viewport]
 * @property {{ userAgent: string, platform: string }} [system] what the browser says it runs on
 * @property {(name: string, args: readonly unknown[]) => void} [onLog] the console of extension tests
 * @property {(code: number) => void} [onExit] the end of extension tests
 */

/**
 * Opens an empty page with storage and a clipboard of its own.
 * @param {import('playwright-core').Browser} browser
 * @param {PageOptions} options
 */
export async function openPage(browser, { viewport = { width: 1400, height: 900 }, system, onLog, onExit }) {
  const context = await browser.newContext({
    viewport,
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...(system === undefined ? {} : { userAgent: system.userAgent }),
  });
  context.setDefaultTimeout(patience);
  if (system !== undefined) {
    await context.addInitScript(
      (platform) => Object.defineProperty(Navigator.prototype, 'platform', { get: () => platform }),
      system.platform,
    );
  }
  const page = await context.newPage();
  // The names under which VS Code looks for them.
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ name, /** @type {unknown[]} */ args) =>
    onLog?.(name, args),
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => onExit?.(code));
  return page;
}
