import { enclosed, type LiteralText, until, whole } from './literalText';
import { fencedEnd, fenceOf } from './markdownFences';
import { mystDirectives } from './mystDirectives';

// What keeps a literal block from beginning anywhere else: quotes, a list's mark, blanks.
const container = '(?:[ \\t]*>)*[ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)?';

/** Fenced code. */
const fence: LiteralText = {
  place: 'verbatim',
  open: `^${container}(?:\`{3,}[^\`\\n]*|~{3,}[^\\n]*)$`,
  end: (text, from, opened) => fencedEnd(text, from, fenceOf(text, from - opened.length, opened)),
  reach: 'lines',
};

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

const environment = (opened: string): RegExp => {
  const name = /\{(.*)\}/u.exec(opened)![1]!.replace('*', '\\*');
  return new RegExp(`\\\\begin\\{${name}\\}|(\\\\end\\{${name}\\})`, 'giu');
};
const element = (opened: string): RegExp => {
  const name = /\w+/u.exec(opened)![0];
  return new RegExp(`<${name}[\\s>]|(</${name}>)`, 'giu');
};

/** What Pandoc leaves to LaTeX, of which the text of other environments may hold LaTeX's citations. */
const rawLatex: readonly LiteralText[] = [
  enclosed('verbatim', '\\\\begin\\{(?:verbatim|Verbatim|lstlisting|minted)\\*?\\}', environment),
  enclosed(
    'mathematics',
    '\\\\begin\\{(?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath|math|split|subequations)\\*?\\}',
    environment,
  ),
];

/** What is handed on to HTML as it is; only `<cite>` may cite in its attributes. */
const rawHtml: readonly LiteralText[] = [
  enclosed('verbatim', '<(?:script|style|pre|textarea)(?=[\\s>])[^<>]{0,2000}>', element),
  whole('verbatim', '</?(?!cite\\b)[a-z][\\w-]{0,60}(?:\\s(?:[^<>\\n]|\\n(?!\\s*\\n)){0,2000})?/?>'),
];

/** Names that are no text: classes and the like, the labels of links, and what Quarto's shortcodes are given. */
const names: readonly LiteralText[] = [
  // A heading has its attributes at its end, or it has none.
  whole(
    'name',
    '\\{[ \\t]*(?:-|(?:[#.]|[\\w-]{1,60}=)[^{}\\n]{1,500})[ \\t]*\\}[ \\t]*$(?<=^[ \\t>]{0,100}#{1,6}[ \\t][^\\n]{0,2000})',
    'end',
  ),
  whole('name', '(?<![@{])\\{[ \\t]*(?:[#.=][\\w-]|[\\w-]{1,60}=)[^{}\\n]{0,500}\\}'),
  whole(
    'name',
    '^[ \\t>]{0,100}\\[(?!\\^)[^\\[\\]\\n]{1,500}\\]:[ \\t]{0,100}\\S{1,2000}(?:[ \\t]{1,100}["\'(][^\\n]{0,500})?[ \\t]*$',
    'lines',
  ),
  whole('name', '(?<=\\])\\[[^[\\]\\n@]{0,500}\\](?![({])'),
  whole('name', '\\{\\{[<%][^{}\\n]{0,1000}[>%]\\}\\}|\\{%[^{}\\n]{0,1000}%\\}'),
];

const inline: readonly LiteralText[] = [
  until('comment', '<!--', () => /-->/gu),
  ...rawLatex,
  ...rawHtml,
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

/** What Markdown does not read as text. */
export const markdownLiterals: readonly LiteralText[] = [
  fence,
  // The line that opens or closes a division is nothing else (https://pandoc.org/MANUAL.html#extension-fenced_divs).
  whole('name', `^${container}:{3,}(?:[ \\t]*$|[ \\t]*(?:\\{[^{}\\n]{0,500}\\}|[\\w-]{1,100})[ \\t:]*$)`, 'lines'),
  indented,
  ...inline,
];

/** The same in MyST, with its comments, its roles and the directives that hold Markdown; for one text each. */
export function mystLiterals(): readonly LiteralText[] {
  return [
    ...mystDirectives(container),
    indented,
    // The target of a reference, which its brackets end.
    whole('name', '^[ \\t>]{0,100}\\([^()\\n]{1,200}\\)=[ \\t]*$', 'lines'),
    whole('comment', '^[ \\t]*%[^\\n]*', 'end'),
    // The text of a citation's role is what its citations are in.
    whole(undefined, '\\{cite[\\w:.-]{0,60}\\}`(?:[^`\\n]|\\n(?!\\s*\\n)){0,2000}`'),
    whole('name', '\\{[a-z][\\w:.-]{0,60}\\}`[^`\\n]{0,2000}`'),
    ...inline,
  ];
}
