/** As many bytes as Git looks at to tell binary files from text. */
const beginning = 8000;

/** Whether a file is no text: its beginning holds NUL, and it is no UTF-16. */
export function isBinary(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return !isUtf16 && bytes.subarray(0, beginning).includes(0);
}
