import { expect } from 'chai';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Library } from '../../src/core/library';
import type { PaperRecord } from '../../src/core/paper';
import { localPorts } from '../../src/protocol/localPorts';
import { serveRpc } from '../../src/protocol/rpc';
import { helperService } from '../../src/worker/helperService';
import { IndexKeeper } from '../../src/worker/indexKeeper';
import type { KeptFiles } from '../../src/worker/keptFiles';
import { keptFiles as nodeKeptFiles } from '../../src/worker/keptFiles.node';
import { LibrarySearch } from '../../src/worker/librarySearch';
import type { WorkerPlatform } from '../../src/worker/workerPlatform';
import { record } from './libraryRecords';

const uri = 'file:///w/refs.bib';
const place = { place: 'here', stamp: 'one' };

/** More papers than a library has that is read as quickly as its index is opened. */
function records(first: string): readonly PaperRecord[] {
  const others = Array.from({ length: 2100 }, (_, i) =>
    record({ key: `k${i}`, title: `Number${i} of many`, year: 2000 }),
  );
  return [record({ key: 'first', title: first, year: 2020 }), ...others];
}

/** Files that fail where a test says so. */
class MemoryFiles implements KeptFiles {
  readonly held = new Map<string, Uint8Array>();
  written = 0;
  breaksAfter = Infinity;

  async read(name: string): Promise<ArrayBuffer | undefined> {
    return this.held.get(name)?.slice().buffer as ArrayBuffer | undefined;
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    this.#break();
    this.held.set(name, bytes.slice());
  }

  async keepOnly(names: readonly string[]): Promise<void> {
    this.#break();
    for (const name of [...this.held.keys()].filter((one) => !names.includes(one))) this.held.delete(name);
  }

  #break(): void {
    if (this.written++ >= this.breaksAfter) throw new Error('The disk is full.');
  }
}

/** One life of the library's worker. */
class Life {
  readonly library = new Library();
  readonly helpers: string[] = [];
  readonly search: LibrarySearch;

  constructor(files: KeptFiles) {
    const platform: WorkerPlatform = {
      keptFiles: () => files,
      startHelper: () => {
        this.helpers.push('started');
        const [ours, theirs] = localPorts();
        serveRpc(theirs, helperService({ keptFiles: () => files }));
        return ours;
      },
    };
    this.search = new LibrarySearch(this.library, () => Promise.resolve(), platform);
  }

  put(papers: readonly PaperRecord[]): void {
    this.search.update(this.library.replaceSource({ uri, kind: 'project' }, papers));
  }

  async found(query: string): Promise<readonly (string | undefined)[]> {
    const { hits } = await this.search.search(query, 5);
    return hits.map(({ id }) => this.library.get(id)?.key);
  }
}

async function settled(files: MemoryFiles, task: () => void): Promise<void> {
  const { written } = files;
  task();
  while (files.written === written) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** What a first life of the worker leaves. */
async function keptBefore(papers = records('A walrus')): Promise<MemoryFiles> {
  const files = new MemoryFiles();
  const life = new Life(files);
  life.put(papers);
  await settled(files, () => expect(life.search.keep(place, 'contents')).to.equal(true));
  return files;
}

describe('A search index that is kept', () => {
  it('counts again once the same has been read', async () => {
    const life = new Life(await keptBefore());
    expect(await life.search.restore(place)).to.equal(true);
    let isAnswered = false;
    const answer = life.found('walrus').then((keys) => {
      isAnswered = true;
      return keys;
    });
    life.put(records('A walrus'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAnswered).to.equal(false);
    life.search.settle('contents');
    expect(await answer).to.eql(['first']);
    life.put(records('A heron'));
    expect(await life.found('walrus')).to.eql([]);
    expect(await life.found('heron')).to.eql(['first']);
  });

  const differences: readonly (readonly [what: string, papers: readonly PaperRecord[], contents: string])[] = [
    ['the files hold something else', records('A heron'), 'other contents'],
    ['there are more papers', [...records('A heron'), record({ key: 'more', title: 'More' })], 'contents'],
    ['a paper is another', [record({ key: 'other', title: 'A heron' }), ...records('').slice(1)], 'contents'],
    ['nothing could be read', [], 'contents'],
  ];
  for (const [what, papers, contents] of differences) {
    it(`is thrown away where ${what}`, async () => {
      const life = new Life(await keptBefore());
      await life.search.restore(place);
      if (papers.length > 0) life.put(papers);
      life.search.settle(contents);
      expect(await life.found('walrus')).to.eql([]);
      if (papers.length > 0) expect(await life.found('heron')).to.have.length(1);
    });
  }

  it('is not opened where versions or files differ, or where nothing was kept', async () => {
    const files = await keptBefore();
    expect(await new Life(files).search.restore({ ...place, stamp: 'two' })).to.equal(false);
    const life = new Life(new MemoryFiles());
    expect(await life.search.restore(place)).to.equal(false);
    life.put(records('A walrus'));
    life.search.settle('contents');
    expect(await life.found('walrus')).to.eql(['first']);
  });

  it('is not opened where a byte of it is another, or some are missing', async () => {
    const files = await keptBefore();
    for (const [name, whole] of [...files.held]) {
      for (const at of [0, 5, 9, 13, whole.length >> 1, whole.length - 5]) {
        const damaged = whole.slice();
        damaged[at]! ^= 1;
        files.held.set(name, damaged);
        expect(await new IndexKeeper(files).open('one'), `${name} at ${at}`).to.equal(undefined);
        files.held.set(name, whole.slice(0, at));
        expect(await new IndexKeeper(files).open('one'), `${name} until ${at}`).to.equal(undefined);
      }
      files.held.set(name, whole);
    }
    expect(await new IndexKeeper(files).open('one')).to.not.equal(undefined);
  });

  it('is written in parts, each of which may be the last', async () => {
    for (const steps of [0, 1, 2]) {
      const files = await keptBefore();
      files.written = 0;
      files.breaksAfter = steps;
      const life = new Life(files);
      life.put(records('A heron'));
      await settled(files, () => life.search.keep({ ...place, stamp: 'two' }, 'new contents'));
      const open = async (stamp: string): Promise<boolean> => !!(await new IndexKeeper(files).open(stamp));
      expect([await open('one'), await open('two')]).to.eql(steps < 2 ? [true, false] : [false, true]);
    }
  });

  it('is small where little has changed since', async () => {
    const files = await keptBefore();
    const life = new Life(files);
    await life.search.restore(place);
    life.put(records('A walrus'));
    life.search.settle('contents');
    life.put(records('A heron'));
    files.written = 0;
    await settled(files, () => life.search.keep({ ...place, stamp: 'two' }, 'new contents'));
    expect(files.written).to.equal(1);
    const next = new Life(files);
    expect(await next.search.restore({ ...place, stamp: 'two' })).to.equal(true);
    next.put(records('A heron'));
    next.search.settle('new contents');
    expect(await next.found('heron')).to.eql(['first']);
    expect(await next.found('walrus')).to.eql([]);
  });

  it('is not kept where the library is small', () => {
    const life = new Life(new MemoryFiles());
    life.put([record({ key: 'one', title: 'One' })]);
    expect(life.search.keep(place, 'contents')).to.equal(false);
  });

  it('answers in a second worker before anything is read', async () => {
    const files = await keptBefore();
    const helper = helperService({ keptFiles: () => files });
    expect(await helper.openKept({ ...place, stamp: 'two' })).to.equal(false);
    expect(await helper.openKept(place)).to.equal(true);
    const answer = await helper.searchKept('walrus', 5);
    expect(answer?.rows.map(({ key, title }) => [key, title])).to.eql([['first', 'A walrus']]);
    expect(answer?.hits.map(({ id }) => id)).to.eql([`${uri}#first`]);
    expect(await helper.searchKept('walrus year:2020', 5)).to.equal(undefined);
  });
});

describe('A large library that changes', () => {
  it('is folded in another worker, and answers the same meanwhile and afterwards', async () => {
    const life = new Life(new MemoryFiles());
    life.put(records('A walrus'));
    const changed = records('A heron').map((one, i) => (i < 600 ? { ...one, title: `${one.title} changed` } : one));
    life.put(changed);
    expect(await life.found('heron')).to.eql(['first']);
    expect(life.helpers).to.have.length(1);
    life.put(changed.slice(0, 2000)); // meanwhile
    for (let i = 0; i < 10; i++) {
      expect(await life.found('walrus')).to.eql([]);
      expect(await life.found('heron changed')).to.include('first');
      expect(await life.found('number2050')).to.not.include('k2050');
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  });
});

describe('A large library whose helper cannot be had', () => {
  for (const [what, starts, startHelper] of [
    [
      'at all',
      1,
      (): never => {
        throw new Error('No more threads.');
      },
    ],
    [
      'for long',
      1,
      () => {
        const [ours] = localPorts();
        return {
          ...ours,
          onClose: (listener: (reason: Error | undefined) => void) =>
            void setTimeout(() => listener(new Error('dead'))),
        };
      },
    ],
    [
      'with its senses',
      2,
      () => {
        const [ours, theirs] = localPorts();
        const server = helperService({ keptFiles: () => new MemoryFiles() });
        serveRpc(theirs, { ...server, fold: () => new Uint8Array(1000).fill(7) });
        return ours;
      },
    ],
  ] as const) {
    it(`goes on without: ${what}`, async () => {
      const library = new Library();
      let started = 0;
      const search = new LibrarySearch(library, () => Promise.resolve(), {
        keptFiles: () => new MemoryFiles(),
        startHelper: () => {
          started++;
          return startHelper();
        },
      });
      const put = (papers: readonly PaperRecord[]): void =>
        search.update(library.replaceSource({ uri, kind: 'project' }, papers));
      put(records('A walrus'));
      put(records('A heron').map((one, i) => (i < 600 ? { ...one, title: `${one.title} changed` } : one)));
      for (const word of ['heron', 'changed', 'number2050']) {
        expect((await search.search(word, 5)).hits, word).to.not.eql([]);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      put(records('A heron').map((one, i) => (i < 700 ? { ...one, title: `${one.title} again` } : one)));
      expect((await search.search('again', 5)).hits).to.not.eql([]);
      expect(started).to.equal(starts);
    });
  }
});

describe('Files of a worker', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'paperside-kept-'))));
  afterEach(() => rm(folder, { recursive: true }));

  it('are what was written last', async () => {
    const files = nodeKeptFiles(join(folder, 'not', 'there', 'yet'));
    expect(await files.read('a')).to.equal(undefined);
    await files.write('a', new Uint8Array([1, 2, 3]));
    await files.write('b', new Uint8Array(100_000).fill(7));
    await files.write('a', new Uint8Array([4]));
    expect(new Uint8Array((await files.read('a'))!)).to.eql(new Uint8Array([4]));
    expect((await files.read('b'))!.byteLength).to.equal(100_000);
    await files.keepOnly(['b']);
    expect(await files.read('a')).to.equal(undefined);
    expect((await files.read('b'))!.byteLength).to.equal(100_000);
  });

  it('do not include what was half written, which goes in the end', async () => {
    await writeFile(join(folder, '123.part'), 'half');
    const files = nodeKeptFiles(folder);
    await files.write('a', new Uint8Array([1]));
    await files.keepOnly(['a']);
    expect(await readdir(folder)).to.eql(['a']);
  });
});
