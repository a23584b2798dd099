// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from './folders.mjs';
import { runCommand } from './runCommand.mjs';

const installed = join(folders.root, 'node_modules');
const stamp = join(installed, '.paperside-lock');

/**
 * Installs the dependencies when they are missing or the lock file has changed since. It uses nothing that would have
 * to be installed first.
 */
export async function ensureInstalled() {
  const lock = readFileSync(join(folders.root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) ? readFileSync(stamp, 'utf8') === hash(lock) : matchesNpmsRecord(lock)) return;
  console.log('Installing the dependencies (npm ci) …');
  await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folders.root, show: true });
  writeFileSync(stamp, hash(lock));
}

/** @param {string} text */
function hash(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Whether what npm says it installed is what the lock file asks for, so that a plain `npm ci` before needs no second.
 * @param {string} lock
 */
function matchesNpmsRecord(lock) {
  const record = join(installed, '.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages } = JSON.parse(lock);
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(packages).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}
