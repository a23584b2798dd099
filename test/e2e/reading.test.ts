import { expect } from 'chai';
import { until } from '../harness/until.mjs';
import { violations } from './support/axe';
import { bundledPaper } from './support/bundledPapers';
import { usePaperside } from './support/paperside';

const flashAttention = bundledPaper('dao2022flashattention');
const secondOrder = bundledPaper('frantar2021mfac');

describe('Reading an abstract', () => {
  const paperside = usePaperside();
  const complaints: string[] = [];

  before(async () => {
    const { workbench } = paperside.current;
    workbench.page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
    });
    await workbench.openFile('notes.md', 5, 1);
  });

  const scroll = (): Promise<number> => paperside.current.abstract.locator('html').evaluate((root) => root.scrollTop);

  it('opens beside the code and leaves the focus in it', async () => {
    const { workbench, abstract } = paperside.current;
    await paperside.current.search('flashattention io-awareness', flashAttention.title);
    await workbench.page.keyboard.press('Enter');
    await paperside.current.showing(flashAttention.title);
    await abstract.getByText('Transformers are slow and memory-hungry').waitFor();
    const code = await workbench.editor('notes.md').boundingBox();
    const panel = await workbench.page.locator('iframe.webview.ready').boundingBox();
    expect(panel!.x).to.be.at.least(code!.x + code!.width);
    await workbench.page.keyboard.type('typed here');
    await until(
      () => workbench.editorText('notes.md'),
      (text) => text.includes('typed here'),
      'the text is typed',
    );
  });

  it('opens a further paper in the same place, with its mathematics', async () => {
    const { workbench, abstract } = paperside.current;
    await paperside.current.browse('Efficient optimizers');
    await paperside.current.open(secondOrder.title);
    expect(await workbench.page.locator('iframe.webview.ready').count()).to.equal(1);
    const formula = abstract.locator('math').first();
    await formula.waitFor();
    expect(await formula.evaluate((math) => math.namespaceURI)).to.equal('http://www.w3.org/1998/Math/MathML');
    const { width, height } = (await formula.boundingBox())!;
    expect(Math.min(width, height)).to.be.greaterThan(5);
  });

  it('goes to a related paper, back and forward', async () => {
    const { abstract, title } = paperside.current;
    const related = abstract.getByRole('complementary').getByRole('button').first();
    const name = (await related.locator('.paper-title').innerText()).trim();
    await related.click();
    await paperside.current.showing(name);
    await abstract.getByRole('button', { name: 'Back' }).click();
    await paperside.current.showing(secondOrder.title);
    await abstract.getByRole('button', { name: 'Forward' }).click();
    await paperside.current.showing(name);
    expect(await title.count()).to.equal(1);
  });

  it('keeps the reading state of a paper, in the panel and in the library', async () => {
    const { abstract, workbench } = paperside.current;
    await paperside.current.open(secondOrder.title);
    const reading = abstract.getByRole('button', { name: 'Reading', exact: true });
    await reading.click();
    await workbench.treeRow(/^M-FAC.*, Reading$/).waitFor();
    await until(
      () => reading.getAttribute('aria-pressed'),
      (pressed) => pressed === 'true',
      'the button is pressed',
    );
    await reading.click();
    await workbench.treeRow(/^M-FAC.*, 2021$/).waitFor();
  });

  it('asks before it leaves for a page of the paper', async () => {
    const { abstract, workbench } = paperside.current;
    await abstract.getByRole('link', { name: 'arXiv page' }).click();
    const dialog = workbench.page.getByRole('dialog');
    await dialog.getByText('https://arxiv.org/abs/2107.03356').first().waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('finds words in the abstract', async () => {
    const { workbench } = paperside.current;
    await paperside.current.focusAbstract();
    await workbench.page.keyboard.press('Control+f');
    await workbench.page.locator('.simple-find-part.visible input').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('comes back after a reload at the same paper and place', async () => {
    const { abstract, workbench } = paperside.current;
    await abstract.locator('html').evaluate((root) => root.scrollTo(0, 150));
    await until(scroll, (top) => Math.abs(top - 150) < 2, 'it is scrolled');
    await workbench.untilSaved(JSON.stringify({ paperId: secondOrder.id, scroll: 150 }));
    await workbench.reload();
    await paperside.current.showing(secondOrder.title);
    await until(scroll, (top) => Math.abs(top - 150) < 2, 'it is scrolled again');
  });

  it('needs no sideways scrolling in a narrow column', async () => {
    const { abstract, workbench } = paperside.current;
    await workbench.page.setViewportSize({ width: 760, height: 700 });
    const widths = await until(
      () => abstract.locator('html').evaluate((root) => [root.clientWidth, root.scrollWidth] as const),
      ([width]) => width < 400,
      'the column is narrow',
    );
    expect(widths[1]).to.equal(widths[0]);
    await workbench.page.setViewportSize({ width: 1400, height: 900 });
  });

  for (const [theme, kind] of [
    ['Light Modern', 'vscode-light'],
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
    ['Light High Contrast', 'vscode-high-contrast-light'],
  ] as const) {
    it(`follows the theme ${theme}, and axe finds nothing to complain about`, async () => {
      const { abstract, workbench } = paperside.current;
      await workbench.selectTheme(theme);
      await abstract.locator(`body.${kind}`).waitFor();
      await until(
        () =>
          Promise.all([
            abstract.locator('html').evaluate((root) => getComputedStyle(root).backgroundColor),
            workbench.editor('notes.md').evaluate((code) => getComputedStyle(code).backgroundColor),
          ]),
        ([page, editor]) => page === editor,
        'the page has the background of the editor',
      );
      expect(await violations(workbench.page)).to.deep.equal([]);
    });
  }

  it('breaks no rule of its own security policy', () => {
    expect(complaints).to.deep.equal([]);
  });
});
