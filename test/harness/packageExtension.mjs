// @ts-check
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from './folders.mjs';
import { runCommand } from './runCommand.mjs';

/**
 * Packages the extension as `npm run package` does.
 * @returns {Promise<string>} the `.vsix` file
 */
export async function packageExtension() {
  const target = join(folders.out, 'package');
  rmSync(target, { recursive: true, force: true });
  await runCommand('npm', ['run', '--silent', 'package', '--', '--out', `${target}${'/'}`], { cwd: folders.root });
  const [file] = readdirSync(target);
  if (file === undefined) throw new Error('npm run package made no file.');
  return join(target, file);
}
