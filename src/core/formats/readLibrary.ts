import { boundedProblems } from './boundedProblems';
import { decodeText } from './decodeText';
import { isBinary } from './isBinary';
import type { ParsedLibrary } from './libraryFormat';
import { detectFormat } from './libraryFormats';

/**
 * Reads a library file of whatever format and encoding. Never throws on input: a file that is no library is one problem
 * and no papers.
 * @param uri the file's address or path, with `/`, for its name and extension
 */
export function readLibrary(bytes: Uint8Array, uri: string): ParsedLibrary {
  if (isBinary(bytes)) return refused('not-text', 'This is not a text file.');
  const text = decodeText(bytes);
  const format = detectFormat(uri, text);
  if (!format) return refused('unknown-format', 'This is no library file that Paperside can read.');
  const { problems, ...read } = format.parse(text);
  return { ...read, problems: boundedProblems(problems) };
}

function refused(code: string, message: string): ParsedLibrary {
  return { papers: [], problems: [{ code, severity: 'error', message, line: 0, column: 0 }] };
}
