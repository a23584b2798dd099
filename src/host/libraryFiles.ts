import type { Uri } from 'vscode';
import {
  Disposable,
  EventEmitter,
  FileType,
  type LogOutputChannel,
  RelativePattern,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import {
  isNamedFolderFile,
  isProjectLibraryFile,
  namedFolderGlob,
  neverSearchedGlobs,
  projectLibraryGlob,
} from '../core/formats/projectLibraryFiles';
import type { SourceKind } from '../core/library';
import { DeclaredFiles } from './declaredFiles';
import { excludedGlob } from './fileExcludes';
import { FileWatcher, type WatchedFiles } from './fileWatcher';
import { FoundFiles } from './foundFiles';
import { importedFilesIn } from './importedFiles';
import type { LibrarySource, LibrarySources, ReadDeclarations } from './librarySources';
import { type NamedLibrary, namedLibraries } from './namedLibraries';
import type { Platform } from './platform';
import { fileStamp } from './fileStamp';
import { readLibraryFile } from './readLibraryFile';

const bundledSetting = 'paperside.bundledCorpus.enabled';
const librariesSetting = 'paperside.libraries';

/** A folder with more library files than this is no library but somebody's whole disk. */
const mostFilesPerFolder = 20_000;

export interface LibraryFilesOptions {
  /** The papers that come with Paperside. */
  readonly bundled: Uri;
  /** Where imported files are kept. */
  readonly imports: Uri;
  /** The user's home folder, where the host has one. */
  readonly home: Uri | undefined;
  readonly readFile: Platform['readFile'];
  readonly log: LogOutputChannel;
}

/** The library files of the workspace, of the settings, the imported and the bundled ones; found and watched. */
export class LibraryFiles implements LibrarySources {
  readonly #options: LibraryFilesOptions;
  readonly #found = new FoundFiles();
  readonly #watcher = new FileWatcher((folder) => this.#found.hasBelow(folder));
  readonly #declaredFiles: DeclaredFiles;
  readonly #onDidChangeSource = new EventEmitter<LibrarySource>();
  readonly #onDidRemoveSource = new EventEmitter<string>();
  readonly #onDidChangeSources = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  /** What the search that is going on has come upon. */
  #seen = new Set<string>();
  /** The declared files, wherever they are. */
  #declared: readonly WatchedFiles[] = [];

  readonly onDidChangeSource = this.#onDidChangeSource.event;
  readonly onDidRemoveSource = this.#onDidRemoveSource.event;
  readonly onDidChangeSources = this.#onDidChangeSources.event;

  constructor(options: LibraryFilesOptions) {
    this.#options = options;
    this.#declaredFiles = new DeclaredFiles(options.home);
    const change = (): void => this.#onDidChangeSources.fire();
    this.#subscriptions = Disposable.from(
      this.#watcher,
      this.#onDidChangeSource,
      this.#onDidRemoveSource,
      this.#onDidChangeSources,
      this.#watcher.onDidChange((uri) => void this.#changed(uri)),
      this.#watcher.onDidDelete((uri) => this.#deleted(uri)),
      workspace.onDidChangeWorkspaceFolders(change),
      workspace.onDidGrantWorkspaceTrust(change),
      workspace.onDidSaveTextDocument(async ({ uri }) => {
        if (await this.#declaredFiles.hasChanged(uri)) change();
      }),
      workspace.onDidChangeConfiguration((event) => {
        const ours = [bundledSetting, librariesSetting, 'files.exclude', 'search.exclude'];
        if (ours.some((section) => event.affectsConfiguration(section))) change();
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async *find(readDeclarations: ReadDeclarations): AsyncGenerator<readonly LibrarySource[]> {
    const { bundled, home, imports, log } = this.#options;
    const seen = (this.#seen = new Set<string>());
    const named = new Set<string>();
    const fresh = (uris: readonly Uri[], kind: SourceKind, isNamed = false): readonly LibrarySource[] => {
      // What was found by its name alone is told of again where it is then named.
      const others = uris.filter((uri) => !(isNamed ? named : seen).has(uri.toString()));
      const sources = others.map((uri) => {
        const known = seen.has(uri.toString()) ? this.#found.get(uri) : undefined;
        return this.#source(uri, known?.kind ?? kind, isNamed);
      });
      for (const source of sources) {
        seen.add(source.uri);
        if (isNamed) named.add(source.uri);
        this.#found.add(source);
      }
      return sources;
    };
    const searched = async (search: PromiseLike<readonly Uri[]>): Promise<readonly Uri[]> => {
      try {
        return await search;
      } catch (error) {
        log.error('A search for library files failed.', error);
        return [];
      }
    };
    const folders = workspace.workspaceFolders ?? [];
    const { libraries, refused } = namedLibraries(home);
    for (const { entry, reason } of refused) log.warn(`paperside.libraries: "${entry}" is not used: ${reason}.`);
    const inSettings = libraries.map(namedFiles);
    // Watched before they are looked for, so that no change falls in between.
    const watched = [
      ...folders.map(({ uri }) => ({ base: uri, glob: projectLibraryGlob })),
      ...inSettings.flatMap(({ watched }) => watched),
      { base: imports, glob: '*/*' },
    ];
    this.#watcher.watch([...watched, ...this.#declared]);
    const projects = folders.map(({ uri }) => searched(folderFiles(uri, projectLibraryGlob, isProjectLibraryFile)));
    const declarations = folders.map((folder) =>
      searched(this.#declaredFiles.find(folder, readDeclarations).then(existing)),
    );
    const imported = importedFilesIn(imports);
    // Its place is known, so that it is read while the others are looked for.
    if (workspace.getConfiguration().get(bundledSetting, true)) yield fresh([bundled], 'bundled', true);
    for (const files of projects) yield fresh(await files, 'project');
    for (const { find } of inSettings) {
      const { uris, isOne } = await find();
      yield fresh(await searched(uris), 'user', isOne);
    }
    yield fresh(await imported, 'user');
    const declaredFiles: WatchedFiles[] = [];
    for (const declared of declarations) {
      const files = (await declared).filter((uri) => !named.has(uri.toString()));
      declaredFiles.push(...files.map(watchedFile));
      this.#watcher.watch([...watched, ...this.#declared, ...declaredFiles]);
      yield fresh(files, 'project', true);
    }
    this.#declared = declaredFiles;
    this.#watcher.watch([...watched, ...declaredFiles]);
    if (seen === this.#seen) this.#found.keep(seen);
  }

  async #changed(uri: Uri): Promise<void> {
    const known = this.#found.get(uri);
    if (known) {
      this.#onDidChangeSource.fire(known);
      return;
    }
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder && (await isFound(uri, folder))) {
      const added = this.#source(uri, 'project');
      this.#seen.add(added.uri);
      this.#found.add(added);
      this.#onDidChangeSource.fire(added);
    } else if (!folder || !isProjectLibraryFile(uri.path)) {
      this.#onDidChangeSources.fire(); // a file that is declared, imported, or in a folder that the settings name
    }
  }

  #source(uri: Uri, kind: SourceKind, named = false): LibrarySource {
    return {
      uri: uri.toString(),
      kind,
      named,
      read: () => readLibraryFile(uri, this.#options.readFile),
      stamp: () => fileStamp(uri),
    };
  }

  #deleted(uri: Uri): void {
    for (const gone of this.#found.delete(uri)) this.#onDidRemoveSource.fire(gone);
  }
}

/** How the files of an entry of the setting are watched, and how they are found. */
interface NamedFiles {
  readonly watched: readonly WatchedFiles[];
  readonly find: () => Promise<{ readonly uris: PromiseLike<readonly Uri[]>; readonly isOne: boolean }>;
}

/** Whether it names a file or a folder may change, so that it is watched as both. */
function namedFiles({ base, glob }: NamedLibrary): NamedFiles {
  if (glob !== undefined) {
    const pattern = new RelativePattern(base, glob);
    const excluded = excludedGlob(base, neverSearchedGlobs);
    const find = async () => ({ uris: workspace.findFiles(pattern, excluded, mostFilesPerFolder), isOne: false });
    return { watched: [{ base, glob }], find };
  }
  return {
    watched: [watchedFile(base), { base, glob: namedFolderGlob }],
    find: async () => {
      // Also when it is missing: reading it then says so.
      if (!(await isFolder(base))) return { uris: Promise.resolve([base]), isOne: true };
      return { uris: folderFiles(base, namedFolderGlob, isNamedFolderFile), isOne: false };
    },
  };
}

function watchedFile(uri: Uri): WatchedFiles {
  const [, parent = '', name = ''] = /^(.*)\/([^/]*)$/.exec(uri.path) ?? [];
  return { base: uri.with({ path: parent === '' ? '/' : parent }), glob: globOf(name) };
}

/** A document may well declare a file that is not there, or not yet. */
async function existing(uris: readonly Uri[]): Promise<readonly Uri[]> {
  const exist = await Promise.all(
    uris.map((uri) =>
      workspace.fs.stat(uri).then(
        ({ type }) => (type & FileType.File) !== 0,
        () => false,
      ),
    ),
  );
  return uris.filter((_, index) => exist[index]);
}

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

/** The glob of one path, whose characters may mean something in globs. */
function globOf(path: string): string {
  return path.replace(/[*?[\]{}]/g, '?');
}

async function folderFiles(base: Uri, glob: string, isMeant: (path: string) => boolean): Promise<readonly Uri[]> {
  const pattern = new RelativePattern(base, glob);
  const uris = await workspace.findFiles(pattern, excludedGlob(base, neverSearchedGlobs), mostFilesPerFolder);
  return uris.filter(({ path }) => isMeant(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a search of the folder would find a file: it is not excluded. */
async function isFound(uri: Uri, folder: WorkspaceFolder): Promise<boolean> {
  if (!isProjectLibraryFile(uri.path)) return false;
  const pattern = new RelativePattern(folder, globOf(workspace.asRelativePath(uri, false)));
  const found = await workspace.findFiles(pattern, excludedGlob(folder.uri, neverSearchedGlobs), 1);
  return found.length > 0;
}
