import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeWorkerPort } from '../../src/nodeWorkerPort';
import { PortClosedError, rpcClient } from '../../src/protocol/rpc';

interface Sums {
  add(a: number, b: number): number;
}

/** Keeps this thread from hearing anything until a worker has started and ended, and lets it hear all of that at once. */
async function beBusy(): Promise<void> {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('The port of a worker thread', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'paperside-worker-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const scripts: Readonly<Record<string, { readonly script?: string; readonly reason: RegExp }>> = {
    'is missing': { reason: /Cannot find module/ },
    throws: { script: 'throw new Error("The worker is broken.");', reason: /The worker is broken/ },
    'ends at once': { script: 'process.exit(3);', reason: /ended with code 3/ },
    'is no script': { script: '\u0000\u0007 {', reason: /Invalid|Unexpected/ },
  };
  for (const [what, { script, reason }] of Object.entries(scripts)) {
    for (const busy of [false, true]) {
      it(`is closed when the script ${what}${busy ? ', though the host was busy meanwhile' : ''}`, async () => {
        const path = join(folder, `${what.replaceAll(' ', '-')}.cjs`);
        if (script !== undefined) writeFileSync(path, script);
        const port = nodeWorkerPort(path);
        if (busy) await beBusy();
        const client = rpcClient<Sums>(port, () => undefined);
        const error = await client.remote.add(1, 2).then(
          () => expect.fail('The call should have been rejected.'),
          (rejection: unknown) => rejection,
        );
        expect(error).to.be.an.instanceOf(PortClosedError).with.property('message').that.matches(reason);
      });
    }
  }

  it('carries messages there and back, and ends when it is closed', async () => {
    const path = join(folder, 'echo.cjs');
    writeFileSync(
      path,
      `const { parentPort: p } = require('node:worker_threads'); p.on('message', (m) => p.postMessage(m));`,
    );
    const port = nodeWorkerPort(path);
    const answer = new Promise((resolve) => port.onMessage(resolve));
    const ended = new Promise<Error | undefined>((resolve) => port.onClose(resolve));
    port.postMessage({ say: 'hello' });
    expect(await answer).to.eql({ say: 'hello' });
    port.close();
    expect((await ended)?.message).to.match(/ended with code 1/);
  });
});
