import type { SelectedRange } from './citationFormat';
import type { LiteralSpan } from './literalText';

const opening = /^\uFEFF?---[ \t]*\r?\n/u;
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/gmu;
const entry = /^(?<before>[ \t]*(?:-[ \t]+)?(?<quote>['"]?)(?<key>[\w-]+)\k<quote>[ \t]*:[ \t]+)(?<value>.*)$/u;
/** A value that goes on below it, as text. */
const block = /^[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/u;
// Markdown to Pandoc and Quarto; other values are names, paths and switches to them.
const markdownKeys =
  /^(?:title|subtitle|abstract|description|thanks|acknowledge?ments?|note|summary|caption|nocite)$/iu;
const proseBegins = /^["']?[\p{L}\p{N}(@]/u;

/** The text of the key that was read last, which may go on in the lines below it. */
interface Prose {
  /** The key's; what belongs to it is indented more. */
  readonly indent: number;
  readonly kind: 'block' | 'plain' | 'single' | 'double';
  /** Where it ends if quotes end it. */
  readonly end: number;
}

interface FrontMatter {
  readonly literals: readonly LiteralSpan[];
  /** The text within single quotes, line by line. */
  readonly quoted: readonly SelectedRange[];
}

/**
 * Where in the front matter of a Markdown file no Markdown stands: all but the text of block scalars and of keys such as
 * `abstract`. A citation elsewhere would be a list to YAML, or none at all.
 */
export function frontMatterLiterals(text: string): readonly LiteralSpan[] {
  return readFrontMatter(text).literals;
}

/** What is written at an offset, its quotes doubled where YAML would end the text with them: `title: 'On caches|'`. */
export function escapedInFrontMatter(text: string, offset: number, written: string): string {
  if (!written.includes("'")) return written;
  const isQuoted = readFrontMatter(text).quoted.some(({ start, end }) => start <= offset && offset <= end);
  return isQuoted ? written.replaceAll("'", "''") : written;
}

function readFrontMatter(text: string): FrontMatter {
  const literals: LiteralSpan[] = [];
  const quoted: SelectedRange[] = [];
  const opened = opening.exec(text)?.[0];
  closing.lastIndex = opened?.length ?? 0;
  const close = opened === undefined ? undefined : closing.exec(text);
  if (opened === undefined || !close) return { literals, quoted };
  const take = (start: number, end: number): void => {
    literals.push({ place: 'metadata', start, end, reach: 'lines' });
  };
  take(0, opened.trimEnd().length);
  let prose: Prose | undefined;
  let start = opened.length;
  for (const whole of text.slice(start, close.index).split('\n').slice(0, -1)) {
    const line = whole.replace(/\r$/u, '');
    const indent = line.length - line.trimStart().length;
    const end = start + line.length;
    const goesOn = prose !== undefined && start < prose.end && (line.trim() === '' || indent > prose.indent);
    let from = start;
    if (!goesOn) {
      const { before = '', key = '', value = '' } = entry.exec(line)?.groups ?? {};
      prose = proseOf(text, start + before.length, indent, key, value.trimEnd());
      // What a block holds is below its key.
      from = prose && prose.kind !== 'block' ? start + before.length : end;
      take(start, from);
    }
    if (prose) {
      const stop = proseEnd(text, prose, from, end);
      if (stop < end || stop === prose.end) take(stop, end);
      if (prose.kind === 'single') quoted.push({ start: from, end: stop });
    }
    start += whole.length + 1;
  }
  take(close.index, close.index + close[0].trimEnd().length);
  return { literals, quoted };
}

/** The text that a key's value at an offset is, or that it begins. */
function proseOf(text: string, offset: number, indent: number, key: string, value: string): Prose | undefined {
  if (block.test(value)) return { indent, kind: 'block', end: Infinity };
  if (!markdownKeys.test(key) || !proseBegins.test(value)) return undefined;
  const kind = value.startsWith("'") ? 'single' : value.startsWith('"') ? 'double' : 'plain';
  if (kind === 'plain') return { indent, kind, end: Infinity };
  const quotes = kind === 'single' ? /'(?:[^']|'')*'/uy : /"(?:[^"\\]|\\[^])*"/uy;
  quotes.lastIndex = offset;
  return { indent, kind, end: quotes.test(text) ? quotes.lastIndex : Infinity };
}

/** Where the text ends within a line: behind its quotes, or where a comment begins. */
function proseEnd(text: string, { kind, end }: Prose, from: number, lineEnd: number): number {
  if (kind !== 'plain') return Math.min(end, lineEnd);
  const comment = /(?<![^\s])#/gu;
  comment.lastIndex = from;
  const found = comment.exec(text.slice(0, lineEnd));
  return found ? found.index : lineEnd;
}
