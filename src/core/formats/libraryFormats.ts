import { cslJson } from './cslJson';
import { cslYaml } from './cslYaml';
import { huggingFacePapers } from './huggingFacePapers';
import type { LibraryFormat } from './libraryFormat';
import { papersideCorpus } from './papersideCorpus';

/** Every kind of file that papers are read from, the most telling first. */
export const libraryFormats: readonly LibraryFormat[] = [papersideCorpus, huggingFacePapers, cslJson, cslYaml];

const headLength = 64 * 1024;

/**
 * The format of a library file, or nothing if no format knows it.
 * @param path the file's path or URI, with `/`
 * @param head the beginning of its text, or all of it
 */
export function detectFormat(path: string, head: string): LibraryFormat | undefined {
  const beginning = head.slice(0, headLength);
  return libraryFormats.find((format) => format.detect(path, beginning));
}
