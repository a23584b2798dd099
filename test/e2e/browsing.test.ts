import { expect } from 'chai';
import { until } from '../harness/until.mjs';
import { usePaperside } from './support/paperside';

const labels = (rows: readonly { readonly ariaLabel: string | null }[]): string[] =>
  rows.map(({ ariaLabel }) => ariaLabel ?? '');

describe('Browsing the library', () => {
  const paperside = usePaperside();

  /** The accessible names of the rows of the tree. */
  const rows = (): Promise<string[]> => paperside.current.workbench.page.getByRole('treeitem').evaluateAll(labels);

  /** The same of one level: 1 for groups, 2 for what is in them. */
  const rowsAt = (level: 1 | 2): Promise<string[]> =>
    paperside.current.workbench.page.locator(`[role=treeitem][aria-level="${level}"]`).evaluateAll(labels);

  /** Waits until the tree's rows are as they should be. */
  const rowsThat = (accept: (rows: readonly string[]) => boolean, what: string): Promise<string[]> =>
    until(rows, accept, what);

  it('opens from the activity bar: the project first, then all other of the 115 papers by topic', async () => {
    await paperside.current.workbench.openView('Paperside');
    await rowsThat((names) => names.length >= 10, 'the topics are shown');
    const groups = await rowsAt(1);
    expect(groups[0]).to.equal('This project, 1 paper');
    const counts = groups.map((name) => Number(/, (\d+) papers?$/.exec(name)?.[1]));
    expect(counts.reduce((sum, count) => sum + count)).to.equal(115);
    expect(groups).to.include('KV cache compression, 13 papers');
    expect(await rowsAt(2)).to.eql([
      'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness, Dao et al., 2022',
    ]);
  });

  it('expands a topic to its papers, with author and year', async () => {
    const { workbench } = paperside.current;
    await workbench.treeRow('This project').click(); // closes it
    await until(
      () => rowsAt(2),
      ({ length }) => length === 0,
      'the project is closed',
    );
    await workbench.expand('Efficient attention');
    const count = Number(/\d+/.exec((await rows()).find((name) => name.startsWith('Efficient attention'))!)?.[0]);
    const papers = await until(
      () => rowsAt(2),
      ({ length }) => length === count,
      `${count} papers are shown`,
    );
    expect(papers).to.include(
      'FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning, Dao, 2024',
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
    const years = (names: readonly string[]): string[] => names.filter((name) => /^\d{4}, \d+ papers?$/.test(name));
    const byYear = years(await rowsThat((names) => years(names).length > 5, 'years are shown'));
    await workbench.untilSaved('"groupBy":"year"');
    await workbench.expand(/^2021, /);
    const { compare } = new Intl.Collator('en', { numeric: true });
    const count = Number(/^2021, (\d+)/.exec(byYear.find((name) => name.startsWith('2021, '))!)?.[1]);
    await until(
      () => rowsAt(2),
      (names) => names.length === count && names.join('\n') === [...names].sort(compare).join('\n'),
      `the ${count} papers of 2021 are shown by title`,
    );
    await workbench.reload();
    await workbench.openView('Paperside');
    const again = await rowsThat((names) => years(names).length >= byYear.length, 'the library is back');
    expect(years(again)).to.deep.equal(byYear);
  });
});
