import { expect } from 'chai';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySampleWorkspace } from '../harness/copySampleWorkspace.mjs';
import { until } from '../harness/until.mjs';
import { Paperside } from './support/paperside';

const library = String.raw`@string{jmlr = "Journal of Machine Learning Research"}

@article{srivastava2014dropout,
  author  = {Nitish Srivastava and Geoffrey Hinton and Alex Krizhevsky and Ilya Sutskever and Ruslan Salakhutdinov},
  title   = {Dropout: A Simple Way to Prevent Neural Networks from Overfitting},
  journal = jmlr,
  year    = 2014,
}

@inproceedings{hase2020evaluating,
  author    = {H{\"a}se, Florian and van der Berg, Jan},
  title     = {Evaluating {Bayesian} Optimization in the Laboratory},
  booktitle = {Proceedings of the Workshop on Machines},
  year      = {2020},
  keywords  = {Laboratories, Optimization},
}

@misc{dao2022flash,
  title  = {FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness},
  author = {Tri Dao and others},
  year   = {2022},
  doi    = {10.48550/arXiv.2205.14135},
}
`;
/** Counted from 1. */
const lineOf = (text: string): number => library.slice(0, library.indexOf(text)).split('\n').length;

const dropout = 'Dropout: A Simple Way to Prevent Neural Networks from Overfitting';
const evaluating = 'Evaluating Bayesian Optimization in the Laboratory';
const flashAttention = 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness';

describe('A library of one’s own', () => {
  let folder: string;
  let window: Paperside;
  const file = (name: string): string => join(folder, name);

  /** The accessible names of the rows of the project. */
  const projectRows = async (): Promise<string[]> => {
    const rows = await window.workbench.page
      .getByRole('treeitem')
      .evaluateAll((all) => all.map((row) => ({ level: row.ariaLevel, name: row.ariaLabel ?? '' })));
    const start = rows.findIndex(({ name }) => name.startsWith('This project'));
    const end = rows.findIndex(({ level }, index) => index > start && level === '1');
    return rows.slice(start, end < 0 ? rows.length : end).map(({ name }) => name);
  };
  const projectShows = (...rows: string[]): Promise<string[]> =>
    until(projectRows, (names) => names.join('\n') === rows.join('\n'), `the project shows ${JSON.stringify(rows)}`);
  const allPapers = [
    `${dropout}, Srivastava et al., 2014`,
    `${evaluating}, Häse and van der Berg, 2020`,
    `${flashAttention}, Dao et al., 2022`,
  ];

  before(async () => {
    folder = copySampleWorkspace();
    rmSync(file('references.bib'));
    writeFileSync(file('library.bib'), library);
    window = await Paperside.open({ folder });
    await window.workbench.openView('Paperside');
  });
  after(() => window.close());

  it('is found in the open folder and stands first', async () => {
    await projectShows('This project, 3 papers', ...allPapers);
  });

  it('is one paper with the bundled one, under the key of the project', async () => {
    await window.open(flashAttention);
    await window.abstract.getByText('dao2022flash', { exact: true }).first().waitFor();
    const sources = window.abstract.getByRole('region', { name: 'Sources' });
    await sources.getByText('library.bib').waitFor();
    await sources.getByText('Bundled corpus').waitFor();
  });

  it('opens the file of a source at its entry', async () => {
    await window.abstract.getByRole('button', { name: /library\.bib/ }).click();
    await until(
      () => window.workbench.cursorPlace(),
      (place) => place === `Ln ${lineOf('@misc')}, Col 1`,
      'the entry is shown',
    );
  });

  it('shows what is wrong while it is typed, and every other paper all the same', async () => {
    const { workbench } = window;
    await workbench.openFile('library.bib');
    const line = lineOf('{Evaluating');
    await workbench.placeCursor(line, library.split('\n')[line - 1]!.length + 1);
    // The comma and the brace that closes the title.
    await workbench.page.keyboard.press('Backspace');
    await workbench.page.keyboard.press('Backspace');
    const rows = await until(projectRows, ([project = '']) => / problems?$/.test(project), 'the problem is counted');
    expect(rows).to.include(allPapers[0]).and.to.include(allPapers[2]);
    await workbench.page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
    expect(readFileSync(file('library.bib'), 'utf8')).to.equal(library);
  });

  it('is whole again once it is mended', async () => {
    await window.workbench.page.keyboard.type('},');
    await projectShows('This project, 3 papers', ...allPapers);
  });

  it('follows what other programs write', async () => {
    await window.workbench.runCommand('File: Revert File');
    writeFileSync(file('library.bib'), library.replace('Dropout: A Simple Way', 'Dropout: A Very Simple Way'));
    await until(projectRows, (rows) => rows.some((row) => row.startsWith('Dropout: A Very Simple')), 'it is followed');
    rmSync(file('library.bib'));
    await until(projectRows, (rows) => !rows[0]?.startsWith('This project'), 'the project has no papers any more');
    await window.workbench.treeRow(/^KV cache compression/).waitFor();
  });

  it('takes a paper to another topic and keeps it there', async () => {
    const { workbench } = window;
    await workbench.expand('Efficient attention');
    await workbench
      .treeRow(flashAttention)
      .dragTo(workbench.treeRow(/^Efficient optimizers/), { targetPosition: { x: 60, y: 8 } });
    await workbench.treeRow(/^Efficient optimizers, 6 papers/).waitFor();
    await workbench.expand('Efficient optimizers');
    await workbench.chooseFromContextMenu(workbench.treeRow(flashAttention), 'Move to Topic…');
    await workbench.pick.choose('Where Paperside puts it by itself');
    await workbench.treeRow(/^Efficient optimizers, 5 papers/).waitFor();
  });

  it('takes papers from the clipboard', async () => {
    const { workbench } = window;
    await workbench.writeClipboard(
      '@article{roe2021, title={A Pasted Paper}, author={Roe, Max}, year=2021, journal={Y}}',
    );
    await workbench.runCommand('Paperside: Import…');
    await workbench.pick.choose('Clipboard');
    await workbench.page.getByText('1 paper added, 0 known already.').first().waitFor();
    await window.search('pasted', 'A Pasted Paper');
    await workbench.page.keyboard.press('Escape');
  });
});
