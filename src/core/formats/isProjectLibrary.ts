import { detectFormat } from './libraryFormats';
import { isDataFile, isProjectLibraryFile } from './projectLibraryFiles';

const largestData = 20 * 1024 * 1024;
const dataFormats = ['csl-json', 'csl-yaml', 'hayagriva'];

/**
 * Whether a file that may be a library by its name is one by its content: JSON and YAML of at most 20 MB that begin
 * like one, and every other file. What a document declares, or the user names, is a library without asking here.
 * @param size in bytes
 * @param head the first 64 KB of its text
 */
export function isProjectLibrary(path: string, size: number, head: string): boolean {
  if (!isDataFile(path)) return isProjectLibraryFile(path);
  return size <= largestData && dataFormats.includes(detectFormat(path, head)?.id ?? '');
}
