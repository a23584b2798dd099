/** Finds the line and column of an offset, both zero-based, the column in UTF-16 code units. */
export type FindPosition = (offset: number) => { readonly line: number; readonly column: number };

/** The lines of a text, whether they end in `\n`, `\r\n` or `\r`. */
export function linePositions(text: string): FindPosition {
  const starts = [0];
  for (const lineEnd of text.matchAll(/\r\n?|\n/g)) starts.push(lineEnd.index + lineEnd[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: Math.max(offset - starts[low]!, 0) };
  };
}
