import { blanked } from './latexMarkup';
import { type LiteralSpan, literalSpanOf } from './literalText';

const begin = /\\begin\s{0,9}\{document\}/gu;
// Braces and environments: some classes want the abstract in the preamble.
const nesting = /\\(?:begin|end)\s{0,9}\{[^{}\n]{0,100}\}|\\[^]|[{}]/gu;
const end = /\\end\s{0,9}\{document\}/gu;

/**
 * Where nothing of a LaTeX document is printed: its preamble, but for what stands there in braces (a title, an abstract,
 * a definition), and all behind its end. Nowhere in a file that has no `\begin{document}`.
 * @param literals what of the text is not read as commands
 */
export function latexOutside(text: string, literals: readonly LiteralSpan[]): readonly LiteralSpan[] {
  const body = firstRead(text, begin, 0, literals);
  if (body < 0) return [];
  const preamble = blanked(
    text.slice(0, body),
    literals.filter(({ start }) => start < body),
  );
  const spans: LiteralSpan[] = [];
  const take = (from: number, to: number): void => {
    if (from < to) spans.push({ place: 'outside', start: from, end: to, reach: 'inside' });
  };
  let depth = 0;
  let from = -1; // a cursor at the file's beginning is outside as well
  for (const { 0: sign, index } of preamble.matchAll(nesting)) {
    if (sign.length === 2) continue; // an escaped brace is none
    const isOpening = sign === '{' || sign.startsWith('\\begin');
    if (isOpening && depth++ === 0) take(from, index + sign.length);
    else if (!isOpening && depth > 0 && --depth === 0) from = index + sign.length - 1;
  }
  if (depth === 0) take(from, body + 1);
  const close = firstRead(text, end, body, literals);
  if (close >= 0) take(text.indexOf('}', close), text.length + 1);
  return spans;
}

/** Where a pattern first matches what is read, from an offset on; -1 where it does not. */
function firstRead(text: string, pattern: RegExp, from: number, literals: readonly LiteralSpan[]): number {
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { place } = literalSpanOf(literals, match.index) ?? {};
    if (place === undefined || place === 'name') return match.index;
  }
  return -1;
}
