import { anyCase } from '../anyCase';
import { detectFormat } from './libraryFormats';

/** Extensions of files that are libraries wherever they are. */
const libraryExtensions = ['bib', 'bibtex', 'ris'];

/** What JSON and YAML files are called that are libraries although nothing declares them. */
const dataNames = ['references', 'bibliography', 'library'];
const dataExtensions = ['json', 'yaml', 'yml'];

/** Names of folders that tools fill: what lies there is a copy, or somebody else's. */
export const neverSearchedFolders: readonly string[] = [
  'node_modules', 'bower_components', 'site-packages', '.venv', 'venv', 'renv', '.git', '.hg', '.svn', '.cache', '.tox',
  '__pycache__', '.ipynb_checkpoints', '.Rproj.user', '.quarto', '_freeze', '_site', '_book', '_build', 'build', 'dist',
  'out', 'target', '.next', '.nuxt', '.vscode-test', '.obsidian', '.trash',
]; // prettier-ignore

/** The same as globs, for `findFiles`. */
export const neverSearchedGlobs: readonly string[] = neverSearchedFolders.map((name) => `**/${name}/**`);

const projectGlobs = [
  ...libraryExtensions.map((extension) => `*.${anyCase(extension)}`),
  anyCase('citation.cff'),
  `*.${anyCase('csl.json')}`,
  ...dataNames.flatMap((name) => dataExtensions.map((extension) => `${anyCase(name)}*.${anyCase(extension)}`)),
];

/** The glob of all files in a folder that `isProjectLibraryFile` may take, for `findFiles` and watchers. */
export const projectLibraryGlob = globOf(projectGlobs);

/** The same for `isNamedFolderFile`. */
export const namedFolderGlob = globOf([
  ...projectGlobs,
  ...['info.yaml', 'info.yml', '*.md'].map((glob) => glob.replace(/[^*.]+/gu, anyCase)),
]);

const libraryName = new RegExp(`(?:\\.(?:${libraryExtensions.join('|')})|/citation\\.cff)$`, 'iu');
const dataName = new RegExp(
  `/(?:(?:${dataNames.join('|')})[^/]*\\.(?:${dataExtensions.join('|')})|[^/]*\\.csl\\.json)$`,
  'iu',
);

/** Whether a file of a project may be a library by its name: `refs.bib`, `CITATION.cff`, `references-2020.yaml`. */
export function isProjectLibraryFile(path: string): boolean {
  return libraryName.test(`/${path}`) || dataName.test(`/${path}`);
}

/**
 * Whether a file in a folder that the user names may be a library by its name: a project's libraries, papis' `info.yaml`
 * and the notes of an Obsidian vault, of which only `detectFormat` can tell which are about a paper.
 */
export function isNamedFolderFile(path: string): boolean {
  return isProjectLibraryFile(path) || /\/(?:info\.ya?ml|[^/]*\.md)$/iu.test(`/${path}`);
}

const largestData = 20 * 1024 * 1024;
const dataFormats = ['csl-json', 'csl-yaml', 'hayagriva'];

/**
 * Whether a file that may be a library by its name is one by its content: JSON and YAML of at most 20 MB that begin
 * like one, and every other file. What a document declares, or the user names, is a library without asking here.
 * @param size in bytes
 * @param head the first 64 KB of its text
 */
export function isProjectLibrary(path: string, size: number, head: string): boolean {
  if (!dataName.test(`/${path}`)) return libraryName.test(`/${path}`);
  return size <= largestData && dataFormats.includes(detectFormat(path, head)?.id ?? '');
}

function globOf(alternatives: readonly string[]): string {
  return `**/{${alternatives.join(',')}}`;
}
