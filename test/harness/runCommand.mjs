// @ts-check
import { spawn } from 'node:child_process';
import { atExit } from './atExit.mjs';

/**
 * Runs a program to its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` lets its output through
 * @returns {Promise<string>} what it wrote
 * @throws {Error} with the end of what it wrote, when it fails or cannot be started
 */
export function runCommand(program, args, { cwd, env = process.env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    // npm is a batch file on Windows, which only a shell can start.
    const child = spawn(program, args, {
      cwd,
      env,
      shell: process.platform === 'win32' && program === 'npm',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const forget = atExit(() => child.kill());
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => {
      forget();
      reject(new Error(`${program} could not be started: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      forget();
      if (code === 0) resolve(output);
      else
        reject(
          new Error(`${program} ${args.join(' ')} failed (${signal ?? code}):\n${show ? '' : output.slice(-4000)}`),
        );
    });
  });
}
