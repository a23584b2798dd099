import { expect } from 'chai';
import { until } from '../harness/until.mjs';
import { bundledPaper } from './support/bundledPapers';
import { usePaperside } from './support/paperside';

const kivi = bundledPaper('liu2024kivi');

describe('Working by keyboard alone', () => {
  const paperside = usePaperside();

  before(async () => {
    const { workbench } = paperside.current;
    await workbench.openFile('notes.md', 10, 1);
  });

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await paperside.current.workbench.page.keyboard.press(key);
  };

  const text = (): Promise<string> => paperside.current.workbench.editorText('notes.md');

  it('searches by its chord and opens a paper', async () => {
    await press('Control+k', 'b');
    await paperside.current.find('Search papers', 'kivi', kivi.title);
    await press('Enter');
    await paperside.current.showing(kivi.title);
  });

  it('goes into the abstract, through its buttons and links, and cites', async () => {
    const { abstract } = paperside.current;
    await press('Control+k', 'a');
    await paperside.current.abstractHasFocus();
    const focused = (): Promise<string> =>
      abstract.locator('body').evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const reached: string[] = [];
    for (let presses = 0; presses < 20 && reached.at(-1) !== 'Insert citation'; presses++) {
      await press('Tab');
      reached.push(await focused());
    }
    expect(reached).to.include('Insert citation');
    await press('Enter');
    await until(text, (all) => all.includes('[@liu2024kivi]'), 'it is cited');
  });

  it('goes back into the code', async () => {
    const { workbench } = paperside.current;
    await paperside.current.abstractHasFocus();
    await press('Control+k', 'a');
    await workbench.page.locator('.editor-group-container.active .tab[data-resource-name="notes.md"]').waitFor();
    await until(
      () => workbench.page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null),
      Boolean,
      'the editor has the focus',
    );
    await press('Control+z');
    await until(text, (all) => !all.includes('liu2024kivi'), 'it is undone');
  });

  it('cites at once by a chord', async () => {
    await press('Control+k', 'q');
    await paperside.current.find('Choose papers to cite', 'kivi', kivi.title);
    await press('Enter');
    await until(text, (all) => all.includes('[@liu2024kivi]'), 'it is cited');
    await press('Control+z');
    await until(text, (all) => !all.includes('liu2024kivi'), 'it is undone');
  });

  it('browses the library with the arrows', async () => {
    const { page } = paperside.current.workbench;
    await paperside.current.workbench.runCommand('Paperside: Focus on Library View');
    const focusedRow = () => page.locator('[role=treeitem].focused').first().getAttribute('aria-label');
    // The paper that is open comes to be selected, in its topic, a while after the view is shown.
    await paperside.current.workbench.treeRow(kivi.title).and(page.locator('[aria-selected=true]')).waitFor();
    await until(
      () => page.evaluate(() => document.activeElement?.matches('.part.sidebar [role=tree]')),
      Boolean,
      'the library has the focus',
    );
    await press('Home');
    await until(
      async () => {
        await press('ArrowDown');
        return focusedRow();
      },
      (label) => label?.startsWith(kivi.topic) ?? false,
      'the topic is reached',
    );
    const paperRow = paperside.current.workbench.treeRow(kivi.title);
    await press('ArrowLeft');
    await paperRow.waitFor({ state: 'detached' });
    await press('ArrowRight');
    await paperRow.waitFor();
    await press('ArrowDown');
    const paper = await until(focusedRow, (label) => /, \d{4}$/.test(label ?? ''), 'a paper is reached');
    await press('Enter');
    await until(
      () => paperside.current.abstract.locator('html').evaluate(() => document.title),
      (title) => title !== kivi.title && paper!.startsWith(title),
      'its abstract is shown',
    );
  });
});
