// @ts-check
import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folders } from './folders.mjs';

const tests = join(folders.root, 'test');
const target = join(folders.out, 'test');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: folders.root,
  bundle: true,
  sourcemap: 'inline',
  loader: { '.txt': 'text' },
  logLevel: 'warning',
};

/** Leaves the harness as it is: it finds its folders by its own place, and its modules hold state. @type {import('esbuild').Plugin} */
const externalHarness = {
  name: 'external-harness',
  setup({ onResolve }) {
    onResolve({ filter: /\/harness\/\w+\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(join(resolveDir, path)).href,
      external: true,
    }));
  },
};

/**
 * Bundles the unit tests for plain Node.
 * @returns {Promise<string[]>} the file to run
 */
export async function buildUnitTests() {
  const outfile = join(target, 'unit.cjs');
  await build({
    ...shared,
    stdin: importAll('unit', testFiles('unit')),
    platform: 'node',
    format: 'cjs',
    external: ['esbuild', 'typescript'],
    outfile,
  });
  return [outfile];
}

/**
 * Bundles the tests with other programs for plain Node.
 * @returns {Promise<string[]>} the file to run
 */
export async function buildToolTests() {
  const outfile = join(target, 'tools.mjs');
  await build({
    ...shared,
    stdin: importAll('tools', testFiles('tools')),
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
  });
  return [outfile];
}

/**
 * Bundles the integration tests for both extension hosts, under the extension's folder, where the web host finds them.
 * @returns {Promise<string>} the file to run
 */
export async function buildIntegrationTests() {
  const outfile = join(target, 'integration.js');
  await build({
    ...shared,
    stdin: importAll('integration', ['./index.ts', ...testFiles('integration')], "export { run } from './index.ts';"),
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    outfile,
  });
  return outfile;
}

/**
 * Bundles the end-to-end tests, one file each.
 * @returns {Promise<string[]>} the files to run
 */
export async function buildEndToEndTests() {
  const folder = join(target, 'e2e');
  rmSync(folder, { recursive: true, force: true });
  const files = testFiles('e2e');
  await build({
    ...shared,
    entryPoints: files.map((file) => join(tests, 'e2e', file)),
    platform: 'node',
    format: 'esm',
    splitting: true,
    packages: 'external',
    plugins: [externalHarness],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });
  return files.map((file) => join(folder, file.replace(/\.ts$/, '.mjs')));
}

/**
 * @param {string} folder
 * @returns {string[]} the test files in it, relative to it, in order of their names
 */
function testFiles(folder) {
  return readdirSync(join(tests, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `./${name.replaceAll('\\', '/')}`)
    .sort();
}

/**
 * @param {string} folder
 * @param {readonly string[]} files
 * @param {string} [more]
 * @returns {import('esbuild').StdinOptions}
 */
function importAll(folder, files, more = '') {
  const lines = files.map((file) => `import ${JSON.stringify(file)};`);
  return {
    contents: [...lines, more].join('\n'),
    resolveDir: join(tests, folder),
    sourcefile: `${folder}.ts`,
    loader: 'ts',
  };
}
