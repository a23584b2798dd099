import { expect } from 'chai';
import { commands, extensions, Uri, ViewColumn, window, workspace } from 'vscode';
import { SourceLabels } from '../../src/host/sourceLabels';
import { openSource } from '../../src/ui/openSource';

const extension = (): Uri => extensions.getExtension('paperside.paperside')!.extensionUri;

describe('Sources', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are called by their path in the workspace, else by as much of its end as tells them apart', () => {
    const labels = new SourceLabels({
      bundled: Uri.parse('memory:/extension/corpus'),
      imports: Uri.parse('memory:/storage/imports'),
    });
    const folder = workspace.workspaceFolders?.[0];
    const inside = folder ? [Uri.joinPath(folder.uri, 'my papers', 'own.bib'), folder.uri] : [];
    const others = [
      'memory:/extension/corpus/papers.json',
      'memory:/extension/corpus',
      'memory:/storage/imports/1/zotero.bib',
      'memory:/storage/imports/1',
      'memory:/home/a/own.bib',
      'memory:/home/b/own.bib',
      'memory:/home/b/h%C3%A4se.bib',
      'memory:/extension/corpus2/own.bib',
    ];
    const addresses = [...inside.map((uri) => uri.toString()), ...others];
    const found = labels.among(addresses);
    expect(found.map(({ name }) => name)).to.deep.equal([
      ...(folder ? ['my papers/own.bib', folder.name] : []),
      'Bundled corpus',
      'Bundled corpus',
      'Imported: zotero.bib',
      'Imported',
      'a/own.bib',
      'b/own.bib',
      'häse.bib',
      'corpus2/own.bib',
    ]);
    expect(found.at(-2)?.path).to.equal('memory:/home/b/häse.bib');
  });

  it('open at the line of an entry, at the last one where there are fewer', async () => {
    const manifest = Uri.joinPath(extension(), 'package.json');
    const { lineCount } = await workspace.openTextDocument(manifest);
    for (const [line, expected] of [
      [5, 5],
      [1_000_000, lineCount - 1],
    ] as const) {
      await openSource(manifest.toString(), line, ViewColumn.One);
      expect(window.activeTextEditor?.document.uri.path).to.equal(manifest.path);
      expect(window.activeTextEditor?.selection.active.line).to.equal(expected);
    }
  });

  it('that are gone open nothing, and no error goes astray', async () => {
    await openSource(Uri.joinPath(extension(), 'nothing.bib').toString(), 0, ViewColumn.One);
    expect(window.activeTextEditor).to.equal(undefined);
  });
});
