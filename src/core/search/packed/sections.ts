import { checksum } from '../../checksum';

// The first four bytes, read as the machine reads numbers: one that reads them the other way round discards the file.
const magic = 0x58495350;
const headerLength = 4;
/** The checksum is of the bytes from the number of parts on. */
const checkedFrom = 8;

/**
 * Lays parts out in one buffer: the magic number, a checksum of all that follows, the number of parts, the byte offset
 * at which each part ends, then the parts, each from a multiple of four.
 */
export function joinSections(parts: readonly Uint8Array[]): ArrayBuffer {
  const starts: number[] = [];
  let length = 4 * (headerLength + parts.length);
  for (const part of parts) {
    starts.push(length);
    length = padded(length + part.length);
  }
  const buffer = new ArrayBuffer(length);
  const header = new Uint32Array(buffer);
  const bytes = new Uint8Array(buffer);
  parts.forEach((part, index) => {
    bytes.set(part, starts[index]);
    header[headerLength + index] = starts[index]! + part.length;
  });
  header[0] = magic;
  header[2] = parts.length;
  header[3] = length;
  header[1] = checksum(bytes.subarray(checkedFrom));
  return buffer;
}

/** The parts, or nothing where the buffer is not as it was written. */
export function splitSections(buffer: ArrayBuffer, count: number): readonly Uint8Array<ArrayBuffer>[] | undefined {
  if (buffer.byteLength % 4 !== 0 || buffer.byteLength < 4 * (headerLength + count)) return undefined;
  const header = new Uint32Array(buffer);
  if (header[0] !== magic || header[2] !== count || header[3] !== buffer.byteLength) return undefined;
  if (header[1] !== checksum(new Uint8Array(buffer, checkedFrom))) return undefined;
  let start = 4 * (headerLength + count);
  return Array.from({ length: count }, (_, index) => {
    const end = header[headerLength + index]!;
    const part = new Uint8Array(buffer, start, end - start);
    start = padded(end);
    return part;
  });
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
