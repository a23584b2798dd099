import { expect } from 'chai';
import { extensions, workspace } from 'vscode';
import type { PapersideApi } from '../../src/host/api';
import { bibliography } from './support/bibliography';
import { eventually } from './support/eventually';
import { TestFolder } from './support/testFolder';

/** Longer than a file may be away before its papers go. */
const settledMilliseconds = 2_000;

describe('Library files of a project that is being worked on', () => {
  const inside = new TestFolder();
  let paperside: PapersideApi;
  const files = async (): Promise<readonly string[]> =>
    inside.within((await paperside.papers()).flatMap(({ sources }) => sources.map(({ uri }) => uri)));

  before(async () => {
    await inside.make();
    paperside = await extensions.getExtension<PapersideApi>('paperside.paperside')!.activate();
    await paperside.ready();
  });
  after(() => inside.remove());

  it('come and go by the hundred, as when a branch is switched', async () => {
    const write = (index: number): Promise<unknown> => inside.write(`many/f${index}.bib`, bibliography(`Key${index}`));
    await Promise.all(Array.from({ length: 200 }, (_, index) => write(index)));
    await eventually('all 200 files', async () => (await files()).length === 200);
    await workspace.fs.delete(inside.at('many'), { recursive: true });
    await eventually('their end', async () => (await files()).length === 0);
  });

  it('may be called anything, and be renamed to and fro', async () => {
    const names = ['a%20b.bib', 'c#d.bib', 'e f.bib', 'g?h.bib', '[x].bib', 'ü“.bib', "q'{r}.bib"];
    for (const [index, name] of names.entries()) await inside.write(name, bibliography(`Odd${index}`));
    await eventually('all odd names', async () => (await files()).length === names.length);
    for (let time = 0; time < 5; time++) {
      await workspace.fs.rename(inside.at('e f.bib'), inside.at('z.bib'));
      await workspace.fs.rename(inside.at('z.bib'), inside.at('e f.bib'));
    }
    await new Promise<void>((resolve) => setTimeout(resolve, settledMilliseconds));
    expect(await files()).to.have.length(names.length);
    await workspace.fs.rename(inside.at('e f.bib'), inside.at('z.bib'));
    await eventually('the new name', async () => {
      const found = await files();
      return found.length === names.length && found.some((file) => file.endsWith('z.bib'));
    });
  });
});
