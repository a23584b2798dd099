import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { folders } from '../harness/folders.mjs';
import { launchBrowser } from '../harness/launchBrowser.mjs';

// The panel's page on its own, without VS Code: many themes, widths and papers in little time.

const read = (...path: string[]): string => readFileSync(join(folders.root, ...path), 'utf8');
const axe = readFileSync(createRequire(join(folders.root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** The colours that VS Code's own themes give to what the panel uses. */
const themes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dark: {
    'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', foreground: '#cccccc',
    descriptionForeground: '#9d9d9d', 'textLink-foreground': '#4daafc', 'button-background': '#0078d4',
    'button-foreground': '#ffffff', 'button-secondaryBackground': '#313131', 'button-secondaryForeground': '#cccccc',
    'badge-background': '#616161', 'badge-foreground': '#f8f8f8', 'textPreformat-foreground': '#d0d0d0',
    'textPreformat-background': '#3c3c3c', 'radio-activeForeground': '#ffffff', 'radio-activeBackground': '#2489db82',
  },
  light: {
    'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', foreground: '#3b3b3b',
    descriptionForeground: '#3b3b3b', 'textLink-foreground': '#005fb8', 'button-background': '#005fb8',
    'button-foreground': '#ffffff', 'button-secondaryBackground': '#e5e5e5', 'button-secondaryForeground': '#3b3b3b',
    'badge-background': '#cccccc', 'badge-foreground': '#3b3b3b', 'textPreformat-foreground': '#3b3b3b',
    'textPreformat-background': '#0000001f', 'radio-activeForeground': '#000000', 'radio-activeBackground': '#bed6ed',
  },
  'high contrast dark': {
    'editor-background': '#000000', 'editor-foreground': '#ffffff', foreground: '#ffffff',
    descriptionForeground: '#ffffffb3', contrastBorder: '#6fc3df', contrastActiveBorder: '#f38518',
    'textLink-foreground': '#21a6ff', 'button-background': '#000000', 'button-foreground': '#ffffff',
    'button-secondaryForeground': '#ffffff', 'badge-background': '#000000', 'badge-foreground': '#ffffff',
  },
  'high contrast light': {
    'editor-background': '#ffffff', 'editor-foreground': '#292929', foreground: '#292929',
    descriptionForeground: '#292929b3', contrastBorder: '#0f4a85', contrastActiveBorder: '#006bbd',
    'textLink-foreground': '#0f4a85', 'button-background': '#0f4a85', 'button-foreground': '#ffffff',
    'button-secondaryBackground': '#ffffff', 'button-secondaryForeground': '#292929', 'badge-background': '#0f4a85',
    'badge-foreground': '#ffffff', 'textPreformat-foreground': '#ffffff', 'textPreformat-background': '#09345f',
  },
}; // prettier-ignore

const strings = {
  abstract: 'Abstract',
  noAbstract: 'No abstract.',
  authors: 'Authors',
  andOthers: 'and others',
  citationKey: 'Citation key',
  topics: 'Topics',
  links: 'Links',
  related: 'Related papers',
  sources: 'Sources',
  sourcesDiffer: 'Where a file differs from what is shown above, its values are listed below it.',
  fields: {
    title: 'Title',
    authors: 'Authors',
    editors: 'Editors',
    venue: 'Venue',
    year: 'Year',
    month: 'Month',
    type: 'Type',
    doi: 'DOI',
    arxiv: 'arXiv',
    abstract: 'Abstract',
  },
  paperTypes: { article: 'Preprint', 'paper-conference': 'Conference paper' },
  history: 'History',
  back: 'Back',
  forward: 'Forward',
  actions: 'Actions',
  insertCitation: 'Insert citation',
  copyBibTeX: 'Copy BibTeX',
  copyLink: 'Copy link',
  readingState: 'Reading state',
  readingStates: { toRead: 'To read', reading: 'Reading', read: 'Read' },
  linkKinds: { arxiv: 'arXiv page', pdf: 'PDF', doi: 'DOI', code: 'Code', project: 'Project page' },
  nowShowing: 'Now showing {0}',
};

const mn = (text: string): object => ({ tag: 'mn', children: [text] });
const power = { tag: 'math', children: [{ tag: 'msup', children: [mn('10'), mn('13')] }] };
const wideRow = {
  tag: 'mtr',
  children: Array.from({ length: 40 }, (_, i) => ({ tag: 'mtd', children: [mn(`${i}`)] })),
};
const wide = { tag: 'math', children: [{ tag: 'mtable', children: [wideRow] }] };

const paper = {
  id: 'arxiv:1',
  key: 'dao2022flashattention',
  plainTitle: 'FlashAttention: Fast and Memory-Efficient Exact Attention',
  title: [{ kind: 'text', text: 'FlashAttention: Fast and Memory-Efficient Exact Attention' }],
  authors: ['Tri Dao', 'Christopher Ré'],
  publication: 'NeurIPS 2022',
  abstract: [
    [
      { kind: 'text', text: `Needs ` },
      { kind: 'mathematics', tex: '10^{13}', plain: '10¹³', tree: power },
      { kind: 'text', text: `, see ` },
      { kind: 'link', text: 'https://a.example/x', url: 'https://a.example/x' },
      { kind: 'text', text: `. ${'Word '.repeat(300)}` },
    ],
  ],
  topics: ['Efficient attention', 'GPU kernels'],
  links: [
    { kind: 'arxiv', url: 'https://arxiv.org/abs/1' },
    { kind: 'code', url: 'https://github.com/a/b' },
  ],
  related: [{ id: 'arxiv:2', title: 'Another paper', byline: 'Li and Gu, 2023' }],
  sources: [
    { uri: 'file:///home/ada/paper/references.bib', kind: 'project', key: 'dao22', line: 41, differences: [] },
    {
      uri: 'file:///home/me/zotero.bib',
      kind: 'user',
      key: 'daoFlashAttentionFastMemoryEfficient2022',
      line: 7,
      differences: [
        { field: 'title', value: 'FlashAttention' },
        { field: 'authors', value: 'Tri Dao, et al.' },
        { field: 'year', value: '2021' },
        { field: 'month', value: '6' },
        { field: 'type', value: 'article' },
      ],
    },
    {
      uri: 'file:///bundled.json',
      kind: 'bundled',
      key: 'dao2022flashattention',
      line: 0,
      differences: [
        { field: 'venue', value: 'Advances in Neural Information Processing Systems 35' },
        { field: 'abstract', value: `Transformers are slow and memory-hungry on ${'long sequences '.repeat(30)}…` },
      ],
    },
  ],
};
const sourceLabels = [
  { name: 'paper/references.bib', path: '/home/ada/paper/references.bib' },
  { name: 'zotero.bib', path: '/home/me/zotero.bib' },
  { name: 'Bundled corpus', path: '/bundled.json' },
];
const other = {
  ...paper,
  id: 'arxiv:2',
  plainTitle: 'Another $& paper',
  abstract: [],
  links: [],
  topics: [],
  sources: [],
};

const markup = `<script>alert(1)</script><img src="https://a.example/x.png" onerror="alert(1)"><a href="command:x">y</a>`;
const longWord = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);
const hostile = {
  ...paper,
  id: 'hostile',
  key: longWord,
  plainTitle: markup,
  title: [{ kind: 'text', text: `${markup} ${longWord} \u0645\u0642\u062F\u0645\u0629` }],
  authors: [markup, longWord],
  publication: markup,
  abstract: [
    [
      { kind: 'text', text: markup + longWord },
      { kind: 'mathematics', tex: '', plain: markup },
      { kind: 'mathematics', tex: '', plain: 'wide', tree: wide },
      { kind: 'link', text: 'one', url: 'javascript:alert(1)' },
      { kind: 'link', text: 'two', url: 'command:workbench.action.quit' },
      {
        kind: 'mathematics',
        tex: '',
        plain: 'x',
        tree: {
          tag: 'math',
          attributes: { onclick: 'alert(1)', style: 'color:red', href: 'javascript:alert(1)' },
          children: [
            { tag: 'script', children: ['alert(1)'] },
            { tag: 'maction', children: [] },
          ],
        },
      },
    ],
  ],
  topics: [markup, longWord],
  links: [{ kind: 'code', url: 'javascript:alert(1)' }],
  related: [{ id: 'x', title: markup, byline: longWord }],
  sources: [
    { uri: 'file:///a', kind: 'project', key: longWord, line: 0, differences: [{ field: 'title', value: longWord }] },
    {
      uri: 'javascript:alert(1)',
      kind: 'user',
      key: markup,
      line: 0,
      differences: [
        { field: 'title', value: markup },
        { field: 'month', value: markup },
        { field: 'type', value: markup },
      ],
    },
  ],
};

const hostileLabels = [
  { name: longWord, path: markup },
  { name: markup, path: '\u0645\u0642' },
];

describe('Abstract page', () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  let asked = 0;

  const open = async (theme = 'dark', { width = 640, fontSize = 13, state = undefined as unknown } = {}) => {
    page = await browser.newPage({ viewport: { width, height: 600 } });
    page.on('request', (request) => requests.push(request.url()));
    const colours = Object.entries(themes[theme]!).map(([name, value]) => `--vscode-${name}: ${value};`);
    const font = `--vscode-font-family: sans-serif; --vscode-font-size: ${fontSize}px;`;
    await page.setContent(`<!DOCTYPE html><html lang="en"><head><title>Paperside</title><style>
      html { ${font} ${colours.join(' ')} }
      @layer vscode-default {
        body { margin: 0; padding: 0 20px; color: var(--vscode-editor-foreground); font-size: var(--vscode-font-size);
          font-family: var(--vscode-font-family); }
        a { color: var(--vscode-textLink-foreground); }
        code { color: var(--vscode-textPreformat-foreground); background: var(--vscode-textPreformat-background); }
      }
      ${read('media', 'abstract.css')}</style></head><body></body></html>`);
    await page.evaluate((kept) => {
      const api = { sent: [] as unknown[], state: kept };
      Object.assign(window, {
        api,
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => api.sent.push(message),
          getState: () => api.state,
          setState: (next: unknown) => (api.state = next),
        }),
      });
    }, state);
    await page.addScriptTag({ content: read('dist', 'webview.js') });
  };
  const post = async (message: object): Promise<void> => {
    await page.evaluate((data) => {
      const received = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }));
      window.postMessage(data, '*');
      return received.then(() => undefined);
    }, message);
  };
  const show = (content: object, more: object = {}): Promise<void> =>
    post({
      type: 'show',
      request: ++asked,
      content,
      sourceLabels: content === hostile ? hostileLabels : sourceLabels,
      strings,
      canGoBack: true,
      canGoForward: false,
      keepScroll: false,
      ...more,
    });
  const sent = (type: string): Promise<unknown[]> =>
    page.evaluate(
      (wanted) =>
        (window as unknown as { api: { sent: { type: string }[] } }).api.sent.filter((m) => m.type === wanted),
      type,
    );
  const sidewaysOverflow = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  before(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await page.close();
    requests.length = 0;
  });
  after(() => browser.close());

  for (const theme of Object.keys(themes)) {
    it(`passes axe in the ${theme} theme`, async () => {
      await open(theme);
      await page.evaluate(axe);
      for (const content of [paper, hostile, { ...other, related: [] }]) {
        await show(content, { state: 'reading' });
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        expect(violations, content.id).to.deep.equal([]);
      }
    });
  }

  for (const fontSize of [13, 26]) {
    it(`needs no sideways scrolling at 320 pixels with text of ${fontSize} pixels`, async () => {
      await open('dark', { width: 320, fontSize });
      for (const content of [paper, hostile]) {
        await show(content);
        expect(await sidewaysOverflow(), content.id).to.equal(0);
      }
    });
  }

  it('shows markup as text, follows no false link and fetches nothing', async () => {
    await open();
    page.on('dialog', (dialog) => expect.fail(dialog.message()));
    await show(hostile);
    expect(await page.locator('main h1').textContent()).to.contain(markup);
    const suspicious =
      '#place :is(script, img, iframe, object, form, style, maction, a), #place [onclick], math[style]';
    expect(await page.locator(suspicious).count()).to.equal(0);
    expect(requests).to.deep.equal([]);
  });

  it('says that there are other authors', async () => {
    await open();
    await show({ ...paper, andOthers: true });
    expect(await page.getByRole('list', { name: 'Authors' }).getByRole('listitem').allTextContents()).to.deep.equal([
      'Tri Dao',
      'Christopher Ré',
      'and others',
    ]);
  });

  describe('lists the sources', () => {
    const rows = () => page.getByRole('region', { name: 'Sources' }).locator('ul > li');

    it('with their keys, and what each says otherwise', async () => {
      await open();
      await show(paper);
      const said = await rows().evaluateAll((items) =>
        items.map((item) => {
          const text = (selector: string): string[] =>
            [...item.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
          const values = text('dd');
          return [...text('bdi, code'), ...text('dt').map((field, at) => `${field}: ${values[at]}`)];
        }),
      );
      expect(said.map((row) => row.map((text) => text.slice(0, 60)))).to.deep.equal([
        ['paper/references.bib', 'dao22'],
        [
          'zotero.bib',
          'daoFlashAttentionFastMemoryEfficient2022',
          'Title: FlashAttention',
          'Authors: Tri Dao, et al.',
          'Year: 2021',
          'Month: June',
          'Type: Preprint',
        ],
        [
          'Bundled corpus',
          'dao2022flashattention',
          'Venue: Advances in Neural Information Processing Systems 35',
          'Abstract: Transformers are slow and memory-hungry on long se',
        ],
      ]);
      expect(await page.getByText(strings.sourcesDiffer).count()).to.equal(1);
    });

    it('and opens each by its place in the list, but for the bundled corpus', async () => {
      await open();
      await show(paper);
      const buttons = rows().getByRole('button');
      expect(await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('title')))).to.deep.equal([
        '/home/ada/paper/references.bib',
        '/home/me/zotero.bib',
      ]);
      await rows().getByText('zotero.bib').click();
      await rows().getByText('dao22', { exact: true }).click();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await rows().getByText('Bundled corpus').click();
      expect(await sent('openSource')).to.deep.equal(
        [1, 0, 1].map((index) => ({ type: 'openSource', id: paper.id, index })),
      );
    });

    it('without a word on differences where there are none, and not at all where there is nothing to say', async () => {
      await open();
      await show({ ...paper, sources: [paper.sources[0]] });
      expect(await rows().count()).to.equal(1);
      expect(await page.getByText(strings.sourcesDiffer).count()).to.equal(0);
      await show(other);
      expect(await page.getByRole('heading', { name: 'Sources' }).count()).to.equal(0);
    });
  });

  it('says formulas in plain text', async () => {
    await open();
    await show(paper);
    const formula = page.locator('math').first();
    expect(await formula.getAttribute('alttext')).to.equal('10¹³');
    expect(await formula.getAttribute('aria-label')).to.equal('10¹³');
    expect(await formula.locator('msup > mn').allTextContents()).to.deep.equal(['10', '13']);
  });

  it('is ready first, and says when a paper is painted', async () => {
    await open();
    expect(await sent('ready')).to.have.length(1);
    await show(paper);
    await page.waitForFunction(() =>
      (window as unknown as { api: { sent: { type: string }[] } }).api.sent.some(({ type }) => type === 'painted'),
    );
    expect(await sent('painted')).to.deep.equal([{ type: 'painted', id: paper.id }]);
  });

  it('hands on what is pressed', async () => {
    await open();
    await show(paper, { state: 'reading' });
    await page.getByRole('button', { name: 'Insert citation' }).click();
    await page.getByRole('button', { name: 'To read' }).click();
    await page.getByRole('button', { name: 'Reading', exact: true }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Forward' }).click({ force: true });
    await page.getByRole('button', { name: /Another paper/ }).click();
    await page.getByRole('link', { name: 'arXiv page' }).click();
    const actions = ['insertCitation', 'markToRead', 'clearReadingState'];
    expect(await sent('action')).to.deep.equal(actions.map((action) => ({ type: 'action', action, id: paper.id })));
    expect(await sent('navigate')).to.deep.equal([{ type: 'navigate', direction: 'back' }]);
    expect(await sent('openPaper')).to.deep.equal([{ type: 'openPaper', id: 'arxiv:2' }]);
    expect(await sent('openLink')).to.deep.equal([{ type: 'openLink', url: 'https://arxiv.org/abs/1' }]);
  });

  it('shows the reading state, and its changes', async () => {
    await open();
    const pressed = (): Promise<string[]> => page.locator('[aria-pressed=true]').allTextContents();
    await show(paper, { state: 'reading' });
    expect(await pressed()).to.deep.equal(['Reading']);
    await post({ type: 'state', id: paper.id, state: 'read' });
    expect(await pressed()).to.deep.equal(['Read']);
    await post({ type: 'state', id: 'another', state: 'toRead' });
    expect(await pressed()).to.deep.equal(['Read']);
    await post({ type: 'state', id: paper.id });
    expect(await pressed()).to.deep.equal([]);
  });

  it('builds what comes twice but once, and shows the reading state that it has by then', async () => {
    await open();
    const title = page.locator('main h1');
    await show(paper, { request: -1 });
    await title.evaluate((element) => element.setAttribute('data-first', ''));
    await show(paper, { request: -1, state: 'read' });
    expect(await title.getAttribute('data-first')).to.equal('');
    expect(await page.locator('.toggle[aria-pressed=true]').allInnerTexts()).to.deep.equal([
      strings.readingStates.read,
    ]);
    await show(paper);
    expect(await title.getAttribute('data-first')).to.equal(null);
  });

  it('announces another paper, but not the first', async () => {
    await open();
    const status = page.getByRole('status');
    await show(paper);
    expect(await status.textContent()).to.equal('');
    await show(other);
    expect(await status.textContent()).to.equal('Now showing Another $& paper');
  });

  it('moves the focus to the title when its place is gone, and else leaves it', async () => {
    await open();
    const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.tagName);
    await show(paper);
    expect(await focused()).to.equal('BODY');
    await page.getByRole('button', { name: /Another paper/ }).focus();
    await show(other);
    expect(await focused()).to.equal('H1');
    await page.getByRole('button', { name: 'Back' }).focus();
    await show(paper, { canGoBack: false });
    expect(await focused()).to.equal('BUTTON');
  });

  it('comes back to where it was', async () => {
    await open('dark', { state: { paperId: paper.id, scroll: 120 } });
    await show(paper, { keepScroll: true });
    expect(await page.evaluate(() => scrollY)).to.equal(120);
    await show(other);
    expect(await page.evaluate(() => scrollY)).to.equal(0);
    await show(paper, { keepScroll: true });
    expect(await page.evaluate(() => scrollY)).to.equal(120);
    await show(paper);
    expect(await page.evaluate(() => scrollY)).to.equal(0);
  });

  it('says a sentence in the place of a paper, without buttons that need one', async () => {
    await open();
    await show(paper);
    await post({ type: 'message', text: markup });
    expect(await page.getByRole('heading').allTextContents()).to.deep.equal([markup]);
    expect(await page.getByRole('group').count()).to.equal(0);
  });
});
