import { boundedProblems } from './boundedProblems';
import { decodeText } from './decodeText';
import { isBinary } from './isBinary';
import type { MadeRecords, ParsedLibrary } from './libraryFormat';
import { detectFormat } from './libraryFormats';
import { isProjectLibrary } from './isProjectLibrary';

/** As much of a file as tells what it is. */
const headLength = 64 * 1024;

/**
 * Reads a library file of whatever format and encoding. Never throws on input: a file that is no library is one problem
 * and no papers.
 * @param uri the file's address or path, with `/`, for its name and extension
 * @param isFound whether nobody named the file: it was found in a project, and may only be called like a library
 * @param made what the reading of the file before this one left
 */
export function readLibrary(bytes: Uint8Array, uri: string, isFound = false, made?: MadeRecords): ParsedLibrary {
  if (isBinary(bytes)) return refused('not-text', 'This is not a text file.');
  return readLibraryText(decodeText(bytes), uri, isFound, made);
}

/** The same for text that an editor holds. */
export function readLibraryText(text: string, uri: string, isFound = false, made?: MadeRecords): ParsedLibrary {
  const isForeign = isFound && !isProjectLibrary(uri, text.length, text.slice(0, headLength));
  const format = isForeign ? undefined : detectFormat(uri, text);
  if (!format) return refused('unknown-format', 'This is no library file that Paperside can read.');
  const { problems, ...read } = format.parse(text, made);
  return { ...read, problems: boundedProblems(problems) };
}

function refused(code: string, message: string): ParsedLibrary {
  return { papers: [], problems: [{ code, severity: 'error', message, line: 0, column: 0 }] };
}
