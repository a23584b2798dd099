import { expect } from 'chai';
import { ConfigurationTarget, type LogOutputChannel, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { LibraryFiles } from '../../src/host/libraryFiles';
import type { LibrarySource, ReadDeclarations } from '../../src/host/librarySources';
import { bibliography } from './support/bibliography';
import { eventually } from './support/eventually';
import { TestFolder } from './support/testFolder';

const nothingDeclared: ReadDeclarations = async (documents) => documents.map(() => []);

/** Changes what VS Code says of the workspace, which a window cannot change while tests run in it. */
function pretend<K extends 'isTrusted' | 'workspaceFolders' | 'getWorkspaceFolder'>(
  name: K,
  value: (typeof workspace)[K],
): () => void {
  const before = Object.getOwnPropertyDescriptor(workspace, name)!;
  Object.defineProperty(workspace, name, { configurable: true, get: () => value });
  return () => Object.defineProperty(workspace, name, before);
}

describe('Library files', () => {
  let log: LogOutputChannel;
  const warnings: string[] = [];
  const undo: (() => unknown)[] = [];
  const inside = new TestFolder();
  const outside = new TestFolder('outside');
  const project = workspace.workspaceFolders![0]!;

  before(async () => {
    log = window.createOutputChannel('Paperside files test', { log: true });
    log = new Proxy(log, {
      get: (target, name) => {
        if (name === 'warn') return (text: string) => warnings.push(text);
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    await inside.make();
    await outside.make();
  });
  after(async () => {
    await inside.remove();
    await outside.remove();
  });
  afterEach(async () => {
    for (const one of undo.splice(0).reverse()) await one();
    warnings.length = 0;
  });

  const open = (): LibraryFiles => {
    const files = new LibraryFiles({
      bundled: Uri.joinPath(project.uri, 'bundled.json'),
      imports: outside.at('imports'),
      readFile: (uri) => workspace.fs.readFile(uri),
      home: outside.at('home'),
      log,
    });
    undo.push(() => files.dispose());
    return files;
  };
  const find = async (files = open(), read = nothingDeclared): Promise<readonly LibrarySource[]> => {
    const found: LibrarySource[] = [];
    for await (const batch of files.find(read)) found.push(...batch);
    return found;
  };
  const paths = (sources: readonly LibrarySource[]): readonly string[] =>
    [inside, outside].flatMap((folder) => folder.within(sources.map(({ uri }) => uri)));
  const set = async (section: string, value: unknown, target = ConfigurationTarget.Workspace): Promise<void> => {
    const settings = workspace.getConfiguration();
    await settings.update(section, value, target);
    undo.push(() => settings.update(section, undefined, target));
  };

  describe('of a project', () => {
    const cases: readonly (readonly [path: string, isFound: boolean])[] = [
      ['refs.bib', true],
      ['deep/down/in/it/Refs.BIB', true],
      ['deep/refs.bibtex', true],
      ['export.ris', true],
      ['CITATION.cff', true],
      ['references.json', true],
      ['data/references-2024.yaml', true],
      ['bibliography.yml', true],
      ['library.json', true],
      ['zotero.csl.json', true],
      ['a (b) [c]/refs{1}.bib', true],
      ['.hidden/refs.bib', true],
      ['package.json', false],
      ['data.yaml', false],
      ['refs.bib.bak', false],
      ['node_modules/a/refs.bib', false],
      ['deep/node_modules/refs.bib', false],
      ['build/refs.bib', false],
      ['deep/_site/refs.bib', false],
      ['.git/refs.bib', false],
      ['excluded/refs.bib', false],
      ['unsearched/refs.bib', false],
      ['deep/old.bib', false],
      ['deep/other.tmp.bib', false],
      ['kept/refs.bib', true],
      ['twin.js', false],
    ];
    let found: readonly string[];

    before(async () => {
      for (const [path] of cases) await inside.write(`project/${path}`, bibliography('Ada'));
      await workspace.fs.createDirectory(inside.at('project/folder.bib'));
      const name = inside.uri.path.split('/').at(-1)!;
      const settings = workspace.getConfiguration();
      const { Workspace } = ConfigurationTarget;
      await settings.update(
        'files.exclude',
        { '**/excluded': true, '**/kept': false, '**/twin.js': { when: '$(basename).ts' } },
        Workspace,
      );
      await settings.update(
        'search.exclude',
        { [`${name}/project/unsearched`]: true, '**/old.bib': true, '**/*.{tmp,bak}.bib': true },
        Workspace,
      );
      found = paths(await find());
      await settings.update('files.exclude', undefined, Workspace);
      await settings.update('search.exclude', undefined, Workspace);
    });
    after(() => inside.delete('project'));

    for (const [path, isFound] of cases) {
      it(`${isFound ? 'finds' : 'passes over'} ${path}`, () => {
        expect(found.includes(`project/${path}`)).to.equal(isFound);
      });
    }

    it('finds no folder that is called like a file', () => {
      expect(found).not.to.include('project/folder.bib');
    });

    it('with several folders, finds the files of each, and of each folder its excluded ones not', async () => {
      await inside.write('one/a.bib', bibliography('Ada'));
      await outside.write('two/b.bib', bibliography('Bea'));
      await outside.write('two/build/c.bib', bibliography('Cleo'));
      const folders: readonly WorkspaceFolder[] = [inside.at('one'), outside.at('two')].map((uri, index) => ({
        uri,
        index,
        name: String(index),
      }));
      undo.push(pretend('workspaceFolders', folders));
      const sources = await find();
      expect(paths(sources)).to.eql(['one/a.bib', 'two/b.bib']);
      expect(sources.map(({ kind }) => kind)).to.eql(['bundled', 'project', 'project']);
    });
  });

  it('are those of the bundled corpus too, unless that is switched off', async () => {
    const isBundled = ({ kind }: LibrarySource): boolean => kind === 'bundled';
    expect((await find()).filter(isBundled)).to.have.length(1);
    const files = open();
    let told = 0;
    files.onDidChangeSources(() => told++);
    await set('paperside.bundledCorpus.enabled', false);
    await eventually('the news of the setting', () => told > 0);
    expect((await find(files)).filter(isBundled)).to.eql([]);
  });

  describe('that paperside.libraries names', () => {
    before(async () => {
      await inside.write('hidden/build/named.bib', bibliography('Ada'));
      await inside.write('hidden/papis/info.yaml', 'title: A\n');
      await outside.write('lib/a.bib', bibliography('Ada'));
      await outside.write('lib/deep/b.ris', 'TY  - JOUR\nER  - \n');
      await outside.write('lib/deep/note.md', '---\ntitle: A\n---\n');
      await outside.write('lib/deep/paper.pdf', '%PDF');
      await outside.write('lib/dao/info.yaml', 'title: A\n');
      await outside.write('lib/node_modules/c.bib', bibliography('Cleo'));
      await outside.write('home/zotero.bib', bibliography('Dora'));
      await outside.write('odd [1]/{x}.bib', bibliography('Eva'));
    });

    const name = (folder: TestFolder): string => folder.uri.path.split('/').at(-1)!;
    const cases: readonly (readonly [what: string, entry: string, found: readonly string[], isNamed?: boolean])[] = [
      ['an absolute path', outside.at('lib/a.bib').path, ['lib/a.bib'], true],
      ['a path from the home folder', '~/zotero.bib', ['home/zotero.bib'], true],
      ['the home folder', '~', ['home/zotero.bib']],
      ['a path from the workspace', `${name(inside)}/hidden/build/named.bib`, ['hidden/build/named.bib'], true],
      ['a path that leads out of the workspace', `../${name(outside)}/lib/a.bib`, ['lib/a.bib'], true],
      ['a folder', outside.at('lib').path, ['lib/a.bib', 'lib/dao/info.yaml', 'lib/deep/b.ris', 'lib/deep/note.md']],
      [
        'a folder with a slash behind',
        `${outside.at('lib').path}/`,
        ['lib/a.bib', 'lib/dao/info.yaml', 'lib/deep/b.ris', 'lib/deep/note.md'],
      ],
      ['a glob', `${outside.at('lib').path}/**/*.{bib,ris}`, ['lib/a.bib', 'lib/deep/b.ris']],
      ['a glob in the home folder', '~/z*.bib', ['home/zotero.bib']],
      ['a glob in the workspace', `${name(inside)}/hidden/*/info.y*`, ['hidden/papis/info.yaml']],
      ['a URI', outside.at('lib/a.bib').toString(), ['lib/a.bib'], true],
      ['a URI of a folder', `${outside.at('lib/deep').toString()}/`, ['lib/deep/b.ris', 'lib/deep/note.md']],
      ['a URI with characters of globs', outside.at('odd [1]/{x}.bib').toString(), ['odd [1]/{x}.bib'], true],
      ['a file that is missing', outside.at('missing.bib').path, ['missing.bib'], true],
    ];
    for (const [what, entry, expected, isNamed = false] of cases) {
      it(`are found by ${what}`, async () => {
        await set('paperside.libraries', [entry]);
        const sources = (await find()).filter(({ kind }) => kind === 'user');
        expect(paths(sources)).to.eql(expected);
        expect([...new Set(sources.map(({ named }) => named))]).to.eql([isNamed]);
        expect(warnings).to.eql([]);
      });
    }

    const refused: readonly (readonly [entry: string, reason: RegExp])[] = [
      ['\\\\server\\share\\refs.bib', /may not name a network path/],
      ['//server/share/refs.bib', /may not name a network path/],
      ['/\\server/share/refs.bib', /may not name a network path/],
      ['file://server/share/refs.bib', /may not name a network path/],
      ['FILE://server/share/refs.bib', /may not name a network path/],
      ['file:///%5C%5Cserver/share/refs.bib', /may not name a network path/],
      ['file:////server/share/refs.bib', /is no address/],
    ];
    for (const [entry, reason] of refused) {
      it(`are not looked for at ${entry}, and the others are`, async () => {
        await set('paperside.libraries', [entry, '~/zotero.bib']);
        expect(paths((await find()).filter(({ kind }) => kind === 'user'))).to.eql(['home/zotero.bib']);
        expect(warnings.join()).to.match(reason);
      });
    }

    it('are those of the user alone where the workspace is not trusted', async () => {
      await set('paperside.libraries', [outside.at('lib/a.bib').path]);
      await set('paperside.libraries', ['~/zotero.bib'], ConfigurationTarget.Global);
      const both = ['home/zotero.bib', 'lib/a.bib'];
      expect(paths((await find()).filter(({ kind }) => kind === 'user'))).to.eql(both);
      undo.push(pretend('isTrusted', false));
      expect(paths((await find()).filter(({ kind }) => kind === 'user'))).to.eql(['home/zotero.bib']);
    });

    for (const value of ['~/zotero.bib', [7, null, ''], {}, null]) {
      it(`are none where the setting is ${JSON.stringify(value)}`, async () => {
        await set('paperside.libraries', value);
        expect((await find()).filter(({ kind }) => kind === 'user')).to.eql([]);
      });
    }
  });

  describe('that documents declare', () => {
    const declared = async (...files: readonly string[]): Promise<readonly LibrarySource[]> => {
      await inside.write('declaring/paper.tex', '\\documentclass{article}');
      return find(open(), async (documents) =>
        documents.map(({ path }) => (path.includes('/declaring/') ? files : [])),
      );
    };
    after(() => inside.delete('declaring'));

    it('are told of again as named where their names alone had them found', async () => {
      await inside.write('declaring/references.json', '{}');
      const told = (await declared('references.json')).filter(({ uri }) => uri.endsWith('/declaring/references.json'));
      expect(told.map(({ named, kind }) => [kind, named])).to.eql([
        ['project', false],
        ['project', true],
      ]);
    });

    it('are found where they are, also excluded ones', async () => {
      await inside.write('declaring/build/generated.bib', bibliography('Ada'));
      const sources = await declared('build/generated.bib', 'missing.bib');
      expect(paths(sources)).to.include('declaring/build/generated.bib').and.not.to.include('declaring/missing.bib');
    });
  });

  describe('that change', () => {
    const told: string[] = [];
    const starts = new Set<string>();
    let files: LibraryFiles;
    beforeEach(async () => {
      await inside.write('changing/start.bib', '');
      await outside.write('named/start.bib', '');
      await inside.write('changing/refs.bib', bibliography('Ada'));
      await inside.write('changing/deep/more.bib', bibliography('Bea'));
      await outside.write('named/named.bib', bibliography('Cleo'));
      await set('paperside.libraries', [outside.at('named').path]);
      files = open();
      const tell = (what: string, uri: string): void => {
        for (const path of paths([{ uri } as LibrarySource])) {
          if (path.endsWith('/start.bib')) starts.add(path);
          else told.push(`${what} ${path}`);
        }
      };
      files.onDidChangeSource(({ kind, uri }) => tell(`${kind}`, uri));
      files.onDidRemoveSource((uri) => tell('gone', uri));
      files.onDidChangeSources(() => told.push('all'));
      await find(files);
      // Watchers start some time after they were asked for.
      for (const [folder, path] of [
        [inside, 'changing/start.bib'],
        [outside, 'named/start.bib'],
        // By the second event of each, those of the files above have come, if any came.
        [inside, 'changing/start.bib'],
        [outside, 'named/start.bib'],
      ] as const) {
        starts.delete(path);
        let tries = 0;
        await eventually('the first event', async () => {
          await folder.write(path, bibliography(`Start${tries++}`));
          return starts.has(path);
        });
      }
      told.length = 0;
    });
    afterEach(async () => {
      await inside.delete('changing');
      await outside.delete('named');
    });

    const changes: readonly (readonly [what: string, change: () => unknown, events: readonly string[]])[] = [
      [
        'a file that is saved',
        () => inside.write('changing/refs.bib', bibliography('Dora')),
        ['project changing/refs.bib'],
      ],
      [
        'a file that is new',
        () => inside.write('changing/new.bib', bibliography('Dora')),
        ['project changing/new.bib'],
      ],
      ['a file that is deleted', () => inside.delete('changing/refs.bib'), ['gone changing/refs.bib']],
      ['a folder that is deleted', () => inside.delete('changing/deep'), ['gone changing/deep/more.bib']],
      [
        'a file that is renamed',
        () => workspace.fs.rename(inside.at('changing/refs.bib'), inside.at('changing/other.bib')),
        ['project changing/other.bib', 'gone changing/refs.bib'],
      ],
      [
        'a file of the settings that is saved',
        () => outside.write('named/named.bib', bibliography('Dora')),
        ['user named/named.bib'],
      ],
      [
        'a file in a folder of the settings that is new',
        () => outside.write('named/new.bib', bibliography('Dora')),
        ['all'],
      ],
      ['a file of the settings that is deleted', () => outside.delete('named/named.bib'), ['gone named/named.bib']],
    ];
    for (const [what, change, events] of changes) {
      it(`are told of: ${what}`, async () => {
        await change();
        await eventually(`the events ${events.join()}`, () => told.length >= events.length);
        expect(told).to.eql(events);
      });
    }

    /** Does something while files are looked for: the first of them are told of, and not all are found. */
    const findWhile = async (change: () => Promise<void>): Promise<void> => {
      const finding = files.find(nothingDeclared);
      await finding.next();
      await change();
      for await (const batch of finding) expect(batch).to.be.an('array');
    };

    it('are told of when they go while all are being looked for', async () => {
      await findWhile(async () => {
        await inside.delete('changing/refs.bib');
        await eventually('the end of the file', () => told.includes('gone changing/refs.bib'));
      });
      expect(told).to.eql(['gone changing/refs.bib']);
    });

    it('are told of when they go after they came while all were being looked for', async () => {
      await findWhile(async () => {
        await inside.write('changing/late.bib', bibliography('Eva'));
        await eventually('the new file', () => told.includes('project changing/late.bib'));
      });
      await inside.delete('changing/late.bib');
      await eventually('its end', () => told.includes('gone changing/late.bib'));
      expect(told).to.eql(['project changing/late.bib', 'gone changing/late.bib']);
    });

    it('are not told of where they are excluded', async () => {
      await inside.write('changing/node_modules/no.bib', bibliography('Eva'));
      await inside.write('changing/yes.bib', bibliography('Eva'));
      await eventually('the other file', () => told.length > 0);
      expect(told).to.eql(['project changing/yes.bib']);
    });
  });
});
