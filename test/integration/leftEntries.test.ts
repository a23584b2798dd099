import { expect } from 'chai';
import * as vscode from 'vscode';
import { LeftEntries } from '../../src/host/leftEntries';

describe('Entries whose citation is undone', () => {
  const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
  let left: LeftEntries;
  let told: string[];

  beforeEach(() => {
    left = new LeftEntries();
    told = [];
    left.onDidLeave((uri) => told.push(uri.toString()));
  });
  afterEach(async () => {
    left.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function cited(): Promise<{ document: vscode.TextDocument; bibliography: vscode.TextDocument }> {
    const document = await vscode.workspace.openTextDocument({ content: 'See .\n' });
    const bibliography = await vscode.workspace.openTextDocument({ content: '' });
    await vscode.window.showTextDocument(document, { preview: false });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 4), '[@a]');
    edit.insert(bibliography.uri, new vscode.Position(0, 0), '@misc{a}\n');
    await vscode.workspace.applyEdit(edit);
    left.note(document, bibliography, [{ offset: 4, length: 4 }]);
    return { document, bibliography };
  }

  it('are no news where they are undone with it', async () => {
    const { bibliography, document } = await cited();
    await vscode.commands.executeCommand('undo');
    expect([document.getText(), bibliography.getText()]).to.deep.equal(['See .\n', '']);
    await pause(1_300);
    expect(told).to.deep.equal([]);
  });

  it('are told of where the bibliography was changed since', async () => {
    const { bibliography, document } = await cited();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(bibliography.uri, new vscode.Position(0, 0), '% mine\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal('See .\n');
    expect(bibliography.getText()).to.equal('% mine\n@misc{a}\n');
    await pause(1_300);
    expect(told).to.deep.equal([bibliography.uri.toString()]);
  });

  it('are no news where something else is undone', async () => {
    const { document } = await cited();
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, new vscode.Position(0, 0), 'More');
    await vscode.workspace.applyEdit(typed);
    await vscode.commands.executeCommand('undo');
    expect(document.getText()).to.equal('See [@a].\n');
    await pause(1_300);
    expect(told).to.deep.equal([]);
  });
});
