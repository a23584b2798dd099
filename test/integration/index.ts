import * as vscode from 'vscode';
import 'mocha/mocha.js';
import { mochaEventReporter } from '../harness/mochaEvents.mjs';

// Only a console leads out of both extension hosts; the types of neither host are used here.
declare const console: { log(text: string): void };

const { grep = '' } = vscode.workspace.getConfiguration('paperside').get<{ grep?: string }>('tests', {});

mocha.setup({
  ui: 'bdd',
  timeout: 30_000,
  ...(grep === '' ? {} : { grep }),
  reporter: mochaEventReporter((line) => console.log(line)),
});

/** Runs every test of this bundle inside the extension host; VS Code calls it. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    // The browser build's own `run` reads the page's address, which no extension host has.
    Mocha.prototype.run.call(mocha, (failures: number) =>
      failures === 0 ? resolve() : reject(new Error(`${failures} failed`)),
    );
  });
}
