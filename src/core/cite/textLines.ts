/** The offset at which the line of `offset` begins. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset at which the line of `offset` ends, in front of its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > offset && text[end - 1] === '\r' ? end - 1 : end;
}

/** The white space that the line from `start` on begins with. */
export function indentation(text: string, start: number): string {
  const pattern = /[^\S\r\n]*/y;
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0] ?? '';
}
