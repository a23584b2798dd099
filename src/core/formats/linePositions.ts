/** Finds the line and column of an offset, both zero-based, the column in UTF-16 code units. */
export type FindPosition = (offset: number) => { readonly line: number; readonly column: number };

const lineFeed = 10;
const carriageReturn = 13;

/** The lines of a text, whether they end in `\n`, `\r\n` or `\r`. */
export function linePositions(text: string): FindPosition {
  const starts = [0];
  // A third of the time that a regular expression takes, and this reads every file.
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed || (unit === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) starts.push(at + 1);
  }
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
