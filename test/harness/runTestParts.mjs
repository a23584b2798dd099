// @ts-check
import { existsSync } from 'node:fs';
import { buildEndToEndTests, buildIntegrationTests, buildToolTests, buildUnitTests } from './buildTests.mjs';
import { copySampleWorkspace } from './copySampleWorkspace.mjs';
import { folders } from './folders.mjs';
import { canInstallVscode, installVscode } from './installVscode.mjs';
import { launchBrowser } from './launchBrowser.mjs';
import { packageExtension } from './packageExtension.mjs';
import { runCommand } from './runCommand.mjs';
import { runExtensionTests } from './runExtensionTests.mjs';
import { runNodeTests } from './runNodeTests.mjs';
import { TestReport } from './testReport.mjs';

/** @typedef {(grep: string, onLine: (line: string) => void) => Promise<void>} Part */

/** @type {Readonly<Record<string, { title: string, run: Part }>>} */
const parts = {
  unit: {
    title: 'unit tests',
    run: async (grep, onLine) => runNodeTests({ files: await buildUnitTests(), grep, onLine }),
  },
  tools: {
    title: 'tests with the tools of LaTeX, Pandoc and Typst',
    run: async (grep, onLine) => runNodeTests({ files: await buildToolTests(), grep, onLine }),
  },
  integration: { title: 'integration tests, Node extension host', run: inExtensionHost('node') },
  web: { title: 'integration tests, web extension host', run: inExtensionHost('web') },
  e2e: {
    title: 'end-to-end tests of the package',
    run: async (grep, onLine) => {
      const files = await buildEndToEndTests();
      await installVscode(onLine);
      const vsix = await packageExtension();
      await runNodeTests({ files, grep, env: { PAPERSIDE_VSIX: vsix }, onLine });
    },
  },
};

const withoutVscode = new Set(['unit', 'tools']);

/**
 * Builds the extension as it ships, runs parts of the tests, and prints how they went.
 * @param {readonly string[]} names
 * @param {string} grep words of the names of the tests to run; all when empty
 * @returns {Promise<boolean>} whether all passed
 */
export async function runTestParts(names, grep) {
  const report = new TestReport();
  const runnable = names.filter((name) => withoutVscode.has(name) || canInstallVscode());
  if (runnable.some((name) => !withoutVscode.has(name))) {
    await report.prepare('build', () =>
      runCommand(process.execPath, ['esbuild.js', '--production'], { cwd: folders.root }),
    );
  }
  for (const name of names) {
    const { title, run } = /** @type {{ title: string, run: Part }} */ (parts[name]);
    if (runnable.includes(name)) await report.run(title, (onLine) => run(grep, onLine));
    else console.log(`\nnot run: no VS Code server can be installed on ${process.platform} for the ${title}`);
  }
  if (report.failed && existsSync(folders.failures)) console.log(`\nPictures and logs: ${folders.failures}`);
  report.print();
  return runnable.length > 0 && !report.failed;
}

/**
 * @param {'node' | 'web'} host
 * @returns {Part}
 */
function inExtensionHost(host) {
  return async (grep, onLine) => {
    const bundle = await buildIntegrationTests();
    await installVscode(onLine);
    const browser = await launchBrowser();
    try {
      await runExtensionTests({
        host,
        browser,
        extensionId: 'paperside.paperside',
        extensionPath: folders.root,
        bundle,
        workspace: copySampleWorkspace(),
        settings: {
          'paperside.tests': { host, grep, bibliographies: folders.bibliographies, ci: Boolean(process.env['CI']) },
        },
        onLine,
      });
    } finally {
      await browser.close();
    }
  };
}
