// @ts-check
// `npm run screenshots`: pictures of Paperside at work, the README's into docs/screenshots, the others into
// out/screenshots, to be looked at.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { copySampleWorkspace } from '../harness/copySampleWorkspace.mjs';
import { folders } from '../harness/folders.mjs';
import { installVscode } from '../harness/installVscode.mjs';
import { launchBrowser } from '../harness/launchBrowser.mjs';
import { packageExtension } from '../harness/packageExtension.mjs';
import { until } from '../harness/until.mjs';
import { VscodeServer } from '../harness/vscodeServer.mjs';
import { Workbench } from '../harness/workbench.mjs';

const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};
const target = join(folders.root, 'out', 'screenshots');
const forReadme = join(folders.root, 'docs', 'screenshots', 'paperside.png');

mkdirSync(target, { recursive: true });
await installVscode(console.log);
const vsix = await packageExtension();
const browser = await launchBrowser();
try {
  for (const [name, theme] of Object.entries(themes)) await inTheme(name, theme);
} finally {
  await browser.close();
}

/**
 * @param {string} name
 * @param {string} theme
 */
async function inTheme(name, theme) {
  const server = await VscodeServer.start({
    vsix: [vsix],
    settings: { 'workbench.colorTheme': theme, 'editor.wordWrap': 'on', 'editor.minimap.enabled': false },
  });
  try {
    const workbench = await Workbench.open(browser, server, {
      folder: copySampleWorkspace(),
      viewport: { width: 1360, height: 820 },
    });
    await picture(workbench, name);
    await workbench.close();
    const narrow = await Workbench.open(browser, server, {
      folder: copySampleWorkspace(),
      viewport: { width: 760, height: 700 },
    });
    await narrowPicture(narrow, name);
    await narrow.close();
  } finally {
    await server.stop();
  }
}

/**
 * @param {Workbench} workbench
 * @param {string} name
 */
async function picture(workbench, name) {
  const { page } = workbench;
  const save = (/** @type {string} */ what) => page.screenshot({ path: join(target, `${name}-${what}.png`) });
  await workbench.openFile('paper.tex', 19, 49);
  await openPaper(workbench);
  await workbench.runCommand('Paperside: Insert Citation');
  await workbench.pick.type('Choose papers to cite', 'kivi');
  await workbench.pick.rows.first().filter({ hasText: 'KIVI' }).waitFor();
  await page.keyboard.press('Enter');
  await until(
    () => workbench.editorText('paper.tex'),
    (text) => text.includes('liu2024kivi'),
    'the citation is there',
  );
  await workbench.chooseFromContextMenu(workbench.treeRow(/^EcoFormer/), 'Mark as To Read');
  await workbench.chooseFromContextMenu(workbench.treeRow(/^FlashAttention-2/), 'Mark as Read');
  await page.mouse.move(700, 600);
  await workbench.webview.locator('h1').waitFor();
  await save('library-and-abstract');
  if (name === 'light') await page.screenshot({ path: forReadme });

  await workbench.runCommand('Paperside: Search Papers');
  await workbench.pick.type('Search papers', 'kv cach quant');
  await workbench.pick.rows.nth(3).waitFor();
  await save('search');
  await page.keyboard.press('Escape');

  await workbench.treeRow(/^Simple linear/).hover();
  await page.locator('.workbench-hover', { hasText: 'Arora' }).waitFor();
  await save('tooltip');
}

/**
 * @param {Workbench} workbench
 * @param {string} name
 */
async function narrowPicture(workbench, name) {
  await openPaper(workbench);
  await workbench.page.screenshot({ path: join(target, `${name}-narrow.png`) });
}

/** @param {Workbench} workbench */
async function openPaper(workbench) {
  await workbench.openView('Paperside');
  await workbench.expand('Efficient attention');
  await workbench.treeRow(/^The I\/O Complexity/).click();
  await workbench.webview.locator('math').first().waitFor();
}
