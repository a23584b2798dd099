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
  /** Real bibliographies, where somebody has them; they are not ours to pass on. */
  bibliographies: resolve(process.env['PAPERSIDE_BIB'] ?? join(root, '..', 'shared', 'bib')),
  sampleWorkspace: join(root, 'test', 'workspace'),
  cache: join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'paperside'),
});
