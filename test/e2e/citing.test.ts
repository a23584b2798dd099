import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../harness/until.mjs';
import { bundledPaper } from './support/bundledPapers';
import { usePaperside } from './support/paperside';

const kivi = bundledPaper('liu2024kivi');

describe('Citing', () => {
  const paperside = usePaperside();

  before(async () => {
    await paperside.current.browse(kivi.topic);
  });

  const lines = async (file: string): Promise<string[]> =>
    (await paperside.current.workbench.editorText(file)).split('\n');

  /** Waits until a line of a file on screen is as it should be. */
  const line = (file: string, number: number, expected: string): Promise<string[]> =>
    until(
      () => lines(file),
      (all) => all[number - 1] === expected,
      `line ${number} of ${file} is ${JSON.stringify(expected)}`,
    );

  /** Waits until the bibliography on disk is as it should be. */
  const bibliography = (isRight: (text: string) => boolean, what: string): Promise<string> =>
    until(async () => readFileSync(join(paperside.current.folder, 'references.bib'), 'utf8'), isRight, what);

  const cases = [
    { file: 'paper.tex', place: [19, 45], before: 'Quantising the cache to two bits needs no tuning.' },
    {
      file: 'notes.md',
      place: [6, 63],
      before: '- [ ] Keys and values want different quantisation: per channel, per token.',
    },
    { file: 'paper.typ', place: [8, 29], before: 'We quantise keys per channel and values per token.' },
    {
      file: 'report.qmd',
      place: [16, 35],
      before: 'The cache of one request takes 4 GiB, which is why it is compressed.',
    },
  ] as const;
  const citations = { tex: '\\cite{liu2024kivi}', md: '[@liu2024kivi]', typ: '@liu2024kivi', qmd: '[@liu2024kivi]' };

  for (const { file, place, before } of cases) {
    it(`writes into ${file} where the cursor is, and takes it back in one step`, async () => {
      const { workbench } = paperside.current;
      const [number, column] = place;
      await workbench.openFile(file, number, column);
      await line(file, number, before);
      await workbench.chooseFromContextMenu(workbench.treeRow(kivi.title), 'Insert Citation');
      const citation = citations[file.split('.')[1] as keyof typeof citations];
      const written = await until(
        () => lines(file),
        (all) => all[number - 1]?.includes(citation) ?? false,
        `line ${number} of ${file} holds ${citation}`,
      );
      // What stands on either side of it may need a blank.
      expect(written[number - 1]!.replace(citation, '').replace(/\s+/g, '')).to.equal(before.replace(/\s+/g, ''));
      await bibliography((text) => text.includes('liu2024kivi'), 'holds the entry');
      await workbench.editor(file).locator('.view-line').nth(1).click();
      await workbench.page.keyboard.press('Control+z');
      await line(file, number, before);
      await bibliography((text) => !text.includes('liu2024kivi'), 'holds the entry no more');
    });
  }

  const cited = (file: string, number: number, citation: string): Promise<string[]> =>
    until(
      () => lines(file),
      (all) => all[number - 1]?.includes(citation) ?? false,
      `line ${number} of ${file} holds ${citation}`,
    );

  const pastes = [
    {
      what: 'the link of a paper',
      text: `https://arxiv.org/abs/${kivi.arxiv}`,
      file: 'paper.typ',
      place: [8, 29],
      citation: '@liu2024kivi',
    },
    {
      what: 'BibTeX',
      text: '@article{smith2020, title = {Birds of {Rome}}, author = {Smith, Ann}, year = 2020}',
      file: 'paper.tex',
      place: [19, 45],
      citation: '\\cite{smith2020}',
    },
  ] as const;

  for (const { citation, file, place, text, what } of pastes) {
    it(`offers to make a citation of ${what} that was pasted`, async () => {
      const { workbench } = paperside.current;
      const { page } = workbench;
      const [number, column] = place;
      const key = /\w{5,}/.exec(citation.replace('cite', ''))![0];
      await workbench.openFile(file, number, column);
      await workbench.writeClipboard(text);
      await page.keyboard.press('Control+v');
      await cited(file, number, text);
      await page.keyboard.press('Control+.');
      await page.getByText('Paste as citation').first().click();
      await cited(file, number, citation);
      expect((await lines(file)).join('\n')).not.to.contain(text);
      await bibliography((entries) => entries.includes(key), 'holds the entry');
      await workbench.editor(file).locator('.view-line').nth(1).click();
      await page.keyboard.press('Control+z');
      await bibliography((entries) => !entries.includes(key), 'holds the entry no more');
    });
  }

  it('writes a comment into Python: above the line, with its indentation, and takes it back in one step', async () => {
    const { workbench } = paperside.current;
    await workbench.openFile('train.py', 8, 10);
    await line('train.py', 8, '    scale = scale or 1 / math.sqrt(len(query[0]))');
    await workbench.treeRow(kivi.title).hover();
    await workbench.treeRow(kivi.title).getByRole('button', { name: 'Insert Citation' }).click();
    await line('train.py', 8, `    # Liu et al. (2024). ${kivi.title}. arXiv:2402.02750`);
    await line('train.py', 9, '    scale = scale or 1 / math.sqrt(len(query[0]))');
    await workbench.editor('train.py').locator('.view-line').nth(1).click();
    await workbench.page.keyboard.press('Control+z');
    await line('train.py', 8, '    scale = scale or 1 / math.sqrt(len(query[0]))');
  });

  it('writes from the abstract into the editor that was last active', async () => {
    const { abstract, workbench } = paperside.current;
    await workbench.openFile('notes.md', 10, 1);
    await paperside.current.open(kivi.title);
    await abstract.getByRole('button', { name: 'Insert citation' }).click();
    await until(
      () => lines('notes.md'),
      (all) => all.some((text) => text.includes('[@liu2024kivi]')),
      'it is cited',
    );
    await workbench.editor('notes.md').locator('.view-line').nth(1).click();
    await workbench.page.keyboard.press('Control+z');
    await until(
      () => lines('notes.md'),
      (all) => !all.some((text) => text.includes('liu2024kivi')),
      'it is undone',
    );
  });

  it('copies BibTeX, key, citation and link', async () => {
    const { workbench } = paperside.current;
    await workbench.openFile('notes.md', 10, 1);
    for (const [item, expected] of [
      ['Copy BibTeX', /^@\w+\{liu2024kivi,\n[^]*KIVI[^]*\}\n*$/],
      ['Copy Citation Key', /^liu2024kivi$/],
      ['Copy Citation', /^(?:\\cite\{liu2024kivi\}|\[@liu2024kivi\])$/],
      ['Copy Link', /^https:\/\/arxiv\.org\/abs\/2402\.02750$/],
    ] as const) {
      await workbench.writeClipboard('');
      await workbench.chooseFromContextMenu(workbench.treeRow(kivi.title), item);
      const copied = await until(
        () => workbench.readClipboard(),
        (text) => text !== '',
        `${item} copies`,
      );
      expect(copied, item).to.match(expected);
    }
  });

  it('cites a paper dragged from the library into an editor', async () => {
    const { workbench } = paperside.current;
    await workbench.openFile('paper.tex', 1, 1);
    const { page } = workbench;
    const target = workbench.editor('paper.tex').locator('.view-line', { hasText: 'Evicting the tokens' });
    const to = (await target.boundingBox())!;
    await workbench.treeRow(kivi.title).hover();
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y - 30, { steps: 8 });
    // With Shift held the file under the pointer takes it, instead of VS Code opening something.
    await page.keyboard.down('Shift');
    await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await until(
      () => lines('paper.tex'),
      (all) => all.some((text) => /^Evict.*\\cite\{liu2024kivi\}/.test(text)),
      'it is cited',
    );
  });

  it('says what to do where there is nothing to write into', async () => {
    const { workbench } = paperside.current;
    await workbench.closeAllEditors();
    await workbench.chooseFromContextMenu(workbench.treeRow(kivi.title), 'Insert Citation');
    expect(await paperside.current.notification()).to.match(/open|editor/i);
  });

  it('asks where entries go in a document that declares no bibliography, and makes one', async () => {
    const { folder, workbench } = paperside.current;
    const { page } = workbench;
    await workbench.pick.dropDown('Control+p', '', 'draft.md');
    await workbench.pick.rows.filter({ hasText: 'draft.md' }).first().click();
    await page.locator('.monaco-editor.focused[data-uri$="/draft.md"]').waitFor();
    await workbench.placeCursor(3, 12);
    await workbench.runCommand('Paperside: Insert Citation');
    await paperside.current.find('Choose papers to cite', 'kivi', kivi.title);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /Create references\.bib/ }).click();
    const made = join(folder, 'drafts', 'references.bib');
    await until(
      () => workbench.editorText('draft.md'),
      (text) => text === '---\nbibliography: references.bib\n---\n\n# Draft\n\nSo they say [@liu2024kivi].\n',
      'the citation and the declaration are there',
    );
    expect(readFileSync(made, 'utf8')).to.match(/^@inproceedings\{liu2024kivi,\n/);
    await workbench.editor('draft.md').locator('.view-line').nth(1).click();
    await page.keyboard.press('Control+z');
    await until(
      () => workbench.editorText('draft.md'),
      (text) => text === '# Draft\n\nSo they say.\n',
      'all of it is undone',
    );
  });

  it('declares a bibliography that it makes in the root document of a chapter', async () => {
    const { folder, workbench } = paperside.current;
    const { page } = workbench;
    const [thesis, made] = [join(folder, 'drafts', 'thesis.tex'), join(folder, 'drafts', 'references.bib')];
    const whole = readFileSync(thesis, 'utf8');
    await workbench.pick.dropDown('Control+p', '', 'chapter.tex');
    await workbench.pick.rows.filter({ hasText: 'chapter.tex' }).first().click();
    await page.locator('.monaco-editor.focused[data-uri$="/chapter.tex"]').waitFor();
    await workbench.placeCursor(2, 12);
    await workbench.runCommand('Paperside: Insert Citation');
    await paperside.current.find('Choose papers to cite', 'kivi', kivi.title);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /Create references\.bib.*drafts\/thesis\.tex/ }).click();
    await line('chapter.tex', 2, 'So they say \\cite{liu2024kivi}.');
    const saved = whole.replace('\\end', '\\bibliographystyle{plain}\n\\bibliography{references}\n\\end');
    await until(
      async () => readFileSync(thesis, 'utf8'),
      (text) => text === saved,
      'the root document declares it',
    );
    expect(readFileSync(made, 'utf8')).to.match(/^@inproceedings\{liu2024kivi,\n/);
    await workbench.editor('chapter.tex').locator('.view-line').nth(0).click();
    await page.keyboard.press('Control+z');
    await line('chapter.tex', 2, 'So they say.');
    await until(
      async () => readFileSync(thesis, 'utf8') === whole && !existsSync(made),
      (isUndone) => isUndone,
      'all of it is undone',
    );
  });

  it('explains where a document is cited from, and goes to the line', async () => {
    const { workbench } = paperside.current;
    await workbench.openFile('paper.tex', 1, 1);
    await workbench.page.getByRole('button', { name: 'Cited from references.bib' }).click();
    const row = workbench.page.getByRole('option', { name: /references\.bib.*declared in paper\.tex, line 23/ });
    await row.click();
    await workbench.page.getByText('Ln 23, Col 1').waitFor();
  });
});
