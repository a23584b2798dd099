// @ts-check
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from './folders.mjs';
import { runCommand } from './runCommand.mjs';

const largest = 1.5 * 1024 * 1024;

/**
 * Packages the extension as `npm run package` does, and looks at what came out.
 * @returns {Promise<string>} the `.vsix` file
 * @throws {Error} when the package holds what it should not, is too large, or was made with a warning
 */
export async function packageExtension() {
  const target = join(folders.out, 'package');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const output = await runCommand('npm', ['run', '--silent', 'package', '--', '--out', target], { cwd: folders.root });
  const [name] = readdirSync(target);
  if (name === undefined) throw new Error(`npm run package made no file:\n${output}`);
  const file = join(target, name);
  const { size } = statSync(file);
  if (size > largest) throw new Error(`The package has ${size} bytes, more than ${largest}.`);
  const unwanted = /^.*(?:WARNING|node_modules|\.map\b|\.ts\b).*$/m.exec(output)?.[0];
  if (unwanted !== undefined) throw new Error(`npm run package says: ${unwanted.trim()}`);
  return file;
}
