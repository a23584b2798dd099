const plain = { ' ': /[\s~]+/u, ',': /,/u, ';': /;/u, and: /(?<!\S)and(?!\S)/iu };

// A backslash takes the character behind it along, and an accent's letter the space behind that: `\v S` is one word.
const withLatex = {
  ' ': /[{}]|\\(?:[A-Za-z](?![A-Za-z])\s*|[^])|[\s~]+/gu,
  ',': /[{},]|\\[^]/gu,
  ';': /[{};]|\\[^]/gu,
  and: /[{}]|\\[^\s]|(?<!\S)and(?!\S)/giu,
};

/**
 * The parts of a LaTeX text between separators that no braces enclose, trimmed, empty ones left out. `and` is a word
 * of its own, in any case.
 */
export function splitOutsideBraces(text: string, separator: keyof typeof plain): string[] {
  const parts = /[{}\\]/.test(text) ? latexParts(text, withLatex[separator]) : text.split(plain[separator]);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function latexParts(text: string, marks: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === '{') depth++;
    else if (mark === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && !mark.startsWith('\\')) {
      parts.push(text.slice(start, index));
      start = index + mark.length;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
