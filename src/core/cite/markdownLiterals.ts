import { type LiteralText, until, whole } from './literalText';

const quote = '(?:[ \\t]*>)*[ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)?';
const longestFence = 1000;

const fence: LiteralText = {
  place: 'verbatim',
  open: `^${quote}(?:\`{3,}[^\`\\n]*|~{3,}[^\\n]*)$`,
  end: (text, from, opened) => {
    const marker = /`{3,}|~{3,}/u.exec(opened)![0];
    const length = Math.min(marker.length, longestFence);
    const container = containerEnd(text, from, opened.slice(0, opened.indexOf(marker)));
    const close = new RegExp(`^(?:[ \\t]*>)*[ \\t]*${marker[0]!}{${length},}[ \\t]*$`, 'gmu');
    close.lastIndex = from;
    const closed = close.exec(text.slice(0, container)) ? close.lastIndex : Infinity;
    return closed === Infinity && container < text.length ? container : closed;
  },
  reach: 'lines',
};

/** Where the quotation or the list item ends in which a line begins with `lead`: no block goes on beyond that. */
function containerEnd(text: string, from: number, lead: string): number {
  const outside = lead.includes('>') ? /\n(?![ \t]*>)/gu : /\S/u.test(lead) ? /\n(?=\S)/gu : undefined;
  if (!outside) return text.length;
  outside.lastIndex = from;
  return outside.exec(text)?.index ?? text.length;
}

// Code by its indentation, behind a blank line and a line that is no list's, note's or definition's.
const indented: LiteralText = {
  place: 'verbatim',
  open: '^(?:\\t| {4})[ \\t]*\\S[^\\n]*',
  end: (text, from, opened) => {
    if (isContinued(text, from - opened.length)) return undefined;
    const lines = /(?:\r?\n(?:[ \t]*\r?\n)*(?:\t| {4})[ \t]*\S[^\n]*)*/uy;
    lines.lastIndex = from;
    return from + lines.exec(text)![0].length;
  },
  reach: 'lines',
};

const longestList = 4000;
const listed = /^ {0,3}(?:[-*+:~]|\(?(?:\d{1,9}|[a-z#@])[.)]|\[\^)/iu;

/** Whether the indented line at an offset goes on with a paragraph or belongs to a list. */
function isContinued(text: string, offset: number): boolean {
  let isBehindBlank = false;
  let at = offset;
  while (at > 0 && offset - at < longestList) {
    const end = at - 1;
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    if (line.trim() === '') isBehindBlank = true;
    else if (!/^(?:\t| {4})/u.test(line)) return listed.test(line) || !isBehindBlank;
    at = start;
  }
  return false;
}

// Pandoc's manual, "Math": no blank behind the first dollar or before the last, and no digit behind that.
const mathematics = whole(
  'mathematics',
  '(?<![\\\\$\\w])\\$\\$(?:[^$\\\\]|\\\\[^]){1,5000}\\$\\$' +
    '|(?<![\\\\$\\w])\\$(?=[^\\s$])(?:[^$\\\\\\n]|\\\\[^]|\\n(?!\\s*\\n)){1,1000}(?<=\\S)\\$(?!\\d)',
);

// LaTeX among the Markdown, which Pandoc and MyST hand on as it stands.
const longestEnvironment = 8_000;
const environment: LiteralText = {
  place: 'verbatim',
  open: '^[ \\t]*\\\\begin\\{[a-z]{1,40}\\*?\\}',
  end: (text, from, opened) => {
    const close = `\\end${opened.slice(opened.indexOf('{'))}`;
    const at = text.slice(from, from + longestEnvironment).indexOf(close);
    return at < 0 ? undefined : from + at + close.length;
  },
  reach: 'inside',
};

// What Markdown reads by itself, and nobody sees.
const names: readonly LiteralText[] = [
  until('verbatim', '<(?:script|style|pre)\\b[^<>]{0,2000}>', (opened) => closingTag(opened)),
  // A `cite` holds the keys of notebooks.
  whole('name', '<\\/?(?!cite\\b)[a-z][a-z0-9-]{0,40}(?:\\s[^<>]{0,2000})?>'),
  // Links between notes, as Obsidian and Foam write them.
  whole('name', '\\[\\[[^\\[\\]\\n]{1,500}\\]\\]'),
  // Quarto's short codes, and attributes: `{#fig-a .wide width=50%}`, but not the braces of a key.
  whole('name', '\\{\\{<[^{}\\n]{0,1000}>\\}\\}'),
  whole('name', '(?<![@\\\\])\\{[ \\t]*(?:[#.][\\w:-]|[\\w-]{1,60}=)[^{}\\n]{0,500}\\}'),
  // A link's definition; a footnote's is text.
  whole('address', '^ {0,3}\\[(?![\\^@])[^\\]\\n]{1,500}\\]:[^\\n]*', 'end'),
];

function closingTag(opened: string): RegExp {
  return new RegExp(`</${/\w+/u.exec(opened)![0]}[ \\t]*>`, 'giu');
}

/** What both kinds of Markdown have in their lines. */
export const inlineLiterals: readonly LiteralText[] = [
  until('comment', '<!--', () => /-->/gu),
  ...names,
  whole(undefined, '\\\\[^\\n]'),
  // Backticks are code only where as many end it, in the same paragraph.
  whole(
    'verbatim',
    '(?<!`)(?:`(?:[^`\\n]|\\n(?!\\s*\\n)){1,2000}`|``(?:[^`\\n]|`(?!`)|\\n(?!\\s*\\n)){1,2000}``)(?!`)',
  ),
  whole('address', '(?<=\\]\\()[^()\\s]{0,2000}(?=\\))', 'lines'),
  whole('address', '<(?:(?:https?|mailto):[^<>\\s]{1,2000}|[^<>\\s@]{1,64}@[^<>\\s]{1,200})>'),
  mathematics,
];

/** What both have in lines of their own. */
export const blockLiterals: readonly LiteralText[] = [fence, indented, environment];

/** What Markdown does not read as text. */
export const markdownLiterals: readonly LiteralText[] = [...blockLiterals, ...inlineLiterals];
