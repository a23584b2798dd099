import { isBinary } from '../../formats/isBinary';

/** How an editor has to open a file so that saving it changes no byte but those that were edited. */
export type EditableBytes =
  /** VS Code's name of the encoding. */
  | { readonly encoding: 'utf8' | 'windows1252' | 'iso88591' }
  /** No editor gives back what it has read: it would write one kind of line end, or knows no such encoding. */
  | { readonly problem: 'binary' | 'encoding' | 'lineEnds' };

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
// Windows-1252 leaves these five open, and what was read there is lost.
const unassigned = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Whether and how a file of text can be edited. Reads every byte. */
export function editableBytes(bytes: Uint8Array): EditableBytes {
  if (isBinary(bytes)) return { problem: 'binary' };
  // UTF-16, which VS Code knows by its mark, may hold halves of characters that no encoder writes.
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { problem: 'encoding' };
  }
  if (hasMixedLineEnds(bytes)) return { problem: 'lineEnds' };
  if (isUtf8(bytes)) return { encoding: 'utf8' };
  // In a file whose header names another encoding other letters are meant, but their bytes stay the same.
  return { encoding: bytes.some((byte) => unassigned.has(byte)) ? 'iso88591' : 'windows1252' };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether lines end in more than one way, or in the carriage return alone that editors replace. */
function hasMixedLineEnds(bytes: Uint8Array): boolean {
  let [both, feeds] = [0, 0];
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
    if (bytes[at - 1] === carriageReturn) both++;
    else feeds++;
  }
  if (both > 0 && feeds > 0) return true;
  let returns = 0;
  for (let at = bytes.indexOf(carriageReturn); at >= 0; at = bytes.indexOf(carriageReturn, at + 1)) returns++;
  return returns > both;
}
