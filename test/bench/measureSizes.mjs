// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../harness/folders.mjs';

/**
 * @param {string} vsix
 * @returns {{ name: string, bytes: number }[]} the package, then the production bundles that have just been made for it
 */
export function measureSizes(vsix) {
  const bundles = join(folders.root, 'dist');
  return [
    { name: '.vsix', bytes: statSync(vsix).size },
    ...readdirSync(bundles).map((name) => ({ name: `dist/${name}`, bytes: statSync(join(bundles, name)).size })),
  ];
}
