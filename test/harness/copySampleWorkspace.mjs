// @ts-check
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from './folders.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/**
 * Copies the sample workspace, so that what a run writes does not stay.
 * @returns {string} the copy, which goes when this process ends
 */
export function copySampleWorkspace() {
  const copy = join(temporaryFolder('workspace'), 'papers');
  cpSync(folders.sampleWorkspace, copy, { recursive: true });
  return copy;
}
