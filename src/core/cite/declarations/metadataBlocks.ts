import { linesOutsideBlocks } from './linesOutsideBlocks';

/** The YAML of a metadata block, between the lines of dashes that hold it. Offsets are UTF-16 code units. */
export interface MetadataBlock {
  readonly start: number;
  /** Where the line begins that closes it. */
  readonly end: number;
}

const longestKey = 200;
const key = /^(?:[ \t]*\S|\s*["']?[\w-]+["']?[ \t]*:)/u;
const longestBlock = 64 * 1024;
const opening = /^\uFEFF?---[ \t]*$/u;
const closing = /^(?:---|\.\.\.)[ \t]*$/gmu;

/**
 * The metadata blocks of a Markdown text with line feeds: the front matter, and further ones behind a blank line. A
 * line of dashes with a blank line below it is a rule (https://pandoc.org/MANUAL.html#extension-yaml_metadata_block).
 */
export function metadataBlocks(text: string): readonly MetadataBlock[] {
  const blocks: MetadataBlock[] = [];
  let behind = 0;
  let [isAtTop, isBehindBlank] = [true, true];
  for (const { line, offset } of linesOutsideBlocks(text, codeEnd)) {
    if (offset < behind) continue;
    const start = offset + line.length + 1;
    const head = text.slice(start, start + longestKey);
    // R Markdown takes a key below blank lines as well.
    const begins = isAtTop ? key.test(head) : /^[^\n]*\S/u.test(head);
    if (isBehindBlank && opening.test(line) && begins) {
      const [end, length] = closed(text, start);
      if (end >= 0) {
        blocks.push({ start, end });
        behind = end + length;
      }
    }
    isAtTop &&= line.trim() === '';
    isBehindBlank = line.trim() === ''; // a byte order mark is a blank to `trim`
  }
  return blocks;
}

function closed(text: string, start: number): readonly [end: number, length: number] {
  closing.lastIndex = 0;
  const found = closing.exec(text.slice(start, start + longestBlock));
  return found ? [start + found.index, found[0].length] : [-1, 0];
}

function codeEnd(line: string): ((line: string) => boolean) | undefined {
  const marker = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/u.exec(line)?.[1];
  return marker === undefined
    ? undefined
    : (one) => one.trim().startsWith(marker) && /^[ \t]*([`~])\1*[ \t]*$/u.test(one);
}
