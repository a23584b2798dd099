import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptFiles } from './keptFiles';

/** Of files half written by a worker that was ended. */
const unfinished = '.part';

/** Files in a folder, which is made when something is first written. */
export function keptFiles(folder: string): KeptFiles {
  return {
    async read(name) {
      try {
        const { buffer, byteLength, byteOffset } = await readFile(join(folder, name));
        // Small files come as parts of a larger buffer.
        return byteOffset === 0 && byteLength === buffer.byteLength
          ? (buffer as ArrayBuffer)
          : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
      } catch {
        return undefined;
      }
    },
    async write(name, bytes) {
      await mkdir(folder, { recursive: true });
      const part = join(folder, `${randomUUID()}${unfinished}`);
      const file = await open(part, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync(); // else a crash of the machine might leave the new name without its bytes
      } finally {
        await file.close();
      }
      await rename(part, join(folder, name));
    },
    async keepOnly(names) {
      for (const name of await readdir(folder)) {
        if (!names.includes(name)) await rm(join(folder, name), { force: true });
      }
    },
  };
}
