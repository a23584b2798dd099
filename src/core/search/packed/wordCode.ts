// How the number of a word is written, the commoner the smaller: shorter than seven bits a byte.
/** Numbers below this are one byte, … */
export const oneByteEnd = 188;
/** … then with one more byte those of which the first byte is below this, … */
export const twoByteMark = 248;
/** … with two more those below this; others have it as their first byte, and four more. */
export const threeByteMark = 255;
export const twoByteEnd = oneByteEnd + ((twoByteMark - oneByteEnd) << 8);
export const threeByteEnd = twoByteEnd + ((threeByteMark - twoByteMark) << 16);
