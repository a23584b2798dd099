import { expect } from 'chai';
import { FileSystemError } from 'vscode';
import type { RenamedPaper } from '../../src/core/renamedPaper';
import { ReadingStateStore } from '../../src/host/readingStateStore';
import { RecentPapers } from '../../src/host/recentPapers';
import type { StateStore } from '../../src/host/stateStore';
import { TopicCorrections } from '../../src/host/topicCorrections';
import { bibEntry, bibliography } from './support/bibliography';
import { eventually } from './support/eventually';
import { ClientUnderTest, memoryFile, mortalPort } from './support/libraryClients';

/** Something that others wait for until it is let go. */
function gate(): { readonly passed: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
}

describe('A library that changes', () => {
  const tests: ClientUnderTest[] = [];
  const start = (...parameters: ConstructorParameters<typeof ClientUnderTest>): ClientUnderTest => {
    const test = new ClientUnderTest(...parameters);
    tests.push(test);
    return test;
  };
  afterEach(() => {
    for (const test of tests.splice(0)) test.dispose();
  });

  const a = memoryFile('a.bib', bibliography('Ada', 'Bea'));
  const b = memoryFile('b.bib', bibliography('Cleo'));

  const changes: readonly (readonly [
    what: string,
    change: (test: ClientUnderTest) => void,
    keys: readonly string[],
  ])[] = [
    [
      'a file that is saved',
      ({ sources }) => sources.save(memoryFile('a.bib', bibliography('Ada', 'Dora'))),
      ['Ada', 'Cleo', 'Dora'],
    ],
    [
      'a file that is new',
      ({ sources }) => sources.save(memoryFile('c.bib', bibliography('Eva'))),
      ['Ada', 'Bea', 'Cleo', 'Eva'],
    ],
    ['a file that is deleted', ({ sources }) => sources.delete('memory:/a.bib'), ['Cleo']],
    ['a file that is emptied', ({ sources }) => sources.save(memoryFile('a.bib', '')), ['Cleo']],
    [
      'other files that count',
      ({ sources }) => sources.replace([b, memoryFile('d.bib', bibliography('Eva'))]),
      ['Cleo', 'Eva'],
    ],
    ['no file left', ({ sources }) => sources.replace([]), []],
    [
      'one saved and deleted at once',
      ({ sources }) => {
        sources.save(memoryFile('a.bib', bibliography('Dora')));
        sources.delete('memory:/a.bib');
      },
      ['Cleo'],
    ],
    [
      'one deleted and saved at once',
      ({ sources }) => {
        sources.delete('memory:/a.bib');
        sources.save(memoryFile('a.bib', bibliography('Dora')));
      },
      ['Cleo', 'Dora'],
    ],
  ];
  for (const [what, change, keys] of changes) {
    it(`follows ${what}`, async () => {
      const test = start([a, b]);
      await test.client.ready();
      const before = test.changes;
      change(test);
      await eventually('the change', () => test.changes > before && test.client.size === keys.length);
      expect(await test.keys()).to.eql(keys);
      const rows = await test.client.groups('author', 'title');
      for (const id of rows.flatMap(({ ids }) => ids)) expect(test.client.row(id)).to.have.property('id', id);
    });

    it(`follows ${what} in the middle of a load`, async () => {
      const { open, passed } = gate();
      let reads = 0;
      const slow = memoryFile('a.bib', async () => {
        reads++;
        await passed;
        return bibliography('Ada', 'Bea');
      });
      const test = start([slow, b]);
      const ready = test.client.ready();
      await eventually('the load', () => reads > 0);
      change(test);
      open();
      await ready;
      expect(await test.keys()).to.eql(keys);
    });
  }

  it('stays as it is when a file that is saved says the same', async () => {
    const test = start([a, b]);
    await test.client.ready();
    const before = test.changes;
    test.sources.save(memoryFile('a.bib', bibliography('Ada', 'Bea')));
    expect(await test.keys()).to.eql(['Ada', 'Bea', 'Cleo']);
    expect(test.changes).to.equal(before);
  });

  it('reads a file once for all changes that came while it was busy', async () => {
    const { open, passed } = gate();
    const busy = memoryFile('b.bib', async () => {
      await passed;
      return bibliography('Cleo');
    });
    const test = start([a, b]);
    await test.client.ready();
    let reads = 0;
    test.sources.save(busy);
    for (let changes = 1; changes <= 20; changes++) {
      const text = bibliography('Ada', `Name ${changes}`);
      test.sources.save(memoryFile('a.bib', () => (reads++, text)));
    }
    open();
    expect(await test.keys()).to.eql(['Ada', 'Cleo', 'Name 20']);
    expect(reads).to.equal(1);
  });

  it('keeps what has been read when a load is cancelled, and reads the rest when it is asked to', async () => {
    const { open, passed } = gate();
    const progress: (number | undefined)[] = [];
    const slow = memoryFile('b.bib', async () => {
      await passed;
      return bibliography('Cleo');
    });
    const test = start([a, slow, memoryFile('c.bib', bibliography('Eva'))]);
    test.client.onDidChangeLoading((loading) => progress.push(loading?.done));
    const ready = test.client.ready();
    await eventually('the second file', () => progress.includes(1));
    test.client.cancelLoading();
    open();
    await ready;
    expect(await test.keys()).to.eql(['Ada', 'Bea', 'Cleo']);
    expect(progress).to.eql([0, 1, undefined]);
    test.sources.replace([a, b, memoryFile('c.bib', bibliography('Eva'))]);
    expect(await test.keys()).to.eql(['Ada', 'Bea', 'Cleo', 'Eva']);
  });

  it('reads a file again when somebody names it who had not, and as before when nobody does any more', async () => {
    const data = memoryFile('references.json', '[{"id": "x", "key": "y", "title": "No library by its look"}]');
    const test = start([data]);
    expect([await test.keys(), test.troubles]).to.eql([[], []]);
    test.sources.replace([{ ...data, named: true }]);
    await test.client.ready();
    await test.keys();
    test.sources.replace([data]);
    expect(await test.keys()).to.eql([]);
    expect(test.client.problems(data.uri)).to.eql([]);
  });

  describe('with files that cannot be read', () => {
    const broken = (reason: string, cause?: unknown) => ({
      ...memoryFile('broken.bib', () => {
        throw new Error(reason, { cause });
      }),
    });

    it('tells once of each, shows the others, and counts one problem until it is mended', async () => {
      const test = start([broken('you may not read it'), b]);
      expect(await test.keys()).to.eql(['Cleo']);
      expect(test.client.problems('memory:/broken.bib').map(({ message }) => message)).to.eql([
        'This file could not be read: you may not read it.',
      ]);
      test.sources.save(broken('you may not read it'));
      await test.keys();
      expect(test.troubles).to.eql(['memory:/broken.bib: you may not read it']);
      test.sources.save(memoryFile('broken.bib', bibliography('Dora')));
      expect(await test.keys()).to.eql(['Cleo', 'Dora']);
      expect(test.client.problemsIn()).to.equal(0);
      expect(test.problemsOf.every((uri) => uri === 'memory:/broken.bib')).to.equal(true);
    });

    it('forgets the problem of one that is deleted, or counts no more', async () => {
      for (const end of [
        ({ sources }: ClientUnderTest) => sources.delete('memory:/broken.bib'),
        ({ sources }: ClientUnderTest) => sources.replace([b]),
      ]) {
        const test = start([broken('you may not read it'), b]);
        await test.client.ready();
        expect(test.client.problemsIn()).to.equal(1);
        end(test);
        await test.keys();
        expect(test.client.problemsIn()).to.equal(0);
      }
    });

    it('says nothing of one that is gone by the time it is read, unless somebody named it', async () => {
      const gone = broken('it is not there', FileSystemError.FileNotFound());
      const test = start([gone, b]);
      expect(await test.keys()).to.eql(['Cleo']);
      expect([test.troubles, test.client.problemsIn()]).to.eql([[], 0]);
      const named = start([{ ...gone, kind: 'user', named: true }, b]);
      expect(await named.keys()).to.eql(['Cleo']);
      expect([named.troubles, named.client.problemsIn()]).to.eql([['memory:/broken.bib: it is not there'], 1]);
    });

    it('keeps the papers of one that could be read before', async () => {
      const test = start([a]);
      await test.client.ready();
      test.sources.save({ ...broken('you may not read it'), uri: a.uri });
      expect(await test.keys()).to.eql(['Ada', 'Bea']);
      expect(test.client.problemsIn()).to.equal(1);
    });
  });

  describe('and whose worker dies', () => {
    it('in the middle of a load, is read again by the next', async () => {
      const ports = [mortalPort(), mortalPort()];
      let starts = 0;
      const { open, passed } = gate();
      let reads = 0;
      const slow = memoryFile('b.bib', async () => {
        if (++reads === 1) await passed;
        return bibliography('Cleo');
      });
      const test = start([a, slow], async () => ports[starts++]!.port);
      const ready = test.client.ready();
      await eventually('the second file', () => reads === 1);
      ports[0]!.die();
      open();
      await ready;
      expect(await test.keys()).to.eql(['Ada', 'Bea', 'Cleo']);
      expect([starts, test.troubles]).to.eql([2, ['worker-restarted']]);
    });

    it('while it takes in a change, shows the change although nobody asks', async () => {
      const ports = [mortalPort(), mortalPort()];
      let starts = 0;
      const test = start([a], async () => ports[starts++]!.port);
      await test.client.ready();
      test.sources.save(
        memoryFile('a.bib', () => {
          if (starts === 1) ports[0]!.die();
          return bibliography('Ada', 'Bea', 'Cleo');
        }),
      );
      await eventually('the change', () => test.client.size === 3);
      expect(starts).to.equal(2);
    });

    it('while a file is added, adds it to the next', async () => {
      const ports = [mortalPort(), mortalPort()];
      let starts = 0;
      const test = start([a], async () => ports[starts++]!.port);
      const added = await test.client.add(
        memoryFile('added.bib', () => {
          if (starts === 1) ports[0]!.die();
          return bibliography('Cleo', 'Dora');
        }),
      );
      expect(added).to.include({ papers: 2, added: 2 });
      expect(await test.keys()).to.eql(['Ada', 'Bea', 'Cleo', 'Dora']);
    });

    it('while somebody types, goes on with what the editor holds', async () => {
      const ports = [mortalPort(), mortalPort()];
      let starts = 0;
      const test = start([a], async () => ports[starts++]!.port);
      await test.client.ready();
      const type = (text: string): void => {
        test.unsaved.set(a.uri, text);
        const lines = text.split('\n');
        const change = { startLine: 0, startColumn: 0, endLine: 0, endColumn: 0, text: '' };
        test.edits.fire({ uri: a.uri, changes: [change], lineCount: lines.length, line: lines[0]! });
      };
      type(bibliography('Ada'));
      await eventually('what was typed', () => test.client.size === 1);
      type(bibliography('Ada', 'Cleo', 'Dora'));
      ports[0]!.die();
      // The next worker is there before the pause is over after which the file would have been read again.
      expect(await test.keys()).to.eql(['Ada', 'Cleo', 'Dora']);
      await new Promise<void>((resolve) => setTimeout(resolve, 300));
      expect(await test.keys()).to.eql(['Ada', 'Cleo', 'Dora']);
      type(bibliography('Eva'));
      await eventually('what was typed at last', async () => (await test.keys()).join() === 'Eva');
      expect(starts).to.equal(2);
    });
  });

  it('adds and removes files that no search finds, and counts what was new', async () => {
    const test = start([a]);
    const summary = await test.client.add(memoryFile('more.bib', bibliography('Bea', 'Cleo'), 'user'));
    expect(summary).to.include({ papers: 2, added: 1 });
    expect(await test.keys()).to.eql(['Ada', 'Bea', 'Cleo']);
    const changes = test.changes;
    await test.client.remove('memory:/more.bib');
    await test.client.remove('memory:/never-there.bib');
    expect(await test.keys()).to.eql(['Ada', 'Bea']);
    expect(test.changes).to.equal(changes + 1);
    expect(test.client.size).to.equal(2);
  });

  it('keeps a file that was added although a search of that moment does not find it yet', async () => {
    const test = start([memoryFile('a.bib', bibliography('Ada'))]);
    await test.client.ready();
    const added = memoryFile('more.bib', bibliography('Bea'), 'user');
    await test.client.add(added);
    test.sources.replace([memoryFile('a.bib', bibliography('Ada'))]);
    await test.client.ready();
    expect(await test.keys()).to.eql(['Ada', 'Bea']);
    test.sources.replace([memoryFile('a.bib', bibliography('Ada')), added]);
    await test.client.ready();
    test.sources.replace([memoryFile('a.bib', bibliography('Ada'))]);
    await test.client.ready();
    expect(await test.keys()).to.eql(['Ada']);
  });

  it('keeps what people noted of papers that are known under a new id, and what the new id has already', async () => {
    const before = bibliography('Ada') + bibEntry('Bea');
    const after =
      bibEntry('Ada', { doi: '10.1000/ada' }) + bibEntry('Bea', { eprint: '2205.14135', archiveprefix: 'arXiv' });
    const test = start([memoryFile('a.bib', before)]);
    const [ada, bea] = (await test.client.overview()).map(({ id }) => id) as [string, string];
    const stored = new Map<string, unknown>();
    const store: StateStore = {
      get: (key) => stored.get(key),
      update: async (key, value) => void stored.set(key, value),
    };
    const states = new ReadingStateStore(store);
    const recent = new RecentPapers(store);
    const topics = new TopicCorrections(store);
    await states.set([ada], 'reading');
    await states.set([bea], 'toRead');
    await states.set(['arxiv:2205.14135'], 'read');
    await recent.add(ada);
    await recent.add('arxiv:2205.14135');
    await recent.add(bea);
    await topics.move([ada], 'Mine');
    await topics.move([bea], 'Old');
    await topics.move(['arxiv:2205.14135'], 'New');
    const renamed: RenamedPaper[] = [];
    test.client.onDidRename((papers) => renamed.push(...papers));
    test.sources.save(memoryFile('a.bib', after));
    expect(await test.keys()).to.eql(['Ada', 'Bea']);
    expect(renamed).to.have.deep.members([
      { from: ada, to: 'doi:10.1000/ada' },
      { from: bea, to: 'arxiv:2205.14135' },
    ]);
    await Promise.all([states.rename(renamed), recent.rename(renamed), topics.rename(renamed)]);
    expect([states.get('doi:10.1000/ada'), states.get('arxiv:2205.14135'), states.get(ada)]).to.eql([
      'reading',
      'read',
      undefined,
    ]);
    expect(recent.ids).to.eql(['arxiv:2205.14135', 'doi:10.1000/ada']);
    expect(topics.all).to.have.deep.members([
      ['doi:10.1000/ada', 'Mine'],
      ['arxiv:2205.14135', 'New'],
    ]);
    states.dispose();
    topics.dispose();
  });

  it('lets a paper stay in the topic it was moved to when it is known under a new id', async () => {
    const test = start([memoryFile('a.bib', bibliography('Ada'))]);
    const [{ id } = { id: '' }] = await test.client.overview();
    test.corrections = [[id, 'Mine']];
    test.correctionsChange.fire();
    const topics = async (): Promise<readonly string[]> =>
      (await test.client.groups('topic', 'title')).map(({ label }) => label);
    expect(await topics()).to.eql(['Mine']);
    test.sources.save(memoryFile('a.bib', bibEntry('Ada', { doi: '10.1000/ada' })));
    expect(await topics()).to.eql(['Mine']);
    test.corrections = [];
    test.correctionsChange.fire();
    expect(await topics()).not.to.include('Mine');
  });
});
