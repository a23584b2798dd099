import { findUrls } from '../links';
import { latexText } from '../mathematics/latexText';
import { texToUnicode } from '../mathematics/texToUnicode';
import { findLostMathematics, restoreCommands } from './lostMathematics';

/** A text whose LaTeX has been restored. */
export interface RepairedText {
  /** Plain Unicode. */
  readonly plain: string;
  /** The text with its mathematics as TeX between dollar signs, and plain dollars as `\$`. Absent without mathematics. */
  readonly markup?: string;
}

interface Piece {
  readonly kind: 'text' | 'mathematics';
  readonly text: string;
}

const wrappedUrl =
  /\{\s*\\?(?:tiny|scriptsize|footnotesize|small|large|url|href|color|texttt|textcolor)[a-z]*\s*\{?(https?:\/\/[^\s{}]+)\}{1,2}/giu;

// A formula that kept its dollar signs. As in Pandoc, no space stands inside them, and no digit after them.
const keptDollars = /(?<!\\)\$(?![\s$])((?:\\[^]|[^$\\\n]){0,300}?(?:\\[^]|[^$\\\s]))\$(?!\d)/gu;

/**
 * What stands for LaTeX that the page shows without its backslashes, number by number. Only what touches a number (or
 * is no English word) is ever taken for a command: “10times” is, “10 times” and “sometimes” are words.
 */
const numberRules: readonly (readonly [RegExp, string])[] = [
  // 10times, 1008times756, 2.4\times
  [/(?<=[\d}])\\?times(?=\d|(?![\p{L}\p{N}]))/gu, '×'],
  // Ntimes, H times W, 512 times 512
  [/(?<=(?<![\p{L}\p{N}])[A-Zkmn])\\?times(?![\p{L}\p{N}])/gu, '×'],
  [/(?<=(?<![\p{L}\p{N}])[A-Z]) times (?=[A-Z](?![\p{L}\p{N}]))/gu, ' × '],
  [/(?<![\p{L}\p{N}.,])(\d+) times (?=\1(?![\p{L}\p{N}.,]))/gu, '$1×'],
  // 3.72sim4.11, 15× sim 24×
  [/(?<=\d[×%]?) ?\\sim ?(?=\d)|(?<=\d)sim ?(?=\d)|(?<=\d) ?sim(?=\d)|(?<=\d[×%]) ?sim ?(?=\d)/gu, '–'],
  // sim10, sim 10×, but not sim2real
  [/(?<![\p{L}\p{N}\\])(?:\\sim ?(?=\d)|sim(?=[\d.,]*\d(?![\p{L}\p{N}-]))|sim (?=\d+(?:\.\d+)?×))/gu, '~'],
  // approx10, 93.2pm0.3
  [/(?<![\p{L}\p{N}\\])approx(?=\d)/gu, '≈'],
  [/(?<=\d)pm(?=\d)/gu, ' ± '],
  // geq 90, leq5
  [/(?<![\p{L}\p{N}\\])geq ?(?=\d)/gu, '≥ '],
  [/(?<![\p{L}\p{N}\\])leq ?(?=\d)/gu, '≤ '],
];

/** Macros for letters' shapes that lost their backslashes. */
const shapes = /(?<![\p{L}\p{N}\\])(?=(?:textbf|textit|texttt|textsc|textrm|textsf|emph|underline|text)\{[^{}]*\})/gu;

/**
 * Restores what the text of a Hugging Face Papers page lost of its LaTeX: `10times` → 10×, `3.72sim4.11times` →
 * 3.72–4.11×, `10^{13}` → 10¹³, `M geq d^2` → M ≥ d², `91.7\%` → 91.7%. Words, and addresses, stay as they are.
 */
export function repairLostLatex(text: string): RepairedText {
  const pieces = withoutUrls(text.replace(wrappedUrl, '$1'));
  const plain = pieces.map((piece) => (piece.kind === 'text' ? piece.text : texToUnicode(piece.text))).join('');
  if (!pieces.some((piece) => piece.kind === 'mathematics')) return { plain };
  const markup = pieces.map((piece) => (piece.kind === 'text' ? piece.text.replaceAll('$', '\\$') : `$${piece.text}$`));
  return { plain, markup: markup.join('') };
}

function withoutUrls(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of findUrls(text)) {
    pieces.push(...repairedPieces(text.slice(end, found.start)));
    pieces.push({ kind: 'text', text: text.slice(found.start, found.end) });
    end = found.end;
  }
  pieces.push(...repairedPieces(text.slice(end)));
  return pieces;
}

function repairedPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(keptDollars)) {
    pieces.push(...lostPieces(text.slice(end, match.index)));
    pieces.push({ kind: 'mathematics', text: restoreCommands(match[1]!) });
    end = match.index + match[0].length;
  }
  pieces.push(...lostPieces(text.slice(end)));
  return pieces;
}

function lostPieces(text: string): Piece[] {
  const numbered = numberRules.reduce((current, [pattern, sign]) => current.replace(pattern, sign), text);
  const pieces: Piece[] = [];
  let end = 0;
  for (const formula of findLostMathematics(numbered)) {
    pieces.push(words(numbered.slice(end, formula.start)));
    pieces.push({ kind: 'mathematics', text: formula.tex });
    end = formula.end;
  }
  pieces.push(words(numbered.slice(end)));
  return pieces;
}

function words(text: string): Piece {
  return { kind: 'text', text: latexText(text.replace(shapes, '\\'), { keepBraces: true }) };
}
