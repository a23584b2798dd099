/**
 * A text's lines but for those that belong to blocks, which another line ends or the text's end.
 * @param opens what tells the block's last line, if this line is its first
 */
export function linesOutsideBlocks(
  text: string,
  opens: (line: string) => ((line: string) => boolean) | undefined,
): readonly string[] {
  const lines: string[] = [];
  let closes: ((line: string) => boolean) | undefined;
  for (const line of text.split('\n')) {
    if (!closes) {
      closes = opens(line);
      if (!closes) lines.push(line);
    } else if (closes(line)) closes = undefined;
  }
  return lines;
}
