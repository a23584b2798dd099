import type { LiteralSpan } from './literalText';

const opening = /^\uFEFF?---[ \t]*\r?\n/u;
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/gmu;
const entry = /^(?<before>[ \t]*(?:-[ \t]+)?(?<quote>['"]?)(?<key>[\w-]+)\k<quote>[ \t]*:[ \t]+)(?<value>.*?)[ \t]*$/u;
/** A value that goes on below it, as text. */
const block = /^[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/u;
// Markdown to Pandoc and Quarto; other values are names, paths and switches to them.
const markdownKeys =
  /^(?:title|subtitle|abstract|description|thanks|acknowledge?ments?|note|summary|caption|nocite)$/iu;
const proseBegins = /^["']?[\p{L}\p{N}(@]/u;

/**
 * Where in the front matter of a Markdown file no Markdown stands: all but the text of block scalars and of keys such as
 * `abstract`. A citation elsewhere would be a list to YAML, or none at all.
 */
export function frontMatterLiterals(text: string): readonly LiteralSpan[] {
  const opened = opening.exec(text)?.[0];
  if (opened === undefined) return [];
  closing.lastIndex = opened.length;
  const close = closing.exec(text);
  if (!close) return [];
  const spans: LiteralSpan[] = [];
  const take = (start: number, end: number): void => {
    spans.push({ place: 'metadata', start, end, reach: 'lines' });
  };
  take(0, opened.trimEnd().length);
  /** The indentation of the key that the text below it belongs to. */
  let prose: number | undefined;
  let start = opened.length;
  for (const line of text.slice(start, close.index).split('\n').slice(0, -1)) {
    const indent = line.length - line.trimStart().length;
    const end = start + line.replace(/\r$/u, '').length;
    const isProse = prose !== undefined && (line.trim() === '' || indent > prose);
    if (!isProse) {
      const { before = '', key = '', value = '' } = entry.exec(line.replace(/\r$/u, ''))?.groups ?? {};
      const isText = markdownKeys.test(key) && proseBegins.test(value);
      prose = isText || block.test(value) ? indent : undefined;
      const quote = /^["']/u.exec(value)?.[0];
      take(start, isText ? start + before.length : end);
      if (isText && quote !== undefined && value.endsWith(quote)) take(start + before.length + value.length, end);
      const comment = isText && quote === undefined ? value.search(/[ \t]#/u) : -1;
      if (comment >= 0) take(start + before.length + comment + 1, end);
    }
    start += line.length + 1;
  }
  take(close.index, close.index + close[0].trimEnd().length);
  return spans;
}
