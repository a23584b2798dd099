import type { Span } from './commentContext';
import type { CommentSyntax } from './commentSyntax';

/**
 * A line of text as it may stand in a comment or docstring: whatever would end that, open another, or be run inside it
 * is broken up by a blank, visibly (`* /`), or escaped where the language has escapes.
 * @param span the comment or docstring it goes into; absent for a comment to the end of the line
 */
export function harmlessText(line: string, syntax: CommentSyntax, nearTop: boolean, span?: Span): string {
  let text = syntax.guard?.(line, nearTop) ?? line;
  for (const delimiter of span?.token.delimiters(span.opened) ?? []) text = breakUp(text, delimiter);
  const { escaped } = span?.token ?? {};
  const raw = span && /[rRS]/.test(span.opened.replace(/.*\s/, ''));
  if (escaped && !raw) return text.replace(escaped, '\\$&');
  // A backslash at the end joins the next line to this one, or takes the meaning from the quote behind it. So does ??/ .
  return text.replace(/(?:\\|\?\?\/)$/u, '$& .');
}

/** Text in which a delimiter never occurs: a blank follows its first character. */
export function breakUp(text: string, delimiter: string): string {
  const first = delimiter.slice(0, 1);
  const rest = delimiter.slice(1);
  if (rest === '') return text.replaceAll(first, ' ');
  let result = '';
  let from = 0;
  for (let index = text.indexOf(delimiter); index >= 0; index = text.indexOf(delimiter, index + 1)) {
    result += `${text.slice(from, index + 1)} `;
    from = index + 1;
  }
  return result + text.slice(from);
}
