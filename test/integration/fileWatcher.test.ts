import { expect } from 'chai';
import { type Uri, workspace } from 'vscode';
import { FileWatcher } from '../../src/host/fileWatcher';
import { BrokenFiles } from './support/brokenFiles';
import { eventually } from './support/eventually';
import { TestFolder } from './support/testFolder';

const soon = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (const place of ['inside', 'outside'] as const) {
  describe(`Watching files ${place} the workspace`, () => {
    let folder: TestFolder;
    let watcher: FileWatcher;
    const told: string[] = [];

    beforeEach(async () => {
      folder = new TestFolder(place);
      await folder.write('deep/refs.bib', '1');
      watcher = new FileWatcher((uri) => uri.path.endsWith('/deep'));
      watcher.onDidChange((uri) => told.push(...folder.within([uri.toString()]).map((path) => `changed ${path}`)));
      watcher.onDidDelete((uri) => told.push(...folder.within([uri.toString()]).map((path) => `deleted ${path}`)));
      watcher.watch([{ base: folder.uri, glob: '**/*.bib' }]);
      await watching();
    });
    afterEach(async () => {
      watcher.dispose();
      await folder.remove();
    });

    /** A watcher starts some time after it was asked for. */
    async function watching(): Promise<void> {
      let tries = 0;
      await eventually('the first event', async () => {
        // A folder that is made while the system is busy may escape VS Code; then another is made.
        if (++tries % 10 === 0) {
          await folder.delete('deep');
          await folder.write('deep/refs.bib', '1');
        }
        await folder.write('deep/start.bib', String(tries));
        await soon(200);
        return told.includes('changed deep/start.bib');
      });
      await folder.delete('deep/start.bib');
      await eventually('the end of the start', () => told.includes('deleted deep/start.bib'));
      told.length = 0;
    }

    const untilTold = (what: string): Promise<void> => eventually(`“${what}”`, () => told.includes(what));

    it('tells of a new file, of each change once, and of its end', async () => {
      await folder.write('new.bib', '1');
      await untilTold('changed new.bib');
      await folder.write('new.bib', '2');
      await eventually('the second event', () => told.length === 2);
      await folder.delete('new.bib');
      await untilTold('deleted new.bib');
      expect(told).to.eql(['changed new.bib', 'changed new.bib', 'deleted new.bib']);
    });

    it('tells of no removal where a file vanishes for a moment', async () => {
      await folder.delete('deep/refs.bib');
      await soon(200);
      await folder.write('deep/refs.bib', '2');
      await untilTold('changed deep/refs.bib');
      // By now, a removal would have been told of before this one.
      await folder.delete('deep/refs.bib');
      await untilTold('deleted deep/refs.bib');
      expect(told.filter((event) => event.startsWith('deleted'))).to.have.length(1);
    });

    it('tells of a change where a file is written beside and renamed over the old one', async () => {
      for (const text of ['2', '3']) {
        told.length = 0;
        const unfinished = await folder.write('deep/refs.bib.tmp', text);
        await workspace.fs.rename(unfinished, folder.at('deep/refs.bib'), { overwrite: true });
        await untilTold('changed deep/refs.bib');
        expect(told).to.eql(['changed deep/refs.bib']);
      }
    });

    it('tells of changes while a file is written without a pause', async () => {
      let writes = 0;
      await eventually('an event amid the writing', async () => {
        await folder.write('deep/refs.bib', String(++writes));
        await soon(80); // less than the watcher lets a file settle, and more than VS Code's own waits for a pause
        return told.length > 0;
      });
      expect(told[0]).to.equal('changed deep/refs.bib');
      expect(writes).to.be.greaterThan(1);
    });

    it('tells of a folder that is deleted, or of the files in it', async () => {
      await folder.delete('deep');
      await eventually('the removal', () => told.some((event) => /^deleted deep/.test(event)));
    });

    it('is silent about other files, and about everything once it watches something else', async () => {
      await folder.write('other.txt', '1');
      watcher.watch([{ base: folder.uri, glob: '**/*.ris' }]);
      await folder.write('late.bib', '1');
      await eventually('the event of the glob that is watched now', async () => {
        await folder.write('now.ris', String(Math.random()));
        await soon(200);
        return told.includes('changed now.ris');
      });
      expect(told.filter((event) => !event.endsWith('now.ris'))).to.eql([]);
    });
  });
}

describe('Watching a file that is being written', () => {
  let files: BrokenFiles;
  let watcher: FileWatcher;
  let told = 0;
  /** When it was written last; nothing while it is. */
  let written: number | undefined;

  const watchFile = (size: number): Uri => {
    written = undefined;
    const read = (): Uint8Array => new Uint8Array();
    const uri = files.add('refs.bib', { stat: () => ({ mtime: written ?? Date.now(), size }), read });
    watcher.watch([{ base: uri.with({ path: '/' }), glob: 'refs.bib' }]);
    return uri;
  };
  const change = async (uri: Uri, times: number): Promise<void> => {
    for (let time = 0; time < times; time++) {
      files.change(uri);
      await soon(50);
    }
  };

  beforeEach(() => {
    told = 0;
    files = new BrokenFiles();
    watcher = new FileWatcher(() => false);
    watcher.onDidChange(() => told++);
  });
  afterEach(() => {
    watcher.dispose();
    files.dispose();
  });

  it('tells of a large one once, when it is whole', async () => {
    const uri = watchFile(5 * 1024 * 1024);
    await change(uri, 20);
    expect(told).to.equal(0);
    written = Date.now();
    await eventually('the event', () => told > 0);
    expect(Date.now() - written).to.be.at.least(200);
    await soon(500);
    expect(told).to.equal(1);
  });

  it('tells of a small one meanwhile', async () => {
    const uri = watchFile(1000);
    await change(uri, 20);
    await eventually('the event', () => told > 0);
  });
});
