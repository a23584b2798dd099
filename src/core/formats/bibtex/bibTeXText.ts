import { latexText } from '../../mathematics/latexText';
import { texToUnicode } from '../../mathematics/texToUnicode';
import type { MarkedText } from '../markedText';

const dollars = /\\[^]|\$\$((?:\\[^]|[^$\\])+)\$\$|\$((?:\\[^]|[^$\\])+)\$/gu;
const parentheses = /\\\(((?:[^\\]|\\[^()])*)\\\)/gu;

/**
 * The value of a field of words: `{B}ayesian $O(n^2)$ search by {H{\"a}se}` → `Bayesian O(n²) search by Häse`. Line
 * breaks, ties and runs of spaces are one space; braces are gone.
 */
export function bibTeXText(value: string): MarkedText {
  return markedLine(value.includes('~') ? value.replace(/(?<!\\)~/g, ' ') : value);
}

function markedLine(value: string): MarkedText {
  const line = spaced(value);
  return line.includes('$') || line.includes('\\(') ? withMathematics(line) : { plain: latexText(line).trim() };
}

/**
 * The value of a field of running text, such as an abstract. Paragraphs stay apart; and as such fields are often not
 * LaTeX at all, dollars are mathematics only where no space stands inside them and no digit behind: “from $5 to $10”.
 */
export function bibTeXProse(value: string): MarkedText {
  if (!/[\r\n]/.test(value)) return markedLine(prices(value));
  const paragraphs = value
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/u)
    .map((paragraph) => markedLine(prices(paragraph)))
    .filter(({ plain }) => plain !== '');
  const plain = paragraphs.map((paragraph) => paragraph.plain).join('\n\n');
  if (paragraphs.every(({ markup }) => markup === undefined)) return { plain };
  return { plain, markup: paragraphs.map((paragraph) => markupOf(paragraph)).join('\n\n') };
}

/** A text in the spelling of those with mathematics. */
function markupOf(text: MarkedText): string {
  return text.markup ?? text.plain.replaceAll('$', '\\$');
}

/** Words without any of LaTeX's meaning, for addresses and identifiers: `\url{https://a.example/b\_c}`. */
export function verbatimText(value: string): string {
  return spaced(value)
    .replace(/^\\url\s*/u, '')
    .replace(/\\([_%#&~$^{}])/gu, '$1')
    .replace(/^\{+|\}+$/gu, '')
    .replace(/^<(.*)>$/u, '$1')
    .trim();
}

function spaced(value: string): string {
  if (!/[^\S ]| {2}/.test(value)) return value.trim();
  return value.replace(/\s+/gu, ' ').trim();
}

function prices(paragraph: string): string {
  if (!paragraph.includes('$')) return paragraph;
  return paragraph.replace(dollars, (match: string, _display: unknown, tex: string | undefined, at: number) => {
    if (tex === undefined) return match;
    const isPrice = /^\s|\s$/u.test(tex) || /\d/.test(paragraph.charAt(at + match.length));
    return isPrice ? `\\$${tex}\\$` : match;
  });
}

function withMathematics(line: string): MarkedText {
  const text = line.includes('\\(') ? line.replace(parentheses, (_, tex: string) => `$${tex}$`) : line;
  let plain = '';
  let markup = '';
  let hasMathematics = false;
  let end = 0;
  const words = (piece: string): void => {
    const written = latexText(piece);
    plain += written;
    markup += written.replaceAll('$', '\\$');
  };
  for (const match of text.matchAll(dollars)) {
    const tex = match[1] ?? match[2];
    if (tex === undefined) continue;
    words(text.slice(end, match.index));
    end = match.index + match[0].length;
    plain += texToUnicode(tex);
    markup += `$${tex}$`;
    hasMathematics = true;
  }
  words(text.slice(end));
  return hasMathematics ? { plain: plain.trim(), markup: markup.trim() } : { plain: plain.trim() };
}
