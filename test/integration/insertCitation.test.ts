import { expect } from 'chai';
import * as vscode from 'vscode';
import { MemoryFiles } from './support/memoryFiles';

const flashAttention = 'arxiv:2205.14135';
const seit = 'arxiv:2312.10105';
const reference = /Dao et al\. \(2022\)\. FlashAttention: .+\. arXiv:2205\.14135/;
const scheme = 'paperside-test';

const files = new MemoryFiles();
let fileCount = 0;

/** Opens text with its carets as `|` in a file of that name. */
async function open(name: string, marked: string, column = vscode.ViewColumn.One): Promise<vscode.TextEditor> {
  const pieces = marked.split('|');
  const uri = vscode.Uri.from({ scheme, path: `/${fileCount++}/${name}` });
  files.writeFile(uri, new TextEncoder().encode(pieces.join('')));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: column, preview: false });
  editor.selections = pieces.slice(0, -1).map((_, index) => {
    const position = document.positionAt(pieces.slice(0, index + 1).join('').length);
    return new vscode.Selection(position, position);
  });
  return editor;
}

/** An editor's text with its carets as `|`, references as `§`. */
function marked({ document, selections }: vscode.TextEditor): string {
  let text = document.getText();
  const offsets = selections.map(({ active }) => document.offsetAt(active)).sort((one, other) => other - one);
  for (const offset of offsets) text = `${text.slice(0, offset)}|${text.slice(offset)}`;
  return text.replace(new RegExp(reference, 'g'), '§');
}

function insert(...ids: readonly string[]): Thenable<unknown> {
  return vscode.commands.executeCommand('paperside.insertCitation', { ids });
}

describe('Inserting citations', () => {
  let provider: vscode.Disposable;
  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
    await vscode.extensions.getExtension('paperside.paperside')!.activate();
  });
  after(() => provider.dispose());
  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) await document.save();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  const cases: readonly (readonly [name: string, before: string, after: string, ids?: readonly string[]])[] = [
    ['a.tex', 'see~|.', 'see~\\cite{dao2022flashattention}|.'],
    ['a.tex', '|', '\\cite{dao2022flashattention,lee2024seit}|', [flashAttention, seit]],
    ['a.Rnw', '|', '\\cite{dao2022flashattention}|'],
    ['a.md', 'see |.', 'see [@dao2022flashattention]|.'],
    ['a.md', 'a|\nb|', 'a [@dao2022flashattention]|\nb [@dao2022flashattention]|'],
    ['a.qmd', '|', '[@dao2022flashattention; @lee2024seit]|', [flashAttention, seit]],
    ['a.Rmd', '|', '[@dao2022flashattention]|'],
    ['a.typ', 'see | ', 'see @dao2022flashattention @lee2024seit| ', [flashAttention, seit]],
    ['a.py', 'x = |1\n', '# §\nx = |1\n'],
    ['a.py', 'def f():\n\treturn |1\n', 'def f():\n\t# §\n\treturn |1\n'],
    ['a.py', 'x = 1|\ny = 2\n', 'x = 1  # §|\ny = 2\n'],
    ['a.py', 'def f():\n    |\n', 'def f():\n    # §|\n'],
    ['a.py', '# see |\n', '# see §|\n'],
    ['a.py', 'def f():\n    """See |"""\n', 'def f():\n    """See §|"""\n'],
    ['a.py', 'a = |1\r\nb = |2\r\n', '# §\r\na = |1\r\n# §\r\nb = |2\r\n'],
    ['a.ts', 'const u = "http://a|";\n', '// §\nconst u = "http://a|";\n'],
    ['a.ts', '/**\n * See |\n */\n', '/**\n * See §|\n */\n'],
    ['a.css', 'a { |b }\n', '/* § */\na { |b }\n'],
    ['a.html', '<p>a |b</p>\n', '<!-- § -->\n<p>a |b</p>\n'],
    ['a.rs', "fn f<'a>() {|\n}\n", "fn f<'a>() { // §|\n}\n"],
    ['a.sh', 'a \\\n  |b\n', '# §\na \\\n  |b\n'],
    ['a.org', '* a |b\n', '* a [cite:@dao2022flashattention]| b\n'],
    ['a.adoc', 'a |b\n', 'a cite:[dao2022flashattention]| b\n'],
    ['a.rst', 'see |.', 'see :cite:p:`dao2022flashattention`|.'],
    ['a.md', '[see @dao|2022flashattention, p. 3]', '[see @dao2022flashattention, p. 3; @lee2024seit]|', [seit]],
    ['a.json', '{}|', '{} §|'],
    ['a.txt', 'see |\n', 'see §|\n'],
  ];
  for (const [name, before, after, ids = [flashAttention]] of cases) {
    it(`in ${name}: ${JSON.stringify(before)}, and takes it back in one step`, async () => {
      const editor = await open(name, before);
      expect(await insert(...ids)).to.equal(true);
      expect(marked(editor)).to.equal(after);
      await vscode.commands.executeCommand('undo');
      expect(editor.document.getText()).to.equal(before.replaceAll('|', ''));
      await vscode.commands.executeCommand('redo');
      expect(marked(editor).replaceAll('|', '')).to.equal(after.replaceAll('|', ''));
    });
  }

  it('moves the cursor behind a citation that cites the paper already', async () => {
    const editor = await open('a.md', 'see [@dao2022flashattention|] there');
    expect(await insert(flashAttention)).to.equal(true);
    expect(marked(editor)).to.equal('see [@dao2022flashattention]| there');
    expect(editor.document.isDirty).to.equal(false);
  });

  it('goes behind selected text, which stays', async () => {
    const editor = await open('a.md', 'attention is all');
    editor.selection = new vscode.Selection(0, 9, 0, 0);
    expect(await insert(flashAttention)).to.equal(true);
    expect(marked(editor)).to.equal('attention [@dao2022flashattention]| is all');
  });

  it('takes rows of the tree, several of them, and ids that name a version', async () => {
    // Where a bibliography is declared nobody is asked.
    const editor = await open('a.md', '---\nbibliography: refs.bib\n---\n|');
    const rows = [flashAttention, seit].map((id) => ({ kind: 'paper', id }));
    expect(await vscode.commands.executeCommand('paperside.insertCitation', rows[0], rows)).to.equal(true);
    expect(await insert('arXiv:2205.14135v2')).to.equal(true);
    expect(marked(editor)).to.match(/\n\[@dao2022flashattention; @lee2024seit\]\|$/);
  });

  it('writes into the editor that was last active, whatever has the focus now', async () => {
    const editor = await open('a.md', 'a |b');
    await open('other.md', '|', vscode.ViewColumn.Two);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    const channel = vscode.window.createOutputChannel('Paperside test output');
    channel.append('not an editor');
    channel.show(false);
    await vscode.commands.executeCommand('paperside.library.focus');
    expect(await insert(flashAttention)).to.equal(true);
    expect(editor.document.getText()).to.equal('a [@dao2022flashattention] b');
    channel.dispose();
  });

  it('writes into the last editor while a webview is active', async () => {
    const editor = await open('a.md', 'a |b');
    const panel = vscode.window.createWebviewPanel('test', 'Test', vscode.ViewColumn.Two);
    await until(() => vscode.window.activeTextEditor === undefined);
    expect(await insert(flashAttention)).to.equal(true);
    expect(editor.document.getText()).to.equal('a [@dao2022flashattention] b');
    panel.dispose();
  });

  it('brings an editor to the front that lies behind another tab', async () => {
    const { document } = await open('a.md', 'a |b');
    const panel = vscode.window.createWebviewPanel('test', 'Test', vscode.ViewColumn.One);
    await until(() => vscode.window.visibleTextEditors.length === 0);
    expect(await insert(flashAttention)).to.equal(true);
    expect(document.getText()).to.equal('a [@dao2022flashattention] b');
    panel.dispose();
  });

  it('never writes on the left side of a diff', async () => {
    const [left, right] = [await open('left.md', 'left'), await open('right.md', 'right')].map(
      (editor) => editor.document,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('vscode.diff', left!.uri, right!.uri);
    await vscode.commands.executeCommand('workbench.action.compareEditor.focusSecondarySide');
    expect(await insert(flashAttention)).to.equal(true);
    expect((await vscode.workspace.openTextDocument(left!.uri)).getText()).to.equal('left');
    expect((await vscode.workspace.openTextDocument(right!.uri)).getText()).to.equal('[@dao2022flashattention] right');
  });

  it('cites in the cell of a notebook', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'x = 1', 'python');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    await vscode.window.showNotebookDocument(notebook);
    await vscode.commands.executeCommand('notebook.cell.edit');
    await until(() => vscode.window.activeTextEditor?.document === notebook.cellAt(0).document);
    expect(await insert(flashAttention)).to.equal(true);
    expect(notebook.cellAt(0).document.getText()).to.match(reference);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('resolves to false without an editor', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    expect(await insert(flashAttention)).to.equal(false);
  });

  it('resolves to false where the only editor is Output', async () => {
    const channel = vscode.window.createOutputChannel('Paperside test output', 'python');
    channel.append('x');
    channel.show(false);
    await until(() => vscode.window.activeTextEditor?.document.uri.scheme === 'output');
    expect(await insert(flashAttention)).to.equal(false);
    channel.dispose();
  });

  it('resolves to false in a read-only editor, and changes nothing', async () => {
    const editor = await open('a.md', 'a |b');
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    expect(await insert(flashAttention)).to.equal(false);
    expect(marked(editor)).to.equal('a |b');
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    expect(await insert(flashAttention)).to.equal(true);
  });

  it('resolves to false for papers that nobody knows, and for arguments that name none', async () => {
    const editor = await open('a.md', '|');
    expect(await insert('arxiv:0000.00000')).to.equal(false);
    expect(await insert(flashAttention, 'nothing')).to.equal(false);
    expect(await insert()).to.equal(false);
    for (const ids of [5, 'arxiv:2205.14135', [5], null, { length: 1 }]) {
      expect(await vscode.commands.executeCommand('paperside.insertCitation', { ids })).to.equal(false);
    }
    expect(marked(editor)).to.equal('|');
  });

  it('keeps what was typed while it looked the paper up', async () => {
    const editor = await open('a.md', '|');
    const inserted = insert(flashAttention);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), 'typed '));
    expect(await inserted).to.equal(true);
    expect(editor.document.getText()).to.be.oneOf([
      'typed [@dao2022flashattention]',
      '[@dao2022flashattention] typed ',
    ]);
  });
});

describe('Copying', () => {
  const copied = async (command: string, ...args: readonly unknown[]): Promise<string> => {
    await vscode.env.clipboard.writeText('');
    await vscode.commands.executeCommand(`paperside.${command}`, ...args);
    return vscode.env.clipboard.readText();
  };
  const ids = [flashAttention, seit];
  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
  });
  let provider: vscode.Disposable;
  after(() => provider.dispose());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('takes BibTeX, keys and links to the clipboard', async () => {
    expect(await copied('copyBibTeX', { ids: [flashAttention] })).to.match(
      /^@inproceedings\{dao2022flashattention,\n {2}title = \{\{FlashAttention\}: /,
    );
    expect((await copied('copyBibTeX', { ids })).match(/^@/gm)).to.have.lengthOf(2);
    expect(await copied('copyKey', { ids })).to.equal('dao2022flashattention,lee2024seit');
    expect(await copied('copyLink', { kind: 'paper', id: flashAttention })).to.equal(
      'https://arxiv.org/abs/2205.14135',
    );
  });

  it('copies the citation of the format that was last written in, else of Markdown', async () => {
    expect(await copied('copyCitation', { ids })).to.equal('[@dao2022flashattention; @lee2024seit]');
    await open('a.tex', '|');
    expect(await copied('copyCitation', { ids })).to.equal('\\cite{dao2022flashattention,lee2024seit}');
    await open('a.typ', '|');
    expect(await copied('copyCitation', { ids })).to.equal('@dao2022flashattention @lee2024seit');
    await open('a.py', '|');
    expect(await copied('copyCitation', { ids })).to.equal('[@dao2022flashattention; @lee2024seit]');
  });

  it('leaves the clipboard alone for papers that nobody knows', async () => {
    expect(await copied('copyKey', { ids: ['nothing'] })).to.equal('');
  });
});

/** Waits for something that VS Code does in its own time. */
async function until(happened: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !happened(); tries++)
    await new Promise<void>((resolve) => setTimeout(() => resolve(), 25));
  expect(happened(), happened.toString()).to.equal(true);
}
