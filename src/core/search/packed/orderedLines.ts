import { ByteReader } from './byteReader';
import { ByteWriter } from './byteWriter';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const lineFeed = 0x0a;

/** Texts in order, none with a line feed: of each how many bytes it shares with the one before, and the others. */
export function writeOrderedLines(lines: readonly string[]): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(lines.length);
  const bytes = encoder.encode(lines.map((line) => `${line}\n`).join(''));
  writer.varint(bytes.length);
  let before = 0;
  for (let start = 0; start < bytes.length;) {
    let shared = 0;
    while (bytes[before + shared] === bytes[start + shared] && bytes[start + shared] !== lineFeed && before < start) {
      shared++;
    }
    const end = bytes.indexOf(lineFeed, start);
    writer.varint(shared);
    writer.varint(end - start - shared);
    writer.bytes(bytes.subarray(start + shared, end));
    before = start;
    start = end + 1;
  }
  return writer.written;
}

export function readOrderedLines(bytes: Uint8Array): readonly string[] {
  const reader = new ByteReader(bytes);
  if (reader.varint() === 0) return [];
  const text = new Uint8Array(reader.varint());
  let before = 0;
  for (let start = 0; start < text.length;) {
    const shared = reader.varint();
    const length = reader.varint();
    let at = start;
    for (let i = 0; i < shared; i++) text[at++] = text[before + i]!;
    for (let i = 0; i < length; i++) text[at++] = bytes[reader.at++]!;
    text[at++] = lineFeed;
    before = start;
    start = at;
  }
  return decoder.decode(text.subarray(0, -1)).split('\n');
}
