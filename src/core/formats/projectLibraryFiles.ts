import { anyCase } from '../anyCase';

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
  return libraryName.test(`/${path}`) || isDataFile(path);
}

/** Whether its name alone does not tell that a file is a library: it is JSON or YAML. */
export function isDataFile(path: string): boolean {
  return dataName.test(`/${path}`);
}

/**
 * Whether a file in a folder that the user names may be a library by its name: a project's libraries, papis' `info.yaml`
 * and the notes of an Obsidian vault, of which only `detectFormat` can tell which are about a paper.
 */
export function isNamedFolderFile(path: string): boolean {
  return isProjectLibraryFile(path) || /\/(?:info\.ya?ml|[^/]*\.md)$/iu.test(`/${path}`);
}

function globOf(alternatives: readonly string[]): string {
  return `**/{${alternatives.join(',')}}`;
}
