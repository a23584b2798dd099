// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit.mjs';

/**
 * Makes a folder that is gone when this process ends.
 * @param {string} name
 * @returns {string} its path
 */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `paperside-${name}-`));
  atExit(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return folder;
}
