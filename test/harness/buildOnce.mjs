// @ts-check
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { atExit } from './atExit.mjs';

const abandonedAfter = 60 * 60 * 1000;

/**
 * Makes a folder of the cache once. It is built beside its place and moved there when complete, so a run that was
 * stopped half-way leaves nothing that looks finished, and two runs at the same time do no harm.
 * @param {string} folder
 * @param {readonly string[]} proofs files, relative to the folder, without which it counts as half-made
 * @param {(folder: string) => Promise<void>} build
 */
export async function buildOnce(folder, proofs, build) {
  const complete = () => proofs.every((proof) => existsSync(join(folder, proof)));
  if (complete()) return;
  const parent = dirname(folder);
  const prefix = `.${basename(folder)}-`;
  mkdirSync(parent, { recursive: true });
  removeAbandoned(parent, prefix);
  const draft = mkdtempSync(join(parent, prefix));
  const forget = atExit(() => remove(draft));
  try {
    await build(draft);
    if (complete()) return; // Another run was quicker.
    remove(folder);
    renameSync(draft, folder);
  } catch (error) {
    if (!complete()) throw error;
  } finally {
    forget();
    remove(draft);
  }
  if (!complete()) throw new Error(`${folder} is incomplete: one of ${proofs.join(', ')} is missing.`);
}

/** @param {string} folder */
function remove(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 });
}

/**
 * @param {string} parent
 * @param {string} prefix
 */
function removeAbandoned(parent, prefix) {
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (name.startsWith(prefix) && Date.now() - statSync(path).mtimeMs > abandonedAfter) remove(path);
  }
}
