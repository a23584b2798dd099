import { bibTeXLibrary } from './bibtex/bibTeXLibrary';
import { citationCff } from './citationCff';
import { cslJson } from './cslJson';
import { cslYaml } from './cslYaml';
import { hayagriva } from './hayagriva';
import { huggingFacePapers } from './huggingFacePapers';
import type { LibraryFormat } from './libraryFormat';
import { literatureNote } from './literatureNote';
import { papersideCorpus } from './papersideCorpus';
import { papis } from './papis';
import { ris } from './ris';

/** Every kind of file that papers are read from, the most telling first. */
export const libraryFormats: readonly LibraryFormat[] = [
  papersideCorpus,
  huggingFacePapers,
  papis,
  cslJson,
  cslYaml,
  hayagriva,
  ris,
  citationCff,
  literatureNote,
  bibTeXLibrary,
];

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
