/** A line without its line break, and where it begins. */
export interface PlacedLine {
  readonly line: string;
  readonly offset: number;
}

/**
 * A text's lines but for those that belong to blocks, which another line ends or the text's end.
 * @param opens what tells the block's last line, if this line is its first
 */
export function linesOutsideBlocks(
  text: string,
  opens: (line: string) => ((line: string) => boolean) | undefined,
): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  let offset = 0;
  let closes: ((line: string) => boolean) | undefined;
  for (const line of text.split('\n')) {
    if (!closes) {
      closes = opens(line);
      if (!closes) lines.push({ line, offset });
    } else if (closes(line)) closes = undefined;
    offset += line.length + 1;
  }
  return lines;
}
