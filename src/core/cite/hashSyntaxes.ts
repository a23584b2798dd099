import {
  between,
  blockComment,
  blockScalar,
  docstring,
  hereDocument,
  lineComment,
  nestedComment,
  quoted,
  skip,
  type CommentSyntax,
} from './commentSyntax';
import { commonTokens } from './commonTokens';

const {
  notAfterWord,
  character,
  double,
  single,
  doubleLines,
  singleLines,
  tripleDouble,
  tripleSingle,
  rawTriple,
  slashes,
  slashStar,
  hashes,
  wordHashes,
  backslash,
  regularExpression,
} = commonTokens;

/** A comment on top of a file in which Python and Ruby look for its encoding: "Network coding: a theory" names one. */
const breakCoding = (text: string, nearTop: boolean) => (nearTop ? text.replace(/(coding)(?=[:=])/giu, '$1 ') : text);

const pythonDoc = (quotes: string) =>
  docstring(
    `[rRuU]?${quotes}(?<=(?:^|^[ \\t]*(?:def|class|async)\\b.*:)[ \\t]*[rRuU]?${quotes})(?<![(\\[{,=+%\\\\]\\s*[rRuU]?${quotes})`,
    quotes,
    /\\/gu,
  );
const shell: CommentSyntax = {
  line: '#',
  continuation: backslash,
  tokens: [
    wordHashes,
    skip('\\\\.'),
    skip('\\$#|\\$\\{#'),
    hereDocument,
    doubleLines,
    quoted("'", { escape: 'none', multiline: true }),
  ],
};
const hashLine: CommentSyntax = { line: '#', ownLine: true, tokens: [lineComment('^[ \\t]*#+')] };

/** Languages whose comments begin with a number sign. */
export const hashSyntaxes = {
  python: {
    line: '#',
    gap: 2,
    continuation: backslash,
    tokens: [hashes, pythonDoc('"""'), pythonDoc("'''"), tripleDouble, tripleSingle, double, single],
    guard: breakCoding,
  },
  shell,
  hash: { line: '#', tokens: [hashes, double, single] },
  hashLine,
  coffeescript: {
    line: '#',
    tokens: [
      between('blockComment', '###(?!#)', '###'),
      hashes,
      regularExpression,
      tripleDouble,
      tripleSingle,
      double,
      single,
    ],
  },
  ruby: {
    line: '#',
    continuation: backslash,
    tokens: [
      between('blockComment', '^=begin\\b', '\n=end'),
      hashes,
      regularExpression,
      hereDocument,
      doubleLines,
      singleLines,
    ],
    guard: breakCoding,
  },
  perl: {
    line: '#',
    tokens: [
      between('blockComment', '^=[a-z]\\w*', '\n=cut'),
      wordHashes,
      hereDocument,
      doubleLines,
      quoted("'", { multiline: true, before: notAfterWord }),
    ],
  },
  powershell: {
    line: '#',
    block: ['<#', '#>'],
    continuation: /`$/,
    tokens: [
      blockComment('<#', '#>'),
      wordHashes,
      between('string', '@"[ \\t]*$', '\n"@'),
      between('string', "@'[ \\t]*$", "\n'@"),
      skip('`.'),
      quoted('"', { escape: 'double', multiline: true }),
      quoted("'", { escape: 'double', multiline: true }),
    ],
  },
  r: {
    line: '#',
    tokens: [
      hashes,
      between('string', '\\b[rR]"\\(', ')"'),
      between('string', "\\b[rR]'\\(", ")'"),
      doubleLines,
      singleLines,
    ],
  },
  julia: {
    line: '#',
    block: ['#=', '=#'],
    tokens: [
      nestedComment('#=', '=#'),
      hashes,
      docstring('^[ \\t]*"""', '"""', /[\\$]/gu),
      tripleDouble,
      character,
      doubleLines,
    ],
  },
  elixir: {
    line: '#',
    tokens: [
      hashes,
      docstring('@(?:doc|moduledoc|typedoc)[ \\t]+(?:~S)?"""', '"""', /\\|#(?=\{)/gu),
      tripleDouble,
      doubleLines,
      skip('\\?.'),
    ],
  },
  graphql: {
    line: '#',
    tokens: [hashes, { ...between('docstring', '"""', '"""') }, double],
  },
  makefile: {
    line: '#',
    continuation: backslash,
    tokens: [lineComment('(?<!\\\\)#+')],
    // A comment in a recipe is expanded by make before the shell skips it.
    guard: (text) => text.replaceAll('$', '$$$$'),
  },
  dockerfile: { ...hashLine, continuation: backslash, tokens: [lineComment('^[ \\t]*#+'), hereDocument] },
  cmake: {
    line: '#',
    block: ['#[[', ']]'],
    tokens: [
      between('blockComment', '#\\[={0,8}\\[', (opened) => `]${opened.replace(/[^=]/g, '')}]`),
      hashes,
      doubleLines,
    ],
  },
  yaml: {
    line: '#',
    tokens: [
      wordHashes,
      blockScalar,
      quoted('"', { before: notAfterWord }),
      quoted("'", { escape: 'double', before: notAfterWord }),
    ],
  },
  toml: {
    line: '#',
    tokens: [
      hashes,
      tripleDouble,
      quoted("'''", { escape: 'none', multiline: true }),
      double,
      quoted("'", { escape: 'none' }),
    ],
  },
  terraform: { line: '#', block: ['/*', '*/'], tokens: [slashes, hashes, slashStar, hereDocument, double] },
  nim: {
    line: '#',
    block: ['#[', ']#'],
    tokens: [nestedComment('#[', ']#'), nestedComment('##[', ']##'), hashes, rawTriple, character, double],
  },
  tcl: {
    line: '#',
    ownLine: true,
    continuation: backslash,
    tokens: [skip('\\\\.'), lineComment('#+(?<=(?:^|;)[ \\t]*#+)')],
  },
} satisfies Readonly<Record<string, CommentSyntax>>;
