const structure = /["{}[\]]/g;
const stringEnd = /(?:\\[^\n\r]|[^"\\\n\r])*(?:"|$|(?=[\n\r])|\\)/y;

/** The offset behind the object or list that opens at `start`. A string that is not closed ends with its line. */
export function jsonValueEnd(text: string, start: number, limit: number): number | undefined {
  let depth = 0;
  structure.lastIndex = start;
  for (let match = structure.exec(text); match && match.index < limit; match = structure.exec(text)) {
    if (match[0] === '"') {
      structure.lastIndex = jsonStringEnd(text, structure.lastIndex);
    } else if (match[0] === '{' || match[0] === '[') {
      depth++;
    } else if (--depth === 0) {
      return structure.lastIndex;
    }
  }
  return undefined;
}

/** The offset behind the string whose first character stands at `from`, or of the line's end where that comes first. */
export function jsonStringEnd(text: string, from: number): number {
  stringEnd.lastIndex = from;
  stringEnd.test(text);
  return Math.max(stringEnd.lastIndex, from);
}
