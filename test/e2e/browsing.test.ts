import { expect } from 'chai';
import { until } from '../harness/until.mjs';
import { usePaperside } from './support/paperside';

const labels = (rows: readonly { readonly ariaLabel: string | null }[]): string[] =>
  rows.map(({ ariaLabel }) => ariaLabel ?? '');

describe('Browsing the library', () => {
  const paperside = usePaperside();

  /** The accessible names of the rows of the tree. */
  const rows = (): Promise<string[]> => paperside.current.workbench.page.getByRole('treeitem').evaluateAll(labels);

  /** Waits until the tree's rows are as they should be. */
  const rowsThat = (accept: (rows: readonly string[]) => boolean, what: string): Promise<string[]> =>
    until(rows, accept, what);

  it('opens from the activity bar: all 115 papers, grouped by topic', async () => {
    await paperside.current.workbench.openView('Paperside');
    const topics = await rowsThat((names) => names.length >= 10, 'the topics are shown');
    const counts = topics.map((name) => Number(/, (\d+) papers?$/.exec(name)?.[1]));
    expect(counts.reduce((sum, count) => sum + count)).to.equal(115);
    expect(topics).to.include('KV cache compression, 13 papers');
  });

  it('expands a topic to its papers, with author and year', async () => {
    await paperside.current.workbench.expand('Efficient attention');
    const count = Number(/\d+/.exec((await rows()).find((name) => name.startsWith('Efficient attention'))!)?.[0]);
    const papers = paperside.current.workbench.page.locator('[role=treeitem][aria-level="2"]');
    await until(
      () => papers.count(),
      (shown) => shown === count,
      `${count} papers are shown`,
    );
    expect(await papers.evaluateAll(labels)).to.include(
      'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness, Dao et al., 2022',
    );
  });

  it('tells of a paper in a tooltip', async () => {
    const { page } = paperside.current.workbench;
    await paperside.current.workbench.treeRow(/^EcoFormer/).hover();
    const hover = page.locator('.workbench-hover', { hasText: 'Jing Liu' });
    await hover.waitFor();
    expect(await hover.innerText())
      .to.match(/2022/)
      .and.match(/Transformer/);
    await page.mouse.move(700, 500);
    await hover.waitFor({ state: 'hidden' });
  });

  it('marks a paper to read: icon, badge, and away again', async () => {
    const { workbench } = paperside.current;
    const { page } = workbench;
    const tab = page.locator('.activitybar').getByRole('tab', { name: /^Paperside/ });
    await workbench.chooseFromContextMenu(workbench.treeRow(/^EcoFormer/), 'Mark as To Read');
    await workbench.treeRow(/^EcoFormer.*, To read$/).waitFor();
    await tab.and(page.getByRole('tab', { name: /1 paper to read/ })).waitFor();
    await workbench.chooseFromContextMenu(workbench.treeRow(/^EcoFormer/), 'Clear Reading State');
    await workbench.treeRow(/^EcoFormer.*, 2022$/).waitFor();
    await until(
      () => tab.getAttribute('aria-label'),
      (name) => !/to read/.test(name ?? ''),
      'the badge is gone',
    );
  });

  it('collapses all', async () => {
    const { page } = paperside.current.workbench;
    await page.locator('.pane-header, .composite.title').getByRole('button', { name: 'Collapse All' }).first().click();
    await rowsThat((names) => names.every((name) => /, \d+ papers?$/.test(name)), 'only topics are shown');
  });

  it('groups and sorts otherwise, and remembers it over a reload', async () => {
    const { workbench } = paperside.current;
    await workbench.runCommand('Paperside: Group Papers By…');
    await workbench.pick.choose('Year');
    await rowsThat((names) => names.some((name) => /^2022, /.test(name)), 'years are shown');
    await workbench.runCommand('Paperside: Sort Papers By…');
    await workbench.pick.choose('Title');
    const byYear = await rowsThat((names) => /^20\d\d, \d+ papers?$/.test(names[0] ?? ''), 'years are shown');
    await workbench.untilSaved('"groupBy":"year"');
    await workbench.expand(/^2021, /);
    const { compare } = new Intl.Collator('en', { numeric: true });
    const count = Number(/^2021, (\d+)/.exec(byYear.find((name) => name.startsWith('2021, '))!)?.[1]);
    await until(
      papersShown,
      (names) => names.length === count && names.join('\n') === [...names].sort(compare).join('\n'),
      `the ${count} papers of 2021 are shown by title`,
    );
    await workbench.reload();
    await workbench.openView('Paperside');
    const again = await rowsThat((names) => names.length >= byYear.length, 'the library is back');
    expect(again.filter((name) => /^\d{4}, \d+ papers?$/.test(name))).to.deep.equal(byYear);
  });

  const papersShown = (): Promise<string[]> =>
    paperside.current.workbench.page.locator('[role=treeitem][aria-level="2"]').evaluateAll(labels);
});
