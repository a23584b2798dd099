import { expect } from 'chai';
import { until } from '../harness/until.mjs';
import { bundledPaper } from './support/bundledPapers';
import { usePaperside } from './support/paperside';

const kivi = bundledPaper('liu2024kivi');

describe('Filtering the library', () => {
  const paperside = usePaperside();

  const rowsThat = (accept: (rows: readonly string[]) => boolean, what: string): Promise<string[]> =>
    until(
      () =>
        paperside.current.workbench.page
          .getByRole('treeitem')
          .evaluateAll((rows) => rows.map((row) => row.ariaLabel ?? '')),
      accept,
      what,
    );
  const only = (...beginnings: readonly string[]): Promise<string[]> =>
    rowsThat(
      (rows) => rows.length === beginnings.length && rows.every((row, i) => row.startsWith(beginnings[i]!)),
      `the rows are ${beginnings.join(', ')}`,
    );
  const whole = (): Promise<string[]> => rowsThat(({ length }) => length > 10, 'the whole library is shown');
  const message = (text: string): Promise<void> =>
    paperside.current.workbench.page.locator('.part.sidebar').getByText(text).waitFor();
  const type = (title: string, text: string): Promise<void> => paperside.current.workbench.pick.type(title, text);
  const press = (key: string): Promise<void> => paperside.current.workbench.page.keyboard.press(key);

  before(async () => {
    await paperside.current.browse(kivi.topic);
    await whole();
  });

  it('leaves what matches while one types, and Escape brings all back as it was', async () => {
    const before = await whole();
    await paperside.current.workbench.runCommand('Paperside: Filter Library…');
    await type('Filter library', 'kivi asymmetric');
    await only('KV cache compression, 1 paper', 'KIVI');
    await message('1 of 115 papers match “kivi asymmetric”');
    await press('Escape');
    expect(await rowsThat((rows) => rows.length === before.length, 'all rows are back')).to.eql(before);
  });

  it('says what is wrong in it, and where nothing matches', async () => {
    await paperside.current.workbench.runCommand('Paperside: Filter Library…');
    await type('Filter library', 'year:20x zyzzyva');
    await only();
    await message('No paper matches “year:20x zyzzyva”');
    await paperside.current.workbench.page.getByText('"20x" is no year').waitFor();
    await press('Escape');
    await whole();
  });

  it('stays until it is cleared, and is saved as a search', async () => {
    const { workbench } = paperside.current;
    await workbench.runCommand('Paperside: Filter Library…');
    await type('Filter library', 'kivi is:unread asymmetric');
    await press('Enter');
    await only('KV cache compression, 1 paper', 'KIVI');
    await workbench.runCommand('Paperside: Save Search…');
    await workbench.pick.untilTakesKeys('Name of the saved search');
    await workbench.pick.input.fill('To do');
    await press('Enter');
    await only('Saved searches', 'To do, 1 paper', 'KV cache compression, 1 paper', 'KIVI');
    await workbench.page.locator('.part.sidebar').hover();
    await workbench.page.getByRole('button', { name: 'Clear Library Filter' }).click();
    await whole();
  });

  it('counts the papers of a saved search as they are now', async () => {
    const { workbench } = paperside.current;
    await workbench.expand('To do');
    await workbench.chooseFromContextMenu(workbench.treeRow(/^KIVI/).first(), 'Mark as Read');
    await rowsThat((rows) => rows.includes('To do, 0 papers'), 'the paper is gone from it');
    await workbench.chooseFromContextMenu(workbench.treeRow(/^KIVI/).first(), 'Clear Reading State');
    await rowsThat((rows) => rows.includes('To do, 1 paper'), 'the paper is back');
  });

  it('opens, renames, changes and deletes a saved search, and brings it back', async () => {
    const { workbench } = paperside.current;
    const choose = (row: string, name: string): Promise<void> =>
      workbench.chooseFromContextMenu(workbench.treeRow(row), name);
    await choose('To do', 'Open Saved Search');
    await until(
      () => workbench.pick.rows.first().getAttribute('aria-label'),
      (label) => label?.startsWith(kivi.title) === true,
      'its papers are shown',
    );
    expect(await workbench.pick.input.inputValue()).to.equal('kivi is:unread asymmetric');
    await press('Escape');
    await choose('To do', 'Rename Saved Search…');
    await workbench.pick.untilTakesKeys('Name of the saved search');
    await workbench.pick.input.fill('$(trash) <b>Mine</b>');
    await press('Enter');
    await workbench.treeRow('$(trash) <b>Mine</b>').waitFor();
    await choose('$(trash) <b>Mine</b>', 'Edit Saved Search…');
    await workbench.pick.untilTakesKeys('Search to save');
    await workbench.pick.input.fill('author:dao');
    await press('Enter');
    await rowsThat((rows) => rows.some((row) => /^\$\(trash\).*, [2-9]\d* papers$/.test(row)), 'it finds others');
    await choose('$(trash) <b>Mine</b>', 'Delete Saved Search');
    await workbench.treeRow('Saved searches').waitFor({ state: 'detached' });
    await workbench.page.getByRole('button', { name: 'Undo' }).click();
    await workbench.treeRow('$(trash) <b>Mine</b>').waitFor();
  });
});
