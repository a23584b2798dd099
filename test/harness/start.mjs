// @ts-check
// `npm start`: VS Code with Paperside and a sample workspace. `--web` forces the browser, `--port N` sets its port.
import { spawn, spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { copySampleWorkspace } from './copySampleWorkspace.mjs';
import { ensureInstalled } from './ensureInstalled.mjs';
import { folders } from './folders.mjs';
import { runCommand } from './runCommand.mjs';

const { values: options } = parseArgs({ options: { web: { type: 'boolean' }, port: { type: 'string' } } });
const windows = process.platform === 'win32';

try {
  await ensureInstalled();
  await runCommand(process.execPath, ['esbuild.js'], { cwd: folders.root });
  if (!options.web && options.port === undefined && hasDesktop()) await openDesktop();
  else await serve(Number(options.port ?? 0));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Whether the `code` of a desktop VS Code can be run and its window be seen. */
function hasDesktop() {
  const display = windows || process.platform === 'darwin' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  return Boolean(display) && spawnSync('code', ['--version'], { shell: windows, timeout: 30_000 }).status === 0;
}

async function openDesktop() {
  console.log('\nOpening VS Code with Paperside and a sample workspace. Close its window to end.\n');
  const quoted = (/** @type {string} */ path) => (windows ? `"${path}"` : path);
  const args = ['--new-window', '--wait', `--extensionDevelopmentPath=${folders.root}`, copySampleWorkspace()];
  const child = spawn('code', args.map(quoted), { shell: windows, stdio: 'inherit' });
  process.exitCode = await new Promise((resolve) => child.once('exit', resolve));
}

/** @param {number} port */
async function serve(port) {
  const { VscodeServer } = await import('./vscodeServer.mjs');
  const server = await VscodeServer.start({ port, development: true });
  const address = server.url(copySampleWorkspace(), { extensionDevelopmentPath: server.remoteUri(folders.root) });
  console.log(`\nPaperside runs in VS Code. Open this link in a browser (it is for you alone):\n\n  ${address}\n`);
  console.log('Press Ctrl+C to end.\n');
  // Ctrl+C or the end of the server ends this process; the server and its data go with it.
  await server.ended;
  console.error(`VS Code's server has ended.\n${server.output.slice(-2000)}`);
  process.exitCode = 1;
}
