import { expect } from 'chai';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { copySampleWorkspace } from '../harness/copySampleWorkspace.mjs';
import { until } from '../harness/until.mjs';
import type { VscodeServer } from '../harness/vscodeServer.mjs';
import { type HostilePaper, hostilePapers, invisible } from './support/hostilePapers';
import { InstalledPaperside } from './support/installedPaperside';
import { Paperside, startServer } from './support/paperside';

/** What each text must look like wherever it is shown on one line. */
const shown = (text: string): string =>
  [...invisible]
    .reduce((line, character) => line.replaceAll(character, ''), text)
    .replace(/\s+|\u0085/gu, ' ')
    .trim();

const ownTags =
  'a aside bdi button code div h1 h2 header li main nav p path section span svg ul math mi mn mo mpadded mphantom ' +
  'mrow mspace mstyle mtext mfrac msub msup mtable mtd mtr';

/** Where papers are cited in text that could be ended, escaped from or run: a file with the cursor's place as `|`. */
const files: Readonly<Record<string, { readonly text: string; readonly never: RegExp }>> = {
  'comment.py': { text: 'def f():\n    |\n    pass\n', never: /^(?! *#)/ },
  'docstring.py': { text: 'def f():\n    """See\n    |\n    """\n', never: /"""|(?<!\\)(?:\\\\)*\\(?!\\)/ },
  'block.c': { text: '/* See\n|\n*/\nint x;\n', never: /\*\/|\/\*/ },
  'line.c': { text: 'int x;\n|\nint y;\n', never: /^(?!\/\/)|(?:\\|\?\?\/)$/ },
  'page.html': { text: '<!-- See\n|\n-->\n<p>x</p>\n', never: /-->|--!>|<!--/ },
  'template.js': { text: 'const x = `\n|\n`;\n', never: /^(?!\/\/)|\\$/ },
  'paper.tex': { text: 'See |\n', never: /[^\\{}a-z0-9, ]/i },
  'notes.md': { text: 'See |\n', never: /[^[\]@;a-z0-9 ]/i },
  'paper.typ': { text: 'See |\n', never: /[^@a-z0-9 ]/i },
};

describe('Hostile content', () => {
  const asked: string[] = [];
  const dialogs: string[] = [];
  let lures: Server;
  let server: VscodeServer;
  let papers: readonly HostilePaper[];
  let window: Paperside;
  let folder: string;

  before(async () => {
    lures = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => lures.listen(0, '127.0.0.1', resolve));
    papers = hostilePapers(`http://127.0.0.1:${(lures.address() as AddressInfo).port}`);
    server = await startServer();
    const installed = new InstalledPaperside(server);
    writeFileSync(installed.corpus, JSON.stringify(papers, undefined, 2));
    installed.bindKeys([
      { key: 'ctrl+alt+9', command: 'paperside.insertCitation', args: { ids: papers.map(({ id }) => id) } },
    ]);
    folder = join(copySampleWorkspace(), 'hostile');
    mkdirSync(folder);
    for (const [name, { text }] of Object.entries(files)) writeFileSync(join(folder, name), text.replace('|', ''));
    window = await Paperside.open({ server, folder });
    window.workbench.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await window.browse('Hostile');
  });
  after(async () => {
    await window?.close();
    await server?.stop();
    lures.close();
  });
  afterEach('nothing was fetched and nothing ran', async () => {
    expect(asked).to.deep.equal([]);
    expect(dialogs).to.deep.equal([]);
    // VS Code has complaints of its own where it was installed from npm: it misses its TypeScript server.
    const messages = await window.workbench.notifications.allInnerTexts();
    expect(messages.filter((message) => /paper|citation/i.test(message))).to.deep.equal([]);
    expect(await window.workbench.page.locator('.monaco-dialog-box').count()).to.equal(0);
  });

  const named = (name: string): HostilePaper => papers.find(({ title }) => title.startsWith(`${name} `))!;
  const row = (name: string) =>
    window.workbench.page.locator('[role=treeitem][aria-level="2"]').filter({ hasText: new RegExp(`^${name} `) });
  const texts = ['Markup', 'Links', 'Icons', 'Entities', 'Ends', 'Lines', 'Invisible'];

  for (const name of texts) {
    it(`stays text in the tree: ${name}`, async () => {
      const { label, description, icons, tags } = await row(name).evaluate((element) => ({
        label: element.querySelector('.label-name')?.textContent,
        description: element.querySelector('.label-description')?.textContent,
        icons: element.querySelectorAll('.label-name .codicon, .label-description .codicon').length,
        tags: [...element.querySelectorAll('img, script, iframe, svg, b, [onerror]')].map(({ tagName }) => tagName),
      }));
      expect(label).to.equal(shown(named(name).title));
      expect(description)
        .to.match(/, 2024$/)
        .and.satisfy((text: string) => text.startsWith(label!));
      expect({ icons, tags }).to.deep.equal({ icons: 0, tags: [] });
    });

    it(`stays text in the tooltip: ${name}`, async () => {
      const { page } = window.workbench;
      await row(name).hover();
      const hover = page.locator('.workbench-hover', { hasText: name });
      await hover.waitFor();
      await until(
        () => hover.innerText(),
        (text) => text.includes('Abstract of'),
        'the card is filled',
      );
      const { text, tags } = await hover
        .locator('.rendered-markdown')
        .first()
        .evaluate((card) => ({
          text: card.textContent,
          tags: [...new Set([...card.querySelectorAll('*')].map((element) => element.tagName))].sort(),
        }));
      await page.mouse.move(900, 700);
      await hover.waitFor({ state: 'hidden' });
      expect(text).to.satisfy((whole: string) => whole.startsWith(shown(named(name).title)));
      expect(tags.filter((tag) => !['P', 'STRONG', 'EM', 'DIV', 'SPAN'].includes(tag))).to.deep.equal([]);
    });

    it(`stays text in the search: ${name}`, async () => {
      await window.search(name, name);
      const first = window.workbench.pick.rows.first();
      expect(await first.locator('.label-name').first().innerText()).to.equal(shown(named(name).title));
      expect(await first.locator('.label-name .codicon, .quick-input-list-label-meta .codicon').count()).to.equal(0);
      expect(await first.locator('a:not(.label-name, .action-label), img, script, iframe').count()).to.equal(0);
      await window.workbench.page.keyboard.press('Escape');
      await window.workbench.pick.untilGone();
    });

    it(`stays text in the panel and its tab: ${name}`, async () => {
      await row(name).click();
      const title = shown(named(name).title);
      await until(
        () => window.title.textContent().catch(() => ''),
        (text) => text === title,
        `${name} is shown`,
      );
      await looksOwn();
      const tab = window.workbench.page.getByRole('tab', { name: new RegExp(`^${name} `) });
      expect(title.startsWith((await tab.locator('.label-name').innerText()).replace('…', ''))).to.equal(true);
      expect(await tab.locator('.label-name *:not(a), .label-name .codicon').count()).to.equal(0);
    });
  }

  /** Holds the panel's page against what Paperside itself puts there. */
  async function looksOwn(): Promise<void> {
    const { tags, addresses, attributes } = await window.abstract.locator('body').evaluate((body) => {
      const elements = [...body.querySelectorAll('*')];
      return {
        tags: [...new Set(elements.map(({ localName }) => localName))],
        addresses: elements.flatMap((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? []),
        attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))],
      };
    });
    expect(tags.filter((tag) => !ownTags.split(' ').includes(tag))).to.deep.equal([]);
    expect(addresses.filter((address) => !/^https?:\/\//.test(address))).to.deep.equal([]);
    expect(attributes.filter((attribute) => /^on|^style$|src/.test(attribute))).to.deep.equal([]);
  }

  for (const name of ['Mathematics', 'Unbroken', 'Formula', 'Dollars', 'Giant']) {
    it(`is shown, bounded and harmless: ${name}`, async () => {
      if (name === 'Giant') await window.workbench.expand(/^Enormous /);
      await row(name).click();
      await window.abstract.locator('h1', { hasText: name }).waitFor();
      await looksOwn();
      expect(await window.abstract.locator('body').evaluate((body) => body.textContent!.length)).to.be.lessThan(
        120_000,
      );
    });
  }

  it('lets people type while the largest paper is open', async () => {
    await window.workbench.openFile('notes.md', 1, 5);
    await window.workbench.page.keyboard.type('quick');
    await until(
      () => window.workbench.editorText('notes.md'),
      (text) => text.includes('quick'),
      'it is typed',
    );
    for (let times = 0; times < 5; times++) await window.workbench.page.keyboard.press('Backspace');
  });

  for (const [name, { text, never }] of Object.entries(files)) {
    it(`is cited as one line each that cannot end what it stands in: ${name}`, async () => {
      const lines = text.slice(0, text.indexOf('|')).split('\n');
      const { page } = window.workbench;
      await window.workbench.openFile(name, lines.length, lines.at(-1)!.length + 1);
      await page.keyboard.press('Control+Alt+9');
      await until(
        () => window.workbench.editorText(name),
        (shownText) => shownText.includes('2024'),
        'it is cited',
      );
      await page.keyboard.press('Control+s');
      const written = await until(
        () => readFileSync(join(folder, name), 'utf8'),
        (content) => content.includes('2024'),
        'it is saved',
      );
      const inserted = written.split('\n').filter((line) => line.includes('2024'));
      const others = written.split('\n').filter((line) => !inserted.includes(line) && line.trim() !== '');
      const rest = text.replace('|', '').split('\n');
      expect(others).to.deep.equal(rest.filter((line) => line.trim() !== '' && line !== 'See '));
      expect(inserted.length).to.equal(written.includes('(2024)') ? papers.length : 1);
      for (const line of inserted) {
        expect(line.trim()).to.not.match(never);
        expect(line).to.not.match(/[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u2028\u2029]/u);
        expect(line.length).to.be.lessThan(5_000);
      }
    });
  }
});
