import { expect } from 'chai';
import * as vscode from 'vscode';
import { MemoryFiles } from './support/memoryFiles';

const flashAttention = 'arxiv:2205.14135';
const seit = 'arxiv:2312.10105';
const scheme = 'paperside-bibliography';
const files = new MemoryFiles();
let folders = 0;

type Contents = string | Uint8Array;

/** A folder of files, the first of which is open with the cursor where its `|` is. */
async function open(tree: Readonly<Record<string, Contents>>): Promise<{ editor: vscode.TextEditor; folder: string }> {
  const folder = `/${folders++}`;
  const [[name, marked] = ['', '']] = Object.entries(tree) as [string, string][];
  for (const [path, contents] of Object.entries(tree)) {
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    files.writeFile(uriOf(folder, path), path === name ? new TextEncoder().encode(marked.replace('|', '')) : bytes);
  }
  const document = await vscode.workspace.openTextDocument(uriOf(folder, name));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(marked.indexOf('|'));
  editor.selection = new vscode.Selection(position, position);
  return { editor, folder };
}

function uriOf(folder: string, path: string): vscode.Uri {
  const readOnly = path.startsWith('readonly/') ? '/readonly' : '';
  return vscode.Uri.from({ scheme, path: `${readOnly}${folder}/${path}` });
}

function onDisk(folder: string, path: string): string {
  return new TextDecoder('latin1').decode(files.readFile(uriOf(folder, path)));
}

function insert(ids: readonly string[], more: object = {}): Thenable<unknown> {
  return vscode.commands.executeCommand('paperside.insertCitation', { ids, ...more });
}

function isUnsaved(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((one) => one.isDirty && one.uri.toString() === uri.toString());
}

async function until(happened: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !happened(); tries++) await new Promise<void>((done) => setTimeout(done, 25));
  expect(happened(), happened.toString()).to.equal(true);
}

const key = 'dao2022flashattention';
const bib = '@misc{a,\n  title = {A}\n}\n';
const tex = 'See |.\n\\bibliography{refs}\n';

describe('Putting entries into the bibliography', () => {
  let provider: vscode.Disposable;
  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
    await vscode.extensions.getExtension('paperside.paperside')!.activate();
  });
  after(() => provider.dispose());
  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) await document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const documents: readonly (readonly [name: string, text: string, cited: string, bibliography: string])[] = [
    ['a.tex', 'See |.\n\\bibliography{refs}\n', `See \\cite{${key}}.`, 'refs.bib'],
    ['a.tex', '\\usepackage{biblatex}\n\\addbibresource{refs.bib}\nSee |.', `See \\parencite{${key}}.`, 'refs.bib'],
    ['a.md', '---\nbibliography: refs.bib\n---\nSee |.', `See [@${key}].`, 'refs.bib'],
    ['a.qmd', '---\nbibliography: [refs.bib]\n---\nSee |.', `See [@${key}].`, 'refs.bib'],
    ['a.typ', 'See |.\n#bibliography("refs.bib")\n', `See @${key}.`, 'refs.bib'],
    ['a.typ', 'See |.\n#bibliography("refs.yml")\n', `See @${key}.`, 'refs.yml'],
    ['a.rst', 'See |.\n\n.. bibliography:: refs.bib\n', `See :cite:p:\`${key}\`.`, 'refs.bib'],
    ['a.adoc', '= A\n:bibtex-file: refs.bib\n\nSee |.\n', `See cite:[${key}].`, 'refs.bib'],
    ['a.org', '#+bibliography: refs.bib\nSee |.\n', `See [cite:@${key}].`, 'refs.bib'],
    ['a.md', '---\nbibliography: refs.json\n---\nSee |.', `See [@${key}].`, 'refs.json'],
  ];
  for (const [name, text, cited, bibliography] of documents) {
    it(`of ${name} with ${bibliography}: ${JSON.stringify(text)}, and takes both back in one step`, async () => {
      const held = bibliography.endsWith('.bib') ? bib : '';
      const { editor, folder } = await open({ [name]: text, [bibliography]: held });
      expect(await insert([flashAttention])).to.equal(true);
      expect(editor.document.getText()).to.contain(cited);
      const written = onDisk(folder, bibliography);
      expect(written.slice(0, held.length)).to.equal(held);
      expect(written).to.contain(key);
      expect(written).to.match(/FlashAttention/);
      await vscode.commands.executeCommand('undo');
      expect(editor.document.getText()).to.equal(text.replace('|', ''));
      await until(() => onDisk(folder, bibliography) === held && !isUnsaved(uriOf(folder, bibliography)));
      await vscode.commands.executeCommand('redo');
      await until(() => onDisk(folder, bibliography) === written);
      expect(editor.document.getText()).to.contain(cited);
    });
  }

  it('takes back both however soon they are undone', async () => {
    const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': bib });
    for (let round = 0; round < 20; round++) {
      const inserted = insert([flashAttention]);
      const applied = new Promise<void>((resolve) => {
        const listener = vscode.workspace.onDidChangeTextDocument(({ document }) => {
          if (document !== editor.document) return;
          listener.dispose();
          resolve();
        });
      });
      await applied;
      await new Promise<void>((resolve) => setTimeout(resolve, round * 4));
      await vscode.commands.executeCommand('undo');
      await inserted;
      const isUndone = (): boolean => onDisk(folder, 'refs.bib') === bib && !isUnsaved(uriOf(folder, 'refs.bib'));
      for (let tries = 0; tries < 80 && !isUndone(); tries++) await new Promise<void>((done) => setTimeout(done, 25));
      expect(isUndone(), `after ${round * 4} ms`).to.equal(true);
      expect(editor.document.getText()).to.equal(tex.replace('|', ''));
      // What VS Code has not saved yet is not lost.
      await new Promise<void>((resolve) => setTimeout(resolve, 300));
      expect(onDisk(folder, 'refs.bib'), `later, after ${round * 4} ms`).to.equal(bib);
    }
  });

  it('saves what is undone of several citations', async () => {
    const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': bib });
    for (const id of [flashAttention, seit]) expect(await insert([id])).to.equal(true);
    expect(onDisk(folder, 'refs.bib').match(/^@/gm)).to.have.lengthOf(3);
    for (const entries of [2, 1]) {
      await vscode.commands.executeCommand('undo');
      await until(() => onDisk(folder, 'refs.bib').match(/^@/gm)?.length === entries);
      await until(() => !isUnsaved(uriOf(folder, 'refs.bib')));
    }
    expect(onDisk(folder, 'refs.bib')).to.equal(bib);
    expect(editor.document.getText()).to.equal(tex.replace('|', ''));
  });

  it('does not save what is undone once somebody has typed in the bibliography', async () => {
    const { folder } = await open({ 'a.tex': tex, 'refs.bib': bib });
    expect(await insert([flashAttention])).to.equal(true);
    const written = onDisk(folder, 'refs.bib');
    const typed = new vscode.WorkspaceEdit();
    typed.insert(uriOf(folder, 'refs.bib'), new vscode.Position(0, 0), '% mine\n');
    await vscode.workspace.applyEdit(typed);
    await new Promise<void>((resolve) => setTimeout(resolve, 500));
    expect(onDisk(folder, 'refs.bib')).to.equal(written);
  });

  it('cites a paper that is there by its key there, and adds nothing', async () => {
    const held =
      '@article{mine,\n  title = {FlashAttention},\n  eprint = {2205.14135},\n  archiveprefix = {arXiv}\n}\n';
    const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': held });
    expect(await insert([flashAttention])).to.equal(true);
    expect(editor.document.getText()).to.contain('See \\cite{mine}.');
    expect(onDisk(folder, 'refs.bib')).to.equal(held);
  });

  it('gives a key a letter that another paper has', async () => {
    const { editor, folder } = await open({
      'a.tex': tex,
      'refs.bib': `@misc{Dao2022FlashAttention,\n  title = {A}\n}\n`,
    });
    expect(await insert([flashAttention])).to.equal(true);
    expect(editor.document.getText()).to.contain(`See \\cite{${key}a}.`);
    expect(onDisk(folder, 'refs.bib')).to.contain(`{${key}a,`);
  });

  it('keeps every byte of a Latin-1 file', async () => {
    const held = Uint8Array.from('@misc{a,\n  title = {Zürich}\n}\n', (character) => character.charCodeAt(0));
    const { folder } = await open({ 'a.tex': tex, 'refs.bib': held });
    expect(await insert([flashAttention])).to.equal(true);
    const bytes = files.readFile(uriOf(folder, 'refs.bib'));
    expect([...bytes.slice(0, held.length)]).to.deep.equal([...held]);
    expect(new TextDecoder('latin1').decode(bytes)).to.contain(key);
  });

  it('leaves the bytes that a file system hands out where they are', async () => {
    const held = new Uint8Array(new TextEncoder().encode(bib)).slice();
    const { folder } = await open({ 'a.tex': tex.replace('refs', 'other'), 'other.bib': held });
    expect(await insert([flashAttention])).to.equal(true);
    expect(held.byteLength).to.equal(bib.length);
    expect(onDisk(folder, 'other.bib')).to.contain(key);
  });

  it('keeps the byte order mark and Windows line ends', async () => {
    const held = '\uFEFF@misc{a,\r\n  title = {Zürich}\r\n}\r\n';
    const { folder } = await open({ 'a.tex': tex, 'refs.bib': held });
    expect(await insert([flashAttention])).to.equal(true);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.readFile(uriOf(folder, 'refs.bib')));
    expect(text.slice(0, held.length)).to.equal(held);
    expect(text.slice(held.length)).to.match(/^\r\n@inproceedings\{dao2022flashattention,\r\n {2}title = /);
  });

  const refused: readonly (readonly [what: string, contents: Contents, path?: string])[] = [
    ['of mixed line ends', '@misc{a,\r\n  title = {A}\n}\n'],
    ['of lone carriage returns', '@misc{a,\r  title = {A}\r}\r'],
    ['of UTF-16', Uint8Array.of(0xff, 0xfe, 0x40, 0)],
    ['that is binary', Uint8Array.of(0x40, 0, 1, 2)],
  ];
  for (const [what, contents] of refused) {
    it(`changes nothing for a file ${what}`, async () => {
      const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': contents });
      const held = onDisk(folder, 'refs.bib');
      expect(await insert([flashAttention])).to.equal(false);
      expect(editor.document.getText()).to.equal(tex.replace('|', ''));
      expect(onDisk(folder, 'refs.bib')).to.equal(held);
    });
  }

  it('changes nothing where the bibliography is broken JSON, or one that Paperside does not write', async () => {
    for (const [name, contents] of [
      ['refs.json', '[{"id":'],
      ['refs.ris', 'TY  - JOUR\nTI  - A\nER  - \n'],
    ] as const) {
      const { editor, folder } = await open({ 'a.md': `---\nbibliography: ${name}\n---\n|`, [name]: contents });
      const text = editor.document.getText();
      expect(await insert([flashAttention])).to.equal(false);
      expect(editor.document.getText()).to.equal(text);
      expect(onDisk(folder, name)).to.equal(contents);
    }
  });

  it('changes nothing where the bibliography is read-only', async () => {
    const { editor, folder } = await open({ 'a.tex': `|\\bibliography{/readonly/${folders}/refs}` });
    files.writeFile(
      uriOf(folder, 'readonly/refs.bib').with({ path: `/readonly${folder}/refs.bib` }),
      new TextEncoder().encode(bib),
    );
    const text = editor.document.getText();
    expect(await insert([flashAttention])).to.equal(false);
    expect(editor.document.getText()).to.equal(text);
  });

  it('makes a declared file that is not there, and takes it away again', async () => {
    const { editor, folder } = await open({ 'a.tex': tex });
    expect(await insert([flashAttention])).to.equal(true);
    expect(editor.document.getText()).to.contain(`\\cite{${key}}`);
    expect(onDisk(folder, 'refs.bib')).to.match(/^@inproceedings\{dao2022flashattention,/);
  });

  it('does not save a bibliography that was not saved before', async () => {
    const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': bib });
    const document = await vscode.workspace.openTextDocument(uriOf(folder, 'refs.bib'));
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, new vscode.Position(0, 0), '% mine\n');
    await vscode.workspace.applyEdit(typed);
    expect(await insert([flashAttention])).to.equal(true);
    expect(editor.document.getText()).to.contain(`\\cite{${key}}`);
    expect(document.getText()).to.contain(key);
    expect(document.isDirty).to.equal(true);
    expect(onDisk(folder, 'refs.bib')).to.equal(bib);
  });

  for (const isOpen of [false, true]) {
    it(`adds to what another window has just added${isOpen ? ' to a file that is open here' : ''}`, async () => {
      const { folder } = await open({ 'a.tex': tex, 'refs.bib': bib });
      const uri = uriOf(folder, 'refs.bib');
      expect(await insert([flashAttention])).to.equal(true);
      if (isOpen)
        await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
      const theirs = `${onDisk(folder, 'refs.bib')}\n@misc{theirs,\n  title = {Theirs}\n}\n`;
      files.writeFile(uri, new TextEncoder().encode(theirs));
      expect(await insert([seit])).to.equal(true);
      const keys = onDisk(folder, 'refs.bib').match(/(?<=^@\w+\{)[^,]+/gm);
      expect(keys).to.deep.equal(['a', key, 'lee2024seit', 'theirs']);
    });
  }

  it('opens a large bibliography while somebody looks for papers, and no small one', async () => {
    const large = bib + '@misc{b,\n  title = {B}\n}\n'.repeat(50_000);
    const isOpen = (uri: vscode.Uri): boolean =>
      vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
    for (const [held, opens] of [
      [bib, false],
      [large, true],
    ] as const) {
      const { folder } = await open({ 'a.tex': tex, 'refs.bib': held });
      const uri = uriOf(folder, 'refs.bib');
      const inserted = vscode.commands.executeCommand('paperside.insertCitation');
      if (opens) await until(() => isOpen(uri));
      else await new Promise<void>((resolve) => setTimeout(resolve, 1_000));
      expect(isOpen(uri)).to.equal(opens);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      expect(await inserted).to.equal(false);
      expect(onDisk(folder, 'refs.bib')).to.equal(held);
    }
  });

  it('cites in a document of 10 MB', async () => {
    const line = 'Some words about \\emph{memory} and 5\\% of it. % a note\n';
    const long = line.repeat(Math.ceil(10_000_000 / line.length));
    const { editor, folder } = await open({ 'a.tex': `${long}See |.\n\\bibliography{refs}\n`, 'refs.bib': bib });
    expect(await insert([flashAttention])).to.equal(true);
    expect(editor.document.getText()).to.equal(`${long}See \\cite{${key}}.\n\\bibliography{refs}\n`);
    expect(onDisk(folder, 'refs.bib')).to.contain(key);
  });

  it('writes the citation alone where the bibliography is on the web', async () => {
    const { editor } = await open({
      'a.tex': '\\usepackage{biblatex}\n\\addbibresource[location=remote]{https://a.invalid/b.bib}\nSee |.',
    });
    expect(await insert([flashAttention])).to.equal(true);
    expect(editor.document.getText()).to.contain(`See \\parencite{${key}}.`);
  });

  it('puts the citation where the cursor went while it was looked up', async () => {
    const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': bib });
    const written = insert([flashAttention]);
    for (let line = 0; line < 3; line++) {
      await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'More.\n'));
    }
    expect(await written).to.equal(true);
    expect(editor.document.getText()).to.equal(`More.\nMore.\nMore.\nSee \\cite{${key}}.\n\\bibliography{refs}\n`);
    expect(onDisk(folder, 'refs.bib').match(/^@/gm)).to.have.lengthOf(2);
  });

  it('takes back both where VS Code saves by itself', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    const target = vscode.ConfigurationTarget.Global;
    try {
      await settings.update('autoSave', 'afterDelay', target);
      await settings.update('autoSaveDelay', 50, target);
      const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': bib });
      for (let round = 0; round < 2; round++) {
        if (round === 0) expect(await insert([flashAttention])).to.equal(true);
        else await vscode.commands.executeCommand('redo');
        await until(() => onDisk(folder, 'a.tex').includes(key) && onDisk(folder, 'refs.bib').includes(key));
        await new Promise<void>((resolve) => setTimeout(resolve, 500));
        await vscode.commands.executeCommand('undo');
        await until(() => onDisk(folder, 'a.tex') === tex.replace('|', '') && onDisk(folder, 'refs.bib') === bib);
        // VS Code loses what is redone while it saves.
        await new Promise<void>((resolve) => setTimeout(resolve, 500));
      }
      expect(editor.document.getText()).to.equal(tex.replace('|', ''));
    } finally {
      await settings.update('autoSave', undefined, target);
      await settings.update('autoSaveDelay', undefined, target);
    }
  });

  it('cites in a notebook from what its first cell declares', async () => {
    const cells = [
      new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, '---\nbibliography: refs.bib\n---', 'markdown'),
      new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'See ', 'markdown'),
    ];
    const { folder } = await open({ 'a.txt': '|', 'refs.bib': bib });
    const uri = uriOf(folder, 'a.ipynb');
    const bytes = { cells: cells.map(({ value }) => ({ cell_type: 'markdown', metadata: {}, source: [value] })) };
    const contents = { ...bytes, metadata: {}, nbformat: 4, nbformat_minor: 5 };
    files.writeFile(uri, new TextEncoder().encode(JSON.stringify(contents)));
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(1, 2)] });
    await vscode.commands.executeCommand('notebook.cell.edit');
    const { document } = notebook.cellAt(1);
    await until(() => vscode.window.activeTextEditor?.document === document);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(0, 4, 0, 4);
    expect(await insert([flashAttention])).to.equal(true);
    expect(document.getText()).to.equal(`See [@${key}]`);
    expect(onDisk(folder, 'refs.bib')).to.contain(key);
    await vscode.commands.executeCommand('workbench.action.files.save');
  });

  it('writes two citations that are asked for at once one after the other', async () => {
    const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': bib });
    expect(await Promise.all([insert([flashAttention]), insert([seit]), insert([flashAttention, seit])])).to.deep.equal(
      [true, true, true],
    );
    expect(editor.document.getText()).to.contain(`\\cite{${key},lee2024seit}`);
    expect(onDisk(folder, 'refs.bib').match(/^@inproceedings/gm)).to.have.lengthOf(2);
  });

  it('writes where code tells it to, or no entry', async () => {
    const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': bib, 'other.bib': '' });
    expect(await insert([flashAttention], { bibliography: 'none' })).to.equal(true);
    expect(onDisk(folder, 'refs.bib')).to.equal(bib);
    await vscode.commands.executeCommand('undo');
    expect(await insert([flashAttention], { bibliography: uriOf(folder, 'other.bib') })).to.equal(true);
    expect(onDisk(folder, 'refs.bib')).to.equal(bib);
    expect(onDisk(folder, 'other.bib')).to.contain(key);
    expect(editor.document.getText()).to.contain(`\\cite{${key}}`);
  });

  it('follows the settings for formats and keys', async () => {
    const settings = vscode.workspace.getConfiguration('paperside.citation');
    const target = vscode.ConfigurationTarget.Global;
    try {
      await settings.update('keyPattern', '[auth:lower][year]', target);
      const { editor, folder } = await open({ 'a.tex': tex, 'refs.bib': bib });
      expect(await insert([seit])).to.equal(true);
      expect(editor.document.getText()).to.contain('See \\cite{lee2024}.');
      expect(onDisk(folder, 'refs.bib')).to.contain('{lee2024,');
      await settings.update('format', { markdown: 'link', '*.note.md': 'pandoc' }, target);
      const plain = await open({ 'a.md': 'See |.' });
      expect(await insert([seit])).to.equal(true);
      expect(plain.editor.document.getText()).to.equal('See [Lee et al., 2024](https://arxiv.org/abs/2312.10105).');
      const note = await open({ 'a.note.md': 'See |.' });
      expect(await insert([seit])).to.equal(true);
      expect(note.editor.document.getText()).to.equal('See [@lee2024].');
    } finally {
      await settings.update('keyPattern', undefined, target);
      await settings.update('format', undefined, target);
    }
  });

  it('writes the citation alone where several files are declared and nobody can be asked', async () => {
    const { editor, folder } = await open({
      'a.tex': 'See |.\n\\bibliography{refs,other}\n',
      'refs.bib': bib,
      'other.bib': '',
    });
    expect(await insert([flashAttention])).to.equal(true);
    expect(editor.document.getText()).to.contain(`\\cite{${key}}`);
    expect(onDisk(folder, 'refs.bib') + onDisk(folder, 'other.bib')).to.equal(bib);
  });
});
