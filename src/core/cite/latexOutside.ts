import { blanked } from './latexMarkup';
import type { LiteralSpan } from './literalText';

const begin = /\\begin\s{0,9}\{document\}/u;
const end = /\\end\s{0,9}\{document\}/u;

/**
 * Where nothing of a LaTeX document is printed: its preamble, but for what stands there in braces (a title, an abstract,
 * a definition), and all behind its end. Nowhere in a file that has no `\begin{document}`.
 * @param literals what of the text is not read as commands
 */
export function latexOutside(text: string, literals: readonly LiteralSpan[]): readonly LiteralSpan[] {
  const markup = blanked(text, literals);
  const body = markup.search(begin);
  if (body < 0) return [];
  const spans: LiteralSpan[] = [];
  const take = (from: number, to: number): void => {
    if (from < to) spans.push({ place: 'outside', start: from, end: to, reach: 'inside' });
  };
  let depth = 0;
  let from = -1; // a cursor at the file's beginning is outside as well
  for (let index = 0; index < body; index++) {
    const character = markup[index];
    if (character === '\\') index++;
    else if (character === '{' && depth++ === 0) take(from, index + 1);
    else if (character === '}' && depth > 0 && --depth === 0) from = index;
  }
  if (depth === 0) take(from, body + 1);
  const close = markup.slice(body).search(end);
  if (close >= 0) take(body + close + markup.slice(body + close).indexOf('}'), text.length + 1);
  return spans;
}
