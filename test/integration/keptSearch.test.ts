import { expect } from 'chai';
import type { LibrarySource } from '../../src/host/librarySources';
import { localPorts } from '../../src/protocol/localPorts';
import { type MessagePort, serveRpc } from '../../src/protocol/rpc';
import { helperService } from '../../src/worker/helperService';
import type { KeptFiles } from '../../src/worker/keptFiles';
import { libraryService } from '../../src/worker/libraryService';
import { nextTask } from '../../src/worker/nextTask';
import { eventually } from './support/eventually';
import { ClientUnderTest } from './support/libraryClients';
import { MemoryState } from './support/memoryState';

const papers = 2_100;

function bibliography(title: string): string {
  const entries = Array.from({ length: papers }, (_, i) => `@misc{k${i}, title = {Number${i} of many}}`);
  return [`@misc{first, title = {${title}}, author = {Dao, Tri}}`, ...entries].join('\n');
}

/** What a computer keeps between windows. */
class Computer {
  readonly state = new MemoryState();
  readonly #files = new Map<string, ArrayBuffer>();
  #isReadable: Promise<void> = Promise.resolve();
  #text = bibliography('A walrus');
  #stamp = 1;
  workers = 0;

  readonly #keptFiles: KeptFiles = {
    read: async (name) => this.#files.get(name)?.slice(0),
    write: async (name, bytes) => void this.#files.set(name, bytes.slice().buffer),
    keepOnly: async (names) => {
      for (const name of [...this.#files.keys()].filter((one) => !names.includes(one))) this.#files.delete(name);
    },
  };

  get keeps(): boolean {
    return this.#files.has('changes');
  }

  save(text: string): void {
    this.#text = text;
    this.#stamp++;
  }

  /** Files can be looked at, but not read, until what is given back is called. */
  hold(): () => void {
    let release: () => void = () => undefined;
    this.#isReadable = new Promise((resolve) => (release = resolve));
    return release;
  }

  openWindow(): ClientUnderTest {
    const source: LibrarySource = {
      uri: 'memory:/refs.bib',
      kind: 'project',
      stamp: async () => String(this.#stamp),
      read: async () => {
        await this.#isReadable;
        return new TextEncoder().encode(this.#text);
      },
    };
    const startWorker = async (): Promise<MessagePort> => {
      this.workers++;
      const [ours, theirs] = localPorts();
      const platform = { keptFiles: () => this.#keptFiles, startHelper: () => ours };
      serveRpc(theirs, { ...libraryService(nextTask, platform), ...helperService(platform) });
      return ours;
    };
    return new ClientUnderTest([source], startWorker, undefined, this.state);
  }
}

describe('A large library in the next window', () => {
  let computer: Computer;
  let windows: ClientUnderTest[];

  const openWindow = (): ClientUnderTest => {
    const window = computer.openWindow();
    windows.push(window);
    return window;
  };
  const found = async ({ client }: ClientUnderTest, query: string): Promise<readonly (string | undefined)[]> =>
    (await client.search(query, 1)).hits.map(({ id }) => client.row(id)?.title);

  beforeEach(async () => {
    computer = new Computer();
    windows = [];
    const first = openWindow();
    expect(await found(first, 'walrus')).to.eql(['A walrus']);
    expect(computer.workers).to.equal(1);
    await eventually('the index is kept', () => computer.keeps && computer.state.get('searchIndexKept') === true);
    first.dispose();
  });
  afterEach(() => windows.forEach((window) => window.dispose()));

  it('is searched before its files are read, and with fields afterwards', async () => {
    const release = computer.hold();
    const second = openWindow();
    expect(await found(second, 'walrus')).to.eql(['A walrus']);
    expect(await found(second, 'number1999')).to.eql(['Number1999 of many']);
    const withField = found(second, 'walrus author:dao');
    release();
    expect(await withField).to.eql(['A walrus']);
    expect(await found(second, 'walrus')).to.eql(['A walrus']);
    expect(second.client.size).to.equal(papers + 1);
  });

  it('is not searched as it was where a file has changed', async () => {
    computer.save(bibliography('A heron'));
    const second = openWindow();
    expect(await found(second, 'walrus')).to.eql([]);
    expect(await found(second, 'heron')).to.eql(['A heron']);
  });

  it('needs no second worker any more when it has become small', async () => {
    computer.save('@misc{one, title = {A heron}}');
    const second = openWindow();
    expect(await found(second, 'heron')).to.eql(['A heron']);
    await eventually('that is noticed', () => computer.state.get('searchIndexKept') === false);
    const { workers } = computer;
    expect(await found(openWindow(), 'heron')).to.eql(['A heron']);
    expect(computer.workers).to.equal(workers + 1);
  });
});
