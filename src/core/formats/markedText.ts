import { latexText } from '../mathematics/latexText';
import { texToUnicode } from '../mathematics/texToUnicode';

/** A text of a source in its two spellings. */
export interface MarkedText {
  /** Plain Unicode. */
  readonly plain: string;
  /** With mathematics as TeX between dollar signs, plain dollars as `\$`. Absent without mathematics. */
  readonly markup?: string;
}

// As in Pandoc, no space stands inside the dollars, and no digit after them.
const dollars = /(?<!\\)\$(?![\s$])((?:\\[^]|[^$\\]){0,1000}?(?:\\[^]|[^$\\\s]))\$(?!\d)/gu;
const command = /\\(?:[a-zA-Z]{2,}|["'`^~=.%&#_{}]|[a-zA-Z]\{)/u;

/** Reads text that may hold TeX, as abstracts of arXiv do in every format: `\emph{Fast} in $O(n^2)$` → `Fast in O(n²)`. */
export function markedText(text: string): MarkedText {
  let plain = '';
  let markup = '';
  let end = 0;
  for (const match of text.matchAll(dollars)) {
    const before = plainPart(text.slice(end, match.index));
    plain += before + texToUnicode(match[1]!);
    markup += `${before.replaceAll('$', '\\$')}$${match[1]}$`;
    end = match.index + match[0].length;
  }
  const rest = plainPart(text.slice(end));
  if (end === 0) return { plain: rest };
  return { plain: plain + rest, markup: markup + rest.replaceAll('$', '\\$') };
}

function plainPart(text: string): string {
  return command.test(text) ? latexText(text, { keepBraces: true }) : text.replaceAll('\\$', '$');
}

/** A text as `markedText` reads it: with its mathematics where it has any, else with no dollars that look like it. */
export function writeMarkedText(plain: string, markup: string | undefined): string {
  return markup ?? (markedText(plain).plain === plain ? plain : plain.replaceAll('$', '\\$'));
}

/** Text on one line, where that is what it is in its source. */
export function mapMarkedText({ plain, markup }: MarkedText, change: (text: string) => string): MarkedText {
  return { plain: change(plain), ...(markup !== undefined && { markup: change(markup) }) };
}
