import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { folders } from '../../harness/folders.mjs';

const axe = readFileSync(createRequire(join(folders.root, 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong in the abstract panel of a window: the rule and the places, one line each. */
export async function violations(page: Page): Promise<string[]> {
  const frame = page.frames().find((candidate) => candidate.url().includes('fake.html'));
  if (!frame) throw new Error('No webview is open.');
  // The panel's policy forbids script elements; evaluating is the debugger's right.
  await frame.evaluate(axe);
  const results = (await frame.evaluate('axe.run(document)')) as AxeResults;
  if (results.passes.length === 0) throw new Error('axe-core looked at nothing.');
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
