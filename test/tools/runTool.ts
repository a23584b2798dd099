import { spawnSync } from 'node:child_process';

/**
 * Runs a program of LaTeX to its end.
 * @returns all that it said; nothing where this machine does not have it
 */
export function runTool(command: string, parameters: readonly string[], folder: string): string | undefined {
  const { error, stderr, stdout } = spawnSync(command, parameters, { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  if (error && 'code' in error && error.code === 'ENOENT') return undefined;
  if (error) throw error;
  return stdout + stderr;
}

/** Whether this machine has a program; says so where it has not, which in CI is a mistake. */
export function hasTool(command: string): boolean {
  const isThere = runTool(command, ['--version'], '.') !== undefined;
  if (!isThere && process.env['CI']) throw new Error(`${command} is not installed.`);
  if (!isThere) process.stdout.write(`not run: no ${command}\n`);
  return isThere;
}
