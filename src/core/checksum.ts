/**
 * FNV-1a over words of 32 bits, and over the bytes that are left. Tells damage and change, not intent.
 * @param bytes read quickly where they begin at a multiple of four in their buffer
 */
export function checksum(bytes: Uint8Array): number {
  const whole = bytes.length >>> 2;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, whole);
  let hash = 0x811c9dc5;
  const take = (word: number): void => {
    hash = Math.imul(hash ^ word, 0x01000193);
    // Without it the high bits of a word would never reach the low ones.
    hash ^= hash >>> 15;
  };
  for (let i = 0; i < whole; i++) take(words[i]!);
  for (let i = whole * 4; i < bytes.length; i++) take(bytes[i]!);
  return hash >>> 0;
}
