// @ts-check
import { build } from 'esbuild';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../harness/folders.mjs';

const source = join(folders.root, 'test', 'bench', 'probe');
const target = join(folders.out, 'bench', 'probe');

/**
 * Builds the extension that measures from inside the extension host.
 * @returns {Promise<{ extension: string, bundle: string }>} its folder, and the script that VS Code runs as its tests
 */
export async function buildProbe() {
  await build({
    entryPoints: [join(source, 'run.ts'), join(source, 'engineWorker.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    outdir: target,
    logLevel: 'warning',
  });
  cpSync(join(source, 'package.json'), join(target, 'package.json'));
  return { extension: target, bundle: join(target, 'run.js') };
}
