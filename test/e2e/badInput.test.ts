import { expect } from 'chai';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { VscodeServer } from '../harness/vscodeServer.mjs';
import { until } from '../harness/until.mjs';
import { InstalledPaperside, type Keybinding } from './support/installedPaperside';
import { Paperside, startServer } from './support/paperside';

const megabyte = 1024 * 1024;
const flashAttention = 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness';
const seit = 'SeiT++: Masked Token Modeling Improves Storage-efficient Training';

/** Commands with an id that no paper has, and what they say. */
const unknown: readonly (Keybinding & { readonly says: RegExp })[] = [
  { key: 'ctrl+alt+3', command: 'paperside.copyBibTeX', args: 'arxiv:0000.00000', says: /no paper with the id/ },
  { key: 'ctrl+alt+4', command: 'paperside.copyLink', args: 'arxiv:0000.00000', says: /no paper with the id/ },
  { key: 'ctrl+alt+5', command: 'paperside.markToRead', args: 'arxiv:0000.00000', says: /no paper with the id/ },
  { key: 'ctrl+alt+6', command: 'paperside.openExternal', args: 'arxiv:0000.00000', says: /no paper with the id/ },
];

describe('Bad input', () => {
  let server: VscodeServer;
  let installed: InstalledPaperside;
  let window: Paperside;
  let good: Buffer;

  before(async () => {
    server = await startServer();
    installed = new InstalledPaperside(server);
    good = readFileSync(installed.corpus);
    installed.bindKeys([
      { key: 'ctrl+alt+1', command: 'paperside.openAbstract', args: 'arxiv:0000.00000' },
      { key: 'ctrl+alt+2', command: 'paperside.insertCitation', args: { ids: ['arxiv:0000.00000'] } },
      ...unknown.map(({ key, command, args }) => ({ key, command, args })),
    ]);
  });
  after(() => server.stop());

  const notifications = (): Promise<string[]> => window.workbench.notifications.allInnerTexts();
  const notification = async (says: RegExp): Promise<void> => {
    const [text] = await until(notifications, ({ length }) => length > 0, 'a message is shown');
    expect(text).to.match(says);
  };

  describe('The file of papers', () => {
    afterEach(async () => {
      writeFileSync(installed.corpus, good);
      await window.close();
    });

    const damages: readonly {
      readonly name: string;
      readonly damage: () => void;
      readonly says: RegExp;
    }[] = [
      {
        name: 'is missing',
        damage: () => rmSync(installed.corpus),
        says: /^Paperside could not read its papers from papers\.json: .+ Reinstalling the extension/,
      },
      {
        name: 'is empty',
        damage: () => writeFileSync(installed.corpus, ''),
        says: /^Paperside could read only 0 papers from papers\.json\. Reinstalling the extension/,
      },
      {
        name: 'is cut short',
        damage: () => writeFileSync(installed.corpus, good.subarray(0, good.length / 2)),
        says: /^Paperside could read only 0 papers from papers\.json\. Reinstalling the extension/,
      },
      {
        name: 'has another shape',
        damage: () => writeFileSync(installed.corpus, '{ "papers": { "id": 3 } }'),
        says: /^Paperside could read only 0 papers from papers\.json\. Reinstalling the extension/,
      },
      {
        name: 'holds 50 MB of anything',
        damage: () => writeFileSync(installed.corpus, randomBytes(50 * megabyte)),
        says: /^Paperside could read only 0 papers from papers\.json\. Reinstalling the extension/,
      },
      {
        name: 'turns into 50 MB of anything',
        damage: () =>
          writeFileSync(installed.corpus, Buffer.concat([good.subarray(0, 5000), randomBytes(50 * megabyte)])),
        says: /^Paperside could read only 0 papers from papers\.json\. Reinstalling the extension/,
      },
    ];
    for (const { name, damage, says } of damages) {
      it(`${name}: one message, and everything else works`, async () => {
        damage();
        window = await Paperside.open({ server });
        const { workbench } = window;
        await workbench.openView('Paperside');
        await notification(says);
        await workbench.treeRow('This project, 1 paper').waitFor();
        expect(await window.search('attention', flashAttention)).to.have.length(1);
        await workbench.page.keyboard.press('Enter');
        await window.showing(flashAttention);
        await workbench.openFile('paper.tex');
        expect(await notifications()).to.have.length(1);
      });
    }

    it('holds a broken record among good ones: the good ones are there', async () => {
      const papers = JSON.parse(good.toString()) as { id: string; authors: unknown }[];
      papers[3]!.authors = 'nobody';
      writeFileSync(installed.corpus, JSON.stringify(papers, undefined, 2));
      window = await Paperside.open({ server });
      await window.workbench.openView('Paperside');
      await notification(/^Paperside could read only 114 papers from papers\.json\. Reinstalling the extension/);
      await window.search('seit', seit);
      await window.workbench.page.keyboard.press('Enter');
      await window.showing(seit);
      expect(await notifications()).to.have.length(1);
    });
  });

  describe('The worker', () => {
    const damages: readonly { readonly name: string; readonly damage: (worker: string) => void }[] = [
      { name: 'is missing', damage: (worker) => rmSync(worker) },
      { name: 'throws', damage: (worker) => writeFileSync(worker, 'throw new Error("The worker is broken.");') },
      { name: 'ends at once', damage: (worker) => writeFileSync(worker, 'process.exit(3);') },
      { name: 'is no script', damage: (worker) => writeFileSync(worker, randomBytes(1000)) },
    ];
    for (const { name, damage } of damages) {
      it(`${name}: one message, and everything works without it`, async () => {
        const worker = installed.file('dist/worker.js');
        const whole = readFileSync(worker);
        damage(worker);
        try {
          window = await Paperside.open({ server });
          await window.workbench.openView('Paperside');
          await window.search('seit masked', seit);
          await window.workbench.page.keyboard.press('Enter');
          await window.showing(seit);
          await notification(/^The background worker of Paperside stopped and is started again\./);
          expect(await notifications()).to.have.length(1);
        } finally {
          writeFileSync(worker, whole);
          await window.close();
        }
      });
    }
  });

  describe('Commands', () => {
    before(async () => {
      window = await Paperside.open({ server });
      await window.browse('Efficient attention');
    });
    after(() => window.close());

    it('say so when they are called with an unknown id, and mark nothing', async () => {
      const { page } = window.workbench;
      for (const { key, says } of unknown) {
        await page.keyboard.press(key.replace('ctrl', 'Control').replace('alt', 'Alt'));
        await notification(says);
        await window.workbench.runCommand('Notifications: Clear All Notifications');
        await until(notifications, ({ length }) => length === 0, 'the message is gone');
      }
      await page.locator('.activitybar').getByRole('tab', { name: 'Paperside', exact: true }).waitFor();
    });

    it('open a page that says so in the place of an abstract nobody has', async () => {
      const { page } = window.workbench;
      await page.keyboard.press('Control+Alt+1');
      await window.showing('The library has no paper with the id arxiv:0000.00000.');
      await page.getByRole('tab', { name: 'Abstract' }).waitFor();
    });

    it('cite nothing unknown, and never ask where code calls them', async () => {
      const { workbench } = window;
      await workbench.openFile('paper.tex', 1, 1);
      const before = await workbench.editorText('paper.tex');
      await workbench.page.keyboard.press('Control+Alt+2');
      await workbench.page.keyboard.type('%');
      await until(
        () => workbench.editorText('paper.tex'),
        (text) => text.startsWith('%'),
        'the key was typed',
      );
      expect(await workbench.editorText('paper.tex')).to.equal(`%${before}`);
      expect(await notifications()).to.deep.equal([]);
    });

    it('say what to do where there is no editor to cite in', async () => {
      await window.workbench.closeAllEditors();
      await window.workbench.runCommand('Paperside: Insert Citation');
      await window.find('Choose papers to cite', 'seit', seit);
      await window.workbench.page.keyboard.press('Enter');
      await notification(/^There is no editor to cite in\. Open a document, /);
    });
  });
});
