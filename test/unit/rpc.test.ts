import { expect } from 'chai';
import { localPorts } from '../../src/protocol/localPorts';
import { type MessagePort, PortClosedError, rpcClient, serveRpc } from '../../src/protocol/rpc';

interface Sums {
  add(a: number, b: number): number;
  slow(name: string, milliseconds: number): string;
  fail(message: string): never;
  size(file: { readonly bytes: Uint8Array }): number;
}

function connect(): { client: ReturnType<typeof rpcClient<Sums>>; log: string[] } {
  const [ours, theirs] = localPorts();
  const log: string[] = [];
  serveRpc<Sums>(theirs, {
    add: (a, b) => a + b,
    slow: async (name, milliseconds) => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      log.push(`${name} ends`);
      return name;
    },
    fail: (message) => {
      throw new Error(message);
    },
    size: ({ bytes }) => bytes.byteLength,
  });
  return { client: rpcClient<Sums>(ours, () => undefined), log };
}

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.fail('The call should have been rejected.'),
    (error: unknown) => error,
  );

describe('Calls between host and worker', () => {
  it('answer with the result', async () => {
    const { client } = connect();
    expect(await client.remote.add(1, 2)).to.equal(3);
    expect(await client.remote.size({ bytes: new Uint8Array(7) })).to.equal(7);
  });

  it('reject with the error thrown on the other end, and go on', async () => {
    const { client } = connect();
    expect(await rejection(client.remote.fail('no such file')))
      .to.be.an('error')
      .with.property('message', 'no such file');
    expect(await client.remote.add(1, 2)).to.equal(3);
  });

  it('are carried out one at a time, in the order in which they were made', async () => {
    const { client, log } = connect();
    expect(await Promise.all([client.remote.slow('first', 5), client.remote.slow('second', 0)])).to.eql([
      'first',
      'second',
    ]);
    expect(log).to.eql(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('reject when the caller hangs up, and ever after', async () => {
    const { client } = connect();
    const waiting = rejection(client.remote.slow('never', 5));
    client.dispose();
    expect(await waiting).to.be.an.instanceOf(PortClosedError);
    expect(await rejection(client.remote.add(1, 2))).to.be.an.instanceOf(PortClosedError);
  });

  it('reject when the other end dies, which is told once', async () => {
    let die: (reason: Error) => void = () => undefined;
    const port: MessagePort = {
      postMessage: () => undefined,
      onMessage: () => undefined,
      onClose: (listener) => (die = listener),
      close: () => undefined,
    };
    const deaths: string[] = [];
    const client = rpcClient<Sums>(port, (error) => deaths.push(error.message));
    const waiting = rejection(client.remote.add(1, 2));
    die(new Error('out of memory'));
    die(new Error('again'));
    expect(await waiting).to.be.an.instanceOf(PortClosedError);
    expect(deaths).to.eql(['out of memory']);
  });

  it('reject a function that the other end lacks', async () => {
    const { client } = connect();
    const { missing } = client.remote as unknown as { missing(): Promise<void> };
    expect(await rejection(missing()))
      .to.be.an('error')
      .with.property('message', 'There is no function missing.');
  });
});
