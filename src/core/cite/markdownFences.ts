import { lineStart } from './textLines';

/** The line that opens or closes a block between fences, and the containers it stands in. */
export interface Fence {
  /** A backtick, a tilde or, in MyST, a colon. */
  readonly mark: string;
  readonly length: number;
  /** How many quotes it is in. */
  readonly quotes: number;
  /** Behind the quotes. */
  readonly indent: number;
  /** The least indentation of what still belongs to the list that the fence is in; zero if it is in none. */
  readonly least: number;
  /** What follows on its line: the language of code, a directive of MyST. */
  readonly information: string;
}

// What is longer is no fence that anybody writes.
const longestFence = 1000;
const longestListItem = 2000;
const listed = /^(?:[-*+:~]|\(?(?:\d{1,9}|[a-z#@])[.)]|\[\^)/iu;

/**
 * The fence that a line opens or closes a block with: `> ```python`.
 * @param start the offset at which the line begins in `text`
 */
export function fenceOf(text: string, start: number, line: string): Fence {
  const { containers, marks, information } = /^(?<containers>[^`~:]*)(?<marks>`+|~+|:+)(?<information>.*)$/su.exec(
    line,
  )!.groups!;
  const behindQuotes = containers!.slice(containers!.lastIndexOf('>') + 1);
  const quotes = containers!.split('>').length - 1;
  const indent = indentOf(behindQuotes);
  const isItem = behindQuotes.trim() !== '';
  return {
    mark: marks![0]!,
    length: Math.min(marks!.length, longestFence),
    quotes,
    indent,
    least: isItem ? indent + 1 : quotes === 0 && indent > 0 ? leastInList(text, start, indent) : 0,
    information: information!.trim(),
  };
}

/**
 * Where the code of a fence ends: behind its closing fence or with the quote or list that it is in, whichever comes first
 * (https://spec.commonmark.org/0.31.2/#fenced-code-blocks); infinite if neither does.
 */
export function fencedEnd(text: string, from: number, { mark, length, quotes, least }: Fence): number {
  const close = `(?<=\\n)(?:[ \\t]*>)*[ \\t]*${mark}{${length},}[ \\t]*$`;
  const leave = `(?<leave>(?<=\\n)(?!(?:[ \\t]*>){${quotes}}(?: {${least}}| *\\t|[ \\t\\r]*$)))`;
  const pattern = new RegExp(quotes + least > 0 ? `${leave}|${close}` : close, 'gmu');
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  if (!match) return Infinity;
  return match.groups?.leave === undefined ? pattern.lastIndex : match.index - (text[match.index - 2] === '\r' ? 2 : 1);
}

/** Whether a fence stands in the containers that another one is in. */
export function isWithin({ quotes, indent }: Fence, outer: Fence): boolean {
  return quotes > outer.quotes || (quotes === outer.quotes && indent >= outer.least);
}

/** What an indented fence at an offset needs to stay in its list. */
function leastInList(text: string, start: number, indent: number): number {
  for (let at = start; at > 0 && start - at < longestListItem;) {
    const end = at - 1;
    at = lineStart(text, end);
    const line = text.slice(at, end);
    const own = indentOf(line);
    if (line.trim() === '' || own >= indent) continue;
    if (listed.test(line.trimStart())) return own + 1;
    if (own === 0) return 0;
  }
  return 0;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
