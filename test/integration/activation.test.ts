import { expect } from 'chai';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe('activation', () => {
  const extension = vscode.extensions.getExtension<{ readonly version: number }>('paperside.paperside');

  it('finds Paperside installed', () => {
    expect(extension).to.not.equal(undefined);
  });

  it('returns a frozen API of version 1', async () => {
    const api = await extension!.activate();
    expect(api.version).to.equal(1);
    expect(Object.isFrozen(api)).to.equal(true);
  });

  it('registers every command of the manifest', async () => {
    await extension!.activate();
    const { commands } = (extension!.packageJSON as Manifest).contributes;
    const registered = new Set(await vscode.commands.getCommands(true));
    expect(commands.length).to.be.greaterThan(0);
    expect(commands.map(({ command }) => command).filter((command) => !registered.has(command))).to.deep.equal([]);
  });
});
