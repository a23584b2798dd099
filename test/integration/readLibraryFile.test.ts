import { expect } from 'chai';
import { FileSystemError, FileType, type Uri, workspace } from 'vscode';
import { readLibraryFile } from '../../src/host/readLibraryFile';
import { type BrokenFile, BrokenFiles } from './support/brokenFiles';
import { TestFolder } from './support/testFolder';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const megabyte = 1024 * 1024;

/** A file whose states follow each other each time it has been read; the last one stays. */
function changing(...states: readonly string[]): BrokenFile & { reads: number } {
  const file = {
    reads: 0,
    stat: () => ({
      size: states[Math.min(file.reads, states.length - 1)]!.length,
      mtime: Math.min(file.reads, states.length - 1),
    }),
    read: () => bytes(states[Math.min(file.reads++, states.length - 1)]!),
  };
  return file;
}

describe('Reading a library file', () => {
  let files: BrokenFiles;
  const folder = new TestFolder();
  before(async () => {
    files = new BrokenFiles();
    await folder.make();
  });
  after(async () => {
    files.dispose();
    await folder.remove();
  });

  const reasonFor = (uri: Uri): Promise<string> =>
    readLibraryFile(uri).then(
      () => 'it was read',
      (error: unknown) => (error as Error).message,
    );

  const failures: readonly (readonly [name: string, reason: string, file: BrokenFile])[] = [
    ['without permission to look', 'you may not read it', { stat: noPermission, read: () => bytes('') }],
    ['without permission to read', 'you may not read it', { stat: () => ({ size: 2 }), read: noPermission }],
    [
      'of 200 MB',
      'it holds 200 MB, and more than 100 MB are not read',
      { stat: () => ({ size: 200 * megabyte }), read: unread },
    ],
    ['that is a folder', 'it is a folder', { stat: () => ({ type: FileType.Directory }), read: unread }],
    [
      'that links to a folder',
      'it is a folder',
      { stat: () => ({ type: FileType.Directory | FileType.SymbolicLink }), read: unread },
    ],
    ['that links to itself', 'ELOOP: too many symbolic links', { stat: loop, read: unread }],
    ['that vanishes before it is read', 'it is not there', { stat: () => ({ size: 2 }), read: missing }],
  ];
  for (const [name, reason, file] of failures) {
    it(`says of one ${name}: ${reason}`, async () => {
      expect(await reasonFor(files.add(`${name}.bib`, file))).to.match(new RegExp(`^${reason}`));
    });
  }

  it('says that one is not there, and that one is a folder, on a real disk', async () => {
    await workspace.fs.createDirectory(folder.at('folder.bib'));
    expect(await reasonFor(folder.at('missing.bib'))).to.equal('it is not there');
    expect(await reasonFor(folder.at('folder.bib'))).to.equal('it is a folder');
  });

  it('reads one again that changed meanwhile, and gives the bytes of one moment', async () => {
    const file = changing('@one', '@two!', '@three');
    expect(new TextDecoder().decode(await readLibraryFile(files.add('changing.bib', file)))).to.equal('@three');
    expect(file.reads).to.equal(3);
  });

  it('reads one that came back after it had vanished for a moment', async () => {
    let looked = 0;
    const file: BrokenFile = {
      stat: (uri) => {
        if (++looked === 2) throw FileSystemError.FileNotFound(uri);
        return { size: 4, mtime: looked < 2 ? 1 : 2 };
      },
      read: () => bytes('@two'),
    };
    expect(new TextDecoder().decode(await readLibraryFile(files.add('renamed.bib', file)))).to.equal('@two');
  });

  it('gives what it has of one that never stops changing', async () => {
    const file: BrokenFile & { reads: number } = {
      reads: 0,
      stat: () => ({ size: 4, mtime: file.reads }),
      read: () => bytes(`@${file.reads++}`.padEnd(4)),
    };
    expect(new TextDecoder().decode(await readLibraryFile(files.add('restless.bib', file)))).to.match(/^@\d/);
  });
});

function noPermission(uri: Uri): never {
  throw FileSystemError.NoPermissions(uri);
}

function missing(uri: Uri): never {
  throw FileSystemError.FileNotFound(uri);
}

function loop(uri: Uri): never {
  throw new Error(`ELOOP: too many symbolic links encountered, stat '${uri.path}'`);
}

function unread(): never {
  throw new Error('it was read all the same');
}
