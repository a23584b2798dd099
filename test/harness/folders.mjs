// @ts-check
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** The folders the harness reads and writes: the repository, its build output, and the cache outside every clone. */
export const folders = Object.freeze({
  root,
  out: join(root, 'out'),
  failures: join(root, 'out', 'failures'),
  sampleWorkspace: join(root, 'test', 'workspace'),
  cache: join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'paperside'),
});
