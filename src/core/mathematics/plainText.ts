import { latexText } from './latexText';
import { texToUnicode } from './texToUnicode';

// `\$` is a dollar; `$…$` and `$$…$$` hold TeX. A dollar without a partner is text.
const dollars = /\\\$|\$\$((?:\\[^]|[^$\\])+)\$\$|\$((?:\\[^]|[^$\\])+)\$/gu;

/**
 * LaTeX markup as plain Unicode, for labels, search and spoken text: `\emph{Fast} $10^{13}$ in $O(n^2)$, 5\%` →
 * `Fast 10¹³ in O(n²), 5%`.
 */
export function plainText(markup: string): string {
  let plain = '';
  let end = 0;
  for (const match of markup.matchAll(dollars)) {
    const tex = match[1] ?? match[2];
    if (tex === undefined) continue;
    plain += latexText(markup.slice(end, match.index)) + texToUnicode(tex);
    end = match.index + match[0].length;
  }
  return plain + latexText(markup.slice(end));
}
