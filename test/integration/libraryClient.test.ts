import { expect } from 'chai';
import { EventEmitter, type LogOutputChannel, window } from 'vscode';
import { LibraryClient } from '../../src/host/libraryClient';
import type { LibraryTrouble } from '../../src/host/libraryTrouble';
import type { LibrarySource } from '../../src/host/librarySources';
import type { DocumentEdit } from '../../src/host/openDocuments';
import type { MessagePort } from '../../src/protocol/rpc';
import { startLocalLibrary } from '../../src/worker/localLibrary';
import { nextTask } from '../../src/worker/nextTask';
import { bibliography } from './support/bibliography';
import { eventually } from './support/eventually';
import { ClientUnderTest, memoryFile, mortalPort } from './support/libraryClients';
import { MemoryState } from './support/memoryState';
import { MemorySources } from './support/memorySources';

/** A file of so many papers, as the bundled one is written. */
const corpus = (count: number): LibrarySource => {
  const papers = Array.from({ length: count }, (_, index) => ({
    id: `doi:10.1000/${index}`,
    key: `key${index}`,
    title: `Paper number ${index}`,
    abstract: '',
    source: { title: '', abstract: '' },
    authors: [],
    type: 'article',
    doi: `10.1000/${index}`,
    topics: ['Other'],
    links: [],
  }));
  return {
    uri: 'memory:/papers.json',
    kind: 'bundled',
    named: true,
    read: async () => new TextEncoder().encode(JSON.stringify(papers)),
  };
};

describe('Library client', () => {
  let log: LogOutputChannel;
  const clients: LibraryClient[] = [];
  const troubles: LibraryTrouble['kind'][] = [];

  const createClient = (
    sources: readonly LibrarySource[],
    startWorker: () => Promise<MessagePort>,
    startLocally: () => Promise<MessagePort> = async () => startLocalLibrary(),
  ): LibraryClient => {
    const client = new LibraryClient({
      sources: new MemorySources(sources),
      documents: {
        onDidEdit: new EventEmitter<DocumentEdit>().event,
        onDidDiscard: new EventEmitter<string>().event,
        isUnsaved: () => false,
        unsavedText: () => undefined,
      },
      topicCorrections: { all: [], onDidChange: new EventEmitter<void>().event },
      familiarPapers: { all: [], onDidChange: new EventEmitter<void>().event },
      readingStates: { all: [], onDidChange: new EventEmitter<readonly string[]>().event },
      startWorker,
      startLocally,
      kept: { place: '', version: '1', state: new MemoryState() },
      log,
    });
    client.onDidMeetTrouble(({ kind }) => troubles.push(kind));
    clients.push(client);
    return client;
  };

  before(() => {
    log = window.createOutputChannel('Paperside test', { log: true });
  });
  after(() => log.dispose());
  afterEach(() => {
    for (const client of clients.splice(0)) client.dispose();
    troubles.length = 0;
  });

  it('starts nothing before it is asked', async () => {
    let starts = 0;
    const client = createClient([corpus(3)], async () => (starts++, mortalPort().port));
    await nextTask();
    expect(starts).to.equal(0);
    await Promise.all([client.ready(), client.search('paper', 5), client.ready()]);
    expect(starts).to.equal(1);
  });

  it('receives more rows than fit in one slice', async () => {
    const client = createClient([corpus(1203)], async () => mortalPort().port);
    await client.ready();
    expect(client.size).to.equal(1203);
    const groups = await client.groups('topic', 'title');
    for (const id of groups.flatMap(({ ids }) => ids)) expect(client.row(id)).to.have.property('id', id);
  });

  it('starts a worker that died again, and asks again what was waiting', async () => {
    const ports = [mortalPort(), mortalPort()];
    let starts = 0;
    const client = createClient([corpus(3)], async () => ports[starts++]!.port);
    await client.ready();
    const waiting = client.search('number', 10);
    ports[0]!.die();
    expect((await waiting).hits).to.have.length(3);
    expect(starts).to.equal(2);
    expect(troubles).to.eql(['worker-restarted']);
  });

  it('goes on in this process when the worker keeps dying', async () => {
    let starts = 0;
    const client = createClient([corpus(3)], async () => {
      starts++;
      const { port, die } = mortalPort();
      setTimeout(die, 1);
      return port;
    });
    expect((await client.search('number', 10)).hits).to.have.length(3);
    expect(starts).to.equal(3);
    expect(troubles).to.eql(['worker-restarted']);
  });

  it('goes on in this process when no worker can be started', async () => {
    const client = createClient([corpus(3)], () => Promise.reject(new Error('Workers are forbidden here.')));
    expect((await client.search('number', 10)).hits).to.have.length(3);
    expect(troubles).to.eql([]);
  });

  it('reports a file that cannot be read, and reads the others', async () => {
    const missing: LibrarySource = {
      uri: 'memory:/missing.json',
      kind: 'user',
      named: true,
      read: () => Promise.reject(new Error('no such file')),
    };
    const client = createClient([missing, corpus(2)], async () => mortalPort().port);
    await client.ready();
    expect(client.size).to.equal(2);
    expect(troubles).to.eql(['source-unreadable']);
  });

  it('reports a file that is no library, and reads the others', async () => {
    const broken: LibrarySource = {
      uri: 'memory:/broken.json',
      kind: 'user',
      named: true,
      read: async () => new TextEncoder().encode('[{"id":'),
    };
    const client = createClient([broken, corpus(2)], async () => mortalPort().port);
    await client.ready();
    expect(client.size).to.equal(2);
    expect(troubles).to.eql(['source-unreadable']);
  });

  describe('of files that end the worker', () => {
    const deadly = 'deadly';
    const tests: ClientUnderTest[] = [];
    afterEach(() => {
      for (const test of tests.splice(0)) test.dispose();
    });

    /** A client whose workers die of every file with the deadly word; `starts` counts them. */
    const createTest = (...sources: readonly LibrarySource[]): { readonly test: ClientUnderTest; starts: number } => {
      const counted = { starts: 0 };
      const test = new ClientUnderTest(sources, async () => {
        counted.starts++;
        const { port, die } = mortalPort(({ replaceSource }) => ({
          replaceSource: (source) => {
            if (!new TextDecoder().decode(source.bytes).includes(deadly)) return replaceSource(source);
            die();
            return new Promise(() => undefined);
          },
        }));
        return port;
      });
      tests.push(test);
      return Object.assign(counted, { test });
    };
    const reason = 'reading it stopped the background worker of Paperside twice';

    it('leaves them out after two deaths each, says so once, and reads the others', async () => {
      const names = ['one.bib', 'two.bib'];
      const created = createTest(
        memoryFile('a.bib', bibliography('Ada')),
        ...names.map((name) => memoryFile(name, deadly)),
        memoryFile('z.bib', bibliography('Zoe')),
      );
      const { test } = created;
      expect(await test.keys()).to.eql(['Ada', 'Zoe']);
      expect(created.starts).to.equal(5);
      expect(test.troubles).to.eql(['worker-restarted', ...names.map((name) => `memory:/${name}: ${reason}`)]);
      for (const name of names) {
        expect(test.client.problems(`memory:/${name}`).map(({ code }) => code)).to.eql(['unreadable']);
      }
    });

    it('reads one that has changed', async () => {
      const { test } = createTest(memoryFile('a.bib', bibliography('Ada')), memoryFile('b.bib', deadly));
      await test.client.ready();
      test.sources.save(memoryFile('b.bib', bibliography('Bea')));
      await eventually('the mended file', async () => (await test.keys()).includes('Bea'));
      expect(test.client.problemsIn()).to.equal(0);
    });

    it('takes the papers out of one that became so, and tries each change of it twice', async () => {
      const created = createTest(memoryFile('a.bib', bibliography('Ada')), memoryFile('b.bib', bibliography('Bea')));
      const { test } = created;
      expect(await test.keys()).to.eql(['Ada', 'Bea']);
      for (const starts of [3, 5]) {
        test.sources.save(memoryFile('b.bib', deadly));
        await eventually('the last worker', () => created.starts === starts);
        expect(await test.keys()).to.eql(['Ada']);
        expect(created.starts).to.equal(starts);
      }
    });
  });
});
