import { expect } from 'chai';
import * as vscode from 'vscode';

const { host } = vscode.workspace.getConfiguration('paperside').get<{ host?: string }>('tests', {});

describe('extension host', () => {
  it(`is the ${host} host, as this run says`, () => {
    expect(host).to.be.oneOf(['node', 'web']);
    expect(typeof (globalThis as { process?: unknown }).process).to.equal(host === 'web' ? 'undefined' : 'object');
    expect(vscode.env.uiKind).to.equal(vscode.UIKind.Web);
  });
});
