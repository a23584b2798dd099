import { expect } from 'chai';
import * as vscode from 'vscode';
import { MemoryFiles } from './support/memoryFiles';

const scheme = 'paperside-real';
const files = new MemoryFiles();

interface TestSettings {
  readonly bibliographies?: string;
  readonly ci?: boolean;
  readonly host?: 'node' | 'web';
}

/** Every .bib file below a folder; none where this host has no disk, or the machine no such folder. */
async function bibliographiesBelow(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type & vscode.FileType.Directory) found.push(...(await bibliographiesBelow(uri)));
    else if (name.endsWith('.bib')) found.push(uri);
  }
  return found;
}

describe('Citing into real bibliographies', () => {
  let provider: vscode.Disposable;
  before(async () => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
    await vscode.extensions.getExtension('paperside.paperside')!.activate();
  });
  after(() => provider.dispose());

  it('changes no byte but where the entry goes, on disk, and nothing where it cannot', async function () {
    this.timeout(600_000);
    const {
      bibliographies = '',
      ci,
      host,
    } = vscode.workspace.getConfiguration('paperside').get<TestSettings>('tests', {});
    let real: readonly vscode.Uri[] = [];
    try {
      real = await bibliographiesBelow(vscode.Uri.file(bibliographies));
    } catch {
      if (ci && host === 'node') throw new Error(`There are no bibliographies in ${bibliographies}.`);
      return; // the web host has no disk
    }
    const wrong: string[] = [];
    let [edited, refused] = [0, 0];
    for (const [index, uri] of real.entries()) {
      const before = await vscode.workspace.fs.readFile(uri);
      const [bib, tex] = ['refs.bib', 'a.tex'].map((name) => vscode.Uri.from({ scheme, path: `/${index}/${name}` }));
      files.writeFile(bib!, before);
      files.writeFile(tex!, new TextEncoder().encode('\\bibliography{refs}\n'));
      const document = await vscode.workspace.openTextDocument(tex!);
      const editor = await vscode.window.showTextDocument(document);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      const ids = ['arxiv:2402.02750'];
      const written = await Promise.race([
        vscode.commands.executeCommand('paperside.insertCitation', { ids }),
        new Promise((_, reject) => setTimeout(() => reject(new Error(`${uri.path} takes too long.`)), 20_000)),
      ]);
      const after = files.readFile(bib!);
      const name = uri.path.split('/').at(-1)!;
      if (written === true) edited++;
      else refused++;
      if (written !== true && !same(before, after)) wrong.push(`${name}: refused, and changed`);
      if (written === true && !isInsertion(before, after)) wrong.push(`${name}: other bytes changed`);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    expect(wrong).to.deep.equal([]);
    expect(edited).to.be.greaterThan(refused);
  });
});

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Whether bytes are others with one stretch put in. */
function isInsertion(before: Uint8Array, after: Uint8Array): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const rest = before.length - start;
  return after.length > before.length && same(before.slice(start), after.slice(after.length - rest));
}
