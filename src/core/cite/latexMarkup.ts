import { latexLiterals } from './latexLiterals';
import type { LiteralSpan } from './literalText';

/**
 * A LaTeX text with blanks for all that is not read as commands, so that its offsets stay: comments, verbatim text and
 * addresses. `\verb|\cite{a}| % b` → blanks alone
 */
export function latexMarkup(text: string): string {
  return blanked(text, latexLiterals(text));
}

/** The text with blanks for comments, verbatim text and addresses among these spans, which are in order and apart. */
export function blanked(text: string, spans: readonly LiteralSpan[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { place, start, end } of spans) {
    if (place !== 'comment' && place !== 'verbatim' && place !== 'address') continue;
    // The braces of an address belong to the arguments around it.
    const hidden = place === 'address' ? /[^\n{}]/gu : /[^\n]/gu;
    pieces.push(text.slice(from, start), text.slice(start, end).replace(hidden, ' '));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}
