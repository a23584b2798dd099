/** A part of a list, white space around it left out. */
export interface ListPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const brackets: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/**
 * The offset of what closes the bracket at `open`, with other brackets of its kind and escaped characters passed over;
 * -1 if nothing does up to `to`.
 */
export function closingBracket(text: string, open: number, to: number): number {
  const opening = text[open]!;
  const closing = brackets[opening];
  let depth = 0;
  for (let index = open; index < to; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === opening) depth++;
    else if (character === closing && --depth === 0) return index;
  }
  return -1;
}

/** What closes each `[` between two offsets, for those that something closes; escaped ones are passed over. */
export function bracketPairs(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let index = from; index < to; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '[') open.push(index);
    else if (character === ']') {
      const opening = open.pop();
      if (opening !== undefined) pairs.set(opening, index);
    }
  }
  return pairs;
}

// What goes on for longer was never closed.
const longestBrackets = 2000;

/** The parts of `text` from `from` to `to` between separators, of which none in brackets or escaped counts. */
export function listParts(text: string, from: number, to: number, separators: string): readonly ListPart[] {
  const parts: ListPart[] = [];
  let start = from;
  for (let index = from; index <= to; index++) {
    const character = text[index]!;
    if (index < to && character === '\\') index++;
    else if (index < to && character in brackets) {
      const close = closingBracket(text, index, Math.min(to, index + longestBrackets));
      if (close > 0) index = close;
    } else if (index >= to || separators.includes(character)) {
      const part = text.slice(start, Math.min(index, to));
      const begin = start + part.length - part.trimStart().length;
      parts.push({ text: part.trim(), start: begin, end: begin + part.trim().length });
      start = index + 1;
    }
  }
  return parts;
}

/** How a list in `text` is extended: where, and with which separator, which is the one it has, white space and all. */
export interface ListExtension {
  readonly at: number;
  readonly before: string;
  readonly between: string;
}

/**
 * How to extend the list of `parts`, the last of which may be empty: `a, |`.
 * @param fallback the separator where the list has none yet
 */
export function listExtension(text: string, parts: readonly ListPart[], fallback: string): ListExtension {
  const filled = parts.filter((part) => part.text !== '');
  const last = filled.at(-1);
  const previous = filled.at(-2);
  const own = last && previous ? text.slice(previous.end, last.start) : '';
  const between = /^\s*[,;]\s*$/u.test(own) ? own.trimStart() : fallback;
  const end = parts.at(-1);
  if (!last) return { at: parts[0]?.start ?? 0, before: '', between };
  if (end && end.text === '') {
    // Behind the separator, in which the writer may already have put a blank.
    const gap = text.slice(last.end, end.start);
    const separator = gap.search(/[,;]/u);
    const at = last.end + separator + 1;
    const blanks = /^[^\S\n]*/u.exec(text.slice(at, end.start))![0].length;
    const wanted = blanks === 0 && parts.length > 2 ? between.slice(1) : '';
    return { at: at + blanks, before: wanted, between };
  }
  return { at: last.end, before: between, between };
}
