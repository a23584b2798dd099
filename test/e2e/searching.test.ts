import { expect } from 'chai';
import { PaperIndex } from '../../src/core/search/paperIndex';
import { startingWith } from '../harness/accessibleNames.mjs';
import { until } from '../harness/until.mjs';
import { bundledPaper, bundledPapers } from './support/bundledPapers';
import { usePaperside } from './support/paperside';

const kivi = bundledPaper('liu2024kivi');

const isLiu = ({ family }: { readonly family: string }): boolean => family === 'Liu';

describe('Searching', () => {
  const paperside = usePaperside();
  const index = new PaperIndex();

  before(async () => {
    await index.update([], bundledPapers);
    await paperside.current.workbench.openFile('notes.md', 6, 1);
  });

  afterEach(async () => {
    const { pick, page } = paperside.current.workbench;
    if (await pick.input.isVisible()) await page.keyboard.press('Escape');
    await pick.untilGone();
  });

  // VS Code would lift rows whose title holds the text: "ran" is in Frantar, "cache" in many titles.
  for (const text of ['flsah atention', 'kv cach quant', 'ran', 'cache', 'dao 2022', 'memory']) {
    it(`shows the papers for "${text}" in the order of the search, the best first`, async () => {
      const titles = index.search(text, 50).map(({ id }) => bundledPapers.find((paper) => paper.id === id)!.title);
      const rows = await paperside.current.search(text, titles[0]!);
      rows.forEach((row, position) => expect(row).to.contain(titles[position]));
    });
  }

  it('says who and when, and why a row is there', async () => {
    const rows = await paperside.current.search('berkeley', bundledPaper('wu2019efficient').title);
    expect(rows[0])
      .to.match(/Wu, 2019/)
      .and.match(/Berkeley/);
  });

  it('says when nothing is found', async () => {
    expect(await paperside.current.search('xqzjwv', 'No paper found')).to.have.length(1);
  });

  it('finds by fields, and leaves out what a minus stands before', async () => {
    const rows = await paperside.current.search('kivi author:liu year:2024 -zipcache', kivi.title);
    const allowed = bundledPapers.filter(
      ({ authors, title, year }) => authors.some(isLiu) && year === 2024 && !title.startsWith('ZipCache'),
    );
    rows.forEach((row) =>
      expect(
        allowed.some(({ title }) => row.includes(title)),
        row,
      ).to.equal(true),
    );
  });

  it('says what is wrong in a query above what is found, and Enter opens a paper', async () => {
    const { page } = paperside.current.workbench;
    const rows = await paperside.current.search('year:20x kivi', 'warning');
    expect(rows[0]).to.contain('"20x" is no year');
    expect(rows[1]).to.contain(kivi.title);
    await page.keyboard.press('Enter');
    await paperside.current.showing(kivi.title);
  });

  it('opens the abstract by Enter, and offers it again while nothing is typed', async () => {
    const { page } = paperside.current.workbench;
    await paperside.current.search('kivi', kivi.title);
    await page.keyboard.press('Enter');
    await paperside.current.showing(kivi.title);
    const rows = await paperside.current.search('', kivi.title);
    expect(rows.some((row) => row.startsWith(kivi.title))).to.equal(true);
  });

  it('opens one abstract after the other while it stays', async () => {
    const { page, pick } = paperside.current.workbench;
    await paperside.current.search('flash attention', 'FlashAttention: ');
    await page.keyboard.press('Alt+Enter');
    await paperside.current.showing(bundledPaper('dao2022flashattention').title);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Alt+Enter');
    await paperside.current.showing(bundledPaper('dao2024flashattention2').title);
    expect(await pick.input.inputValue()).to.equal('flash attention');
  });

  it('copies BibTeX by a key and by the button of a row', async () => {
    const { workbench } = paperside.current;
    const copied = () =>
      until(
        () => workbench.readClipboard(),
        (text) => text !== '',
        'something is copied',
      );
    await paperside.current.search('kivi', kivi.title);
    await workbench.writeClipboard('');
    await workbench.page.keyboard.press('Control+Shift+c');
    expect(await copied()).to.contain('{liu2024kivi,');
    await workbench.writeClipboard('');
    await workbench.pick.rows.first().hover();
    await workbench.pick.rows.first().getByRole('button', { name: 'Copy BibTeX' }).click();
    expect(await copied()).to.contain('{liu2024kivi,');
  });

  it('says how many papers there are', async () => {
    await paperside.current.search('year:2022', '');
    const there = bundledPapers.filter(({ year }) => year === 2022).length;
    expect(await paperside.current.workbench.pick.rows.first().innerText()).to.contain(`${there} papers`);
  });

  it('offers the values of a field, which Tab takes, and Enter still opens a paper', async () => {
    const { page, pick } = paperside.current.workbench;
    const rows = await paperside.current.search('kivi author:li', 'symbol-field');
    expect(rows.some((row) => row.startsWith(kivi.title))).to.equal(true);
    await page.keyboard.press('Tab');
    await until(
      () => pick.input.inputValue(),
      (text) => /^kivi author:"[^"]*" $/.test(text),
      'the value is typed',
    );
    await page.keyboard.press('Escape');
    await pick.untilGone();
    await paperside.current.search('kivi author:liu', 'symbol-field');
    await page.keyboard.press('Enter');
    await paperside.current.showing(kivi.title);
  });

  it('lists the fields, and says whom one has found', async () => {
    const { page, pick } = paperside.current.workbench;
    await paperside.current.search('kivi', kivi.title);
    await page.getByRole('button', { name: 'Search by a field…' }).click();
    await pick.choose('symbol-field author:');
    await until(
      () => pick.input.inputValue(),
      (text) => text === 'kivi author:',
      'the field is typed',
    );
    await pick.input.focus();
    await page.keyboard.type('hu');
    const rows = await until(
      () => pick.rows.evaluateAll((all) => all.map((row) => row.ariaLabel ?? '')),
      (all) => all.some((row) => row.startsWith(kivi.title) && row.includes('Author: Xia Hu')),
      'the paper is found by its last author',
    );
    expect(rows.filter((row) => row.startsWith(kivi.title))).to.have.length(1);
  });

  it('offers searches again that led to a paper, until they are cleared', async () => {
    const { workbench } = paperside.current;
    const { page, pick } = workbench;
    await paperside.current.search('kivi asymmetric', kivi.title);
    await page.keyboard.press('Enter');
    await paperside.current.showing(kivi.title);
    await paperside.current.search('', kivi.title);
    await pick.choose('history kivi asymmetric');
    await until(
      () => pick.input.inputValue(),
      (text) => text === 'kivi asymmetric',
      'the query is back',
    );
    await page.keyboard.press('Escape');
    await workbench.runCommand('Paperside: Clear Recent Searches');
    const rows = await paperside.current.search('', kivi.title);
    expect(rows.some((row) => row.startsWith('history'))).to.equal(false);
  });

  it('cites several papers, ticked while the results change, in the order of the ticks', async () => {
    const { workbench } = paperside.current;
    const { page, pick } = workbench;
    await workbench.openFile('notes.md', 6, 1);
    await workbench.runCommand('Paperside: Insert Citation');
    await paperside.current.find('Choose papers to cite', 'kivi', kivi.title);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('1 Selected').waitFor();
    await pick.input.fill('flash attention');
    const second = bundledPaper('dao2022flashattention').title;
    const row = pick.rows.and(page.getByRole('checkbox', { name: startingWith(second) }));
    await row.waitFor();
    expect(await pick.rows.first().getAttribute('aria-label')).to.match(/^KIVI/);
    await row.click();
    await page.getByText('2 Selected').waitFor();
    await pick.input.focus();
    await page.keyboard.press('Enter');
    await until(
      () => workbench.editorText('notes.md'),
      (text) => text.includes('[@liu2024kivi; @dao2022flashattention]'),
      'both are cited',
    );
    await page.keyboard.press('Control+z');
  });

  it('inserts the citation by a key', async () => {
    const { workbench } = paperside.current;
    await paperside.current.search('kivi', kivi.title);
    await workbench.page.keyboard.press('Control+Enter');
    await until(
      () => workbench.editorText('notes.md'),
      (text) => text.includes('[@liu2024kivi]'),
      'it is cited',
    );
    await workbench.page.keyboard.press('Control+z');
    await until(
      () => workbench.editorText('notes.md'),
      (text) => !text.includes('liu2024kivi'),
      'it is undone',
    );
  });
});
