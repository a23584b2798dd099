import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { VscodeServer } from '../../harness/vscodeServer.mjs';

/** A key that runs a command with an argument, as code would. */
export interface Keybinding {
  readonly key: string;
  readonly command: string;
  readonly args: unknown;
}

/** Paperside as a server has it on disk, to be damaged. What is changed counts from the next window on. */
export class InstalledPaperside {
  readonly #folder: string;
  readonly #dataFolder: string;

  constructor(server: VscodeServer) {
    const folder = readdirSync(server.extensionsFolder).find((name) => name.startsWith('paperside.'));
    if (folder === undefined) throw new Error('Paperside is not installed.');
    this.#folder = join(server.extensionsFolder, folder);
    this.#dataFolder = join(dirname(server.extensionsFolder), 'data');
  }

  /** The path of one of its files. */
  file(name: string): string {
    return join(this.#folder, name);
  }

  get corpus(): string {
    return this.file('corpus/papers.json');
  }

  bindKeys(keybindings: readonly Keybinding[]): void {
    writeFileSync(join(this.#dataFolder, 'User', 'keybindings.json'), JSON.stringify(keybindings));
  }
}
