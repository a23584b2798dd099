import { expect } from 'chai';
import { keptFiles } from '../../src/worker/keptFiles.browser';

// Node has none; what is used there is tested without VS Code.
if ('indexedDB' in globalThis) {
  describe('Files in the browser’s database', () => {
    it('are what was written last, and do not meet those of another place', async () => {
      const files = keptFiles('memory:/one');
      const others = keptFiles('memory:/one/two');
      await files.keepOnly([]);
      await others.keepOnly([]);
      expect(await files.read('a')).to.equal(undefined);
      await files.write('a', new Uint8Array([1, 2, 3]));
      await files.write('b', new Uint8Array(100_000).fill(7).subarray(1));
      await files.write('a', new Uint8Array([4]));
      await others.write('a', new Uint8Array([5]));
      expect(new Uint8Array((await files.read('a'))!)).to.eql(new Uint8Array([4]));
      expect((await files.read('b'))!.byteLength).to.equal(99_999);
      await files.keepOnly(['b']);
      expect(new Uint8Array((await others.read('a'))!)).to.eql(new Uint8Array([5]));
      await others.keepOnly([]);
      expect(await others.read('a')).to.equal(undefined);
      expect(await files.read('a')).to.equal(undefined);
      expect((await files.read('b'))!.byteLength).to.equal(99_999);
    });
  });
}
