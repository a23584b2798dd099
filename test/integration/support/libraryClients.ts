import { EventEmitter, type LogOutputChannel, window } from 'vscode';
import type { PaperId } from '../../../src/core/paper';
import { LibraryClient, type LibraryClientOptions } from '../../../src/host/libraryClient';
import type { LibraryTrouble } from '../../../src/host/libraryTrouble';
import type { LibrarySource } from '../../../src/host/librarySources';
import type { StateStore } from '../../../src/host/stateStore';
import type { DocumentEdit } from '../../../src/host/openDocuments';
import type { LibraryProtocol } from '../../../src/protocol/libraryProtocol';
import { localPorts } from '../../../src/protocol/localPorts';
import { type MessagePort, type RpcServer, serveRpc } from '../../../src/protocol/rpc';
import { libraryService } from '../../../src/worker/libraryService';
import { startLocalLibrary } from '../../../src/worker/localLibrary';
import { nextTask } from '../../../src/worker/nextTask';
import { MemoryState } from './memoryState';
import { MemorySources } from './memorySources';

type Service = RpcServer<LibraryProtocol>;

/** A port to the real service that can be cut off as a worker that dies is. */
export function mortalPort(change: (service: Service) => Partial<Service> = () => ({})): {
  readonly port: MessagePort;
  die(): void;
} {
  const [ours, theirs] = localPorts();
  const service = libraryService(nextTask);
  serveRpc<LibraryProtocol>(theirs, { ...service, ...change(service) });
  let onClose: (reason: Error | undefined) => void = () => undefined;
  return {
    port: { ...ours, onClose: (listener) => (onClose = listener) },
    die: () => {
      ours.close();
      onClose(new Error('The worker ran out of memory.'));
    },
  };
}

/** For all of them: what a client was doing when it was disposed of goes on for a moment. */
let log: LogOutputChannel | undefined;

/** A library client with sources that tests change, and all that it tells. */
export class ClientUnderTest {
  readonly sources: MemorySources;
  readonly client: LibraryClient;
  readonly troubles: string[] = [];
  readonly problemsOf: string[] = [];
  readonly edits = new EventEmitter<DocumentEdit>();
  readonly discards = new EventEmitter<string>();
  readonly unsaved = new Map<string, string>();
  readonly correctionsChange = new EventEmitter<void>();
  corrections: readonly (readonly [PaperId, string])[] = [];
  changes = 0;

  constructor(
    sources: readonly LibrarySource[],
    startWorker: () => Promise<MessagePort> = async () => startLocalLibrary(),
    documents?: LibraryClientOptions['documents'],
    state: StateStore = new MemoryState(),
  ) {
    this.sources = new MemorySources(sources);
    const { unsaved } = this;
    const corrections = (): readonly (readonly [PaperId, string])[] => this.corrections;
    this.client = new LibraryClient({
      sources: this.sources,
      documents: documents ?? {
        onDidEdit: this.edits.event,
        onDidDiscard: this.discards.event,
        isUnsaved: (uri) => unsaved.has(uri),
        unsavedText: (uri) => unsaved.get(uri),
      },
      topicCorrections: {
        get all() {
          return corrections();
        },
        onDidChange: this.correctionsChange.event,
      },
      familiarPapers: { all: [], onDidChange: new EventEmitter<void>().event },
      readingStates: { all: [], onDidChange: new EventEmitter<readonly string[]>().event },
      startWorker,
      kept: { place: '', version: '1', state },
      startLocally: async () => startLocalLibrary(),
      log: (log ??= window.createOutputChannel('Paperside library test', { log: true })),
    });
    this.client.onDidMeetTrouble((trouble) => this.troubles.push(told(trouble)));
    this.client.onDidChangeProblems((uri) => this.problemsOf.push(uri));
    this.client.onDidChange(() => this.changes++);
  }

  dispose(): void {
    this.client.dispose();
    this.sources.dispose();
  }

  /** The citation keys of all papers, in order. */
  async keys(): Promise<readonly string[]> {
    return (await this.client.overview()).map(({ key }) => key).sort();
  }
}

function told(trouble: LibraryTrouble): string {
  return trouble.kind === 'source-unreadable' ? `${trouble.source.uri}: ${trouble.reason}` : trouble.kind;
}

/** A file that holds a text, which may change. */
export function memoryFile(
  name: string,
  text: string | (() => string | Promise<string>),
  kind: LibrarySource['kind'] = 'project',
): LibrarySource {
  return {
    uri: `memory:/${name}`,
    kind,
    read: async () => new TextEncoder().encode(typeof text === 'string' ? text : await text()),
  };
}
