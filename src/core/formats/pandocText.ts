import { htmlText } from './htmlText';

const mathematics = /((?<!\\)\$(?![\s$])(?:\\[^]|[^$\\])*?(?<!\s)\$(?!\d))/u;

/**
 * The words of a field in pandoc's Markdown: without emphasis, the raised and lowered text of `^` and `~`, spans
 * (`[GAN]{.nocase}`), code marks and escapes. Mathematics between dollars stays, and so does `\$`.
 */
export function pandocText(text: string): string {
  if (!/[\\*_^~[`<&]/u.test(text)) return text;
  return text
    .split(mathematics)
    .map((piece, index) => (index % 2 === 1 ? piece : words(piece)))
    .join('');
}

// An escaped character must not be taken for markup by the rules that follow: a noncharacter of Unicode stands for it.
const escapable = '!"#%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const hidden = 0xfdd0;

function words(piece: string): string {
  const unmarked = piece
    .replace(/\\([!"#%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/gu, (_, character: string) =>
      String.fromCharCode(hidden + escapable.indexOf(character)),
    )
    .replace(/\[([^[\]]*)\]\{[^{}]*\}/gu, '$1')
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/gu, '$1')
    .replace(/\^([^^\s]{1,40})\^/gu, '<sup>$1</sup>')
    .replace(/(?<!~)~([^~\s]{1,40})~(?!~)/gu, '<sub>$1</sub>')
    .replace(/(\*{1,3})(?=\S)([^*]*[^\s*])\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_]*[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/(?<!`)(`{1,3})(?!`)([^`]+)\1/gu, '$2');
  return htmlText(unmarked).replace(/[\uFDD0-\uFDEF]/gu, (mark) => escapable[mark.charCodeAt(0) - hidden] ?? mark);
}

/** Text with mathematics between dollars in pandoc's Markdown: what would be markup elsewhere is escaped. */
export function writePandocText(text: string): string {
  return text
    .split(mathematics)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/\\(?!\$)|[*_^~[\]`<&]/gu, '\\$&')))
    .join('');
}
