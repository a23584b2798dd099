// @ts-check
// `npm test`: every test of Paperside alone, or `npm test -- unit|integration|web|e2e [words of a test's name]`; `tools`,
// which has LaTeX, Pandoc and Typst read what Paperside writes, runs where it is named.
import { rmSync } from 'node:fs';
import { ensureInstalled } from './harness/ensureInstalled.mjs';
import { folders } from './harness/folders.mjs';

const partNames = ['unit', 'integration', 'web', 'e2e'];
const namedParts = [...partNames, 'tools'];
const [chosen, ...words] = process.argv.slice(2);
if (chosen !== undefined && !namedParts.includes(chosen)) {
  console.error(`There is no part "${chosen}". The parts are ${namedParts.join(', ')}.`);
  process.exit(2);
}

await ensureInstalled();
// Only now, as it imports what has just been installed.
const { runTestParts } = await import('./harness/runTestParts.mjs');
rmSync(folders.failures, { recursive: true, force: true });
const passed = await runTestParts(chosen === undefined ? partNames : [chosen], words.join(' '));
process.exit(passed ? 0 : 1);
