/**
 * The text of a file, without byte order mark. UTF-16 is known by its mark and UTF-8 by being valid; other files are
 * read in the encoding that JabRef's header names (`% Encoding: ISO8859_2`). Without one, what is not UTF-8 is taken for
 * Windows-1252, which holds Latin-1, so that a file pasted together from both reads right. Never throws.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le', bytes) ?? '';
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return decoded('utf-16be', bytes) ?? decoded('utf-16le', swapped(bytes)) ?? '';
  const named = encodingNamedIn(bytes);
  return decoded('utf-8', bytes, true) ?? (named === undefined ? undefined : decoded(named, bytes)) ?? mixed(bytes);
}

function decoded(encoding: string, bytes: Uint8Array, fatal = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined; // not valid in it, or no encoding that this host knows
  }
}

function swapped(bytes: Uint8Array): Uint8Array {
  const turned = bytes.slice();
  for (let at = 0; at + 1 < turned.length; at += 2) {
    turned[at] = bytes[at + 1]!;
    turned[at + 1] = bytes[at]!;
  }
  return turned;
}

/** Java's names for encodings, as JabRef writes them, in the spelling of the web; nothing for those read here. */
function encodingNamedIn(bytes: Uint8Array): string | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 1024));
  const [, name] = /^%+\s*Encoding:\s*([\w.:-]+)/imu.exec(beginning) ?? [];
  const label = name
    ?.toLowerCase()
    .replace(/^iso8859[_-]/, 'iso-8859-')
    .replace(/^cp(?=125\d$)/, 'windows-')
    .replace(/^macroman$/, 'macintosh');
  return label === undefined || /^(?:utf-?8|iso-8859-1|windows-1252|us-ascii|ascii)$/.test(label) ? undefined : label;
}

// Windows-1252 from 0x80 to 0x9F; the five that it leaves open are Latin-1's control characters.
const windows1252 = [
  ...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ',
].map((character) => character.charCodeAt(0)); // prettier-ignore

const chunk = 8192;

/** Whatever is valid UTF-8 as that, and every other byte as Windows-1252. */
function mixed(bytes: Uint8Array): string {
  const units = new Uint16Array(chunk + 2);
  const pieces: string[] = [];
  let filled = 0;
  for (let at = 0; at < bytes.length;) {
    const { code, length } = utf8Character(bytes, at) ?? { code: windows1252Character(bytes[at]!), length: 1 };
    at += length;
    if (code > 0xffff) {
      units[filled++] = 0xd800 + ((code - 0x10000) >> 10);
      units[filled++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    } else {
      units[filled++] = code;
    }
    if (filled >= chunk) {
      pieces.push(String.fromCharCode(...units.subarray(0, filled)));
      filled = 0;
    }
  }
  pieces.push(String.fromCharCode(...units.subarray(0, filled)));
  return pieces.join('').replace(/^\uFEFF/u, '');
}

function windows1252Character(byte: number): number {
  return windows1252[byte - 0x80] ?? byte;
}

/** The character whose UTF-8 begins at a byte; nothing where none does, or more bytes were used than it needs. */
function utf8Character(bytes: Uint8Array, at: number): { readonly code: number; readonly length: number } | undefined {
  const first = bytes[at]!;
  if (first < 0x80) return { code: first, length: 1 };
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return undefined;
  let code = first & (0xff >> (length + 1));
  for (let next = at + 1; next < at + length; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code < least || code > 0x10ffff || isSurrogate ? undefined : { code, length };
}
