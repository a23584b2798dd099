import { between, blockComment, lineComment, nestedComment, quoted, skip, type CommentSyntax } from './commentSyntax';
import { commonTokens } from './commonTokens';

const {
  character,
  double,
  single,
  doubled,
  singleDoubled,
  doubleLines,
  rawTriple,
  slashes,
  slashStar,
  semicolons,
  dashes,
  percents,
} = commonTokens;

/** Languages with comments of their own. */
export const otherSyntaxes = {
  lisp: {
    line: ';;',
    tokens: [skip('#\\\\.|\\?\\\\?"'), semicolons, nestedComment('#|', '|#'), doubleLines],
  },
  clojure: { line: ';;', tokens: [skip('\\\\.'), semicolons, doubleLines] },
  ml: {
    block: ['(*', '*)'],
    tokens: [nestedComment('(*', '*)'), character, doubleLines],
  },
  fsharp: {
    line: '//',
    block: ['(*', '*)'],
    tokens: [slashes, skip('\\(\\*\\)'), nestedComment('(*', '*)'), rawTriple, character, doubleLines],
  },
  haskell: {
    line: '--',
    block: ['{-', '-}'],
    tokens: [
      nestedComment('{-', '-}'),
      lineComment('--+(?:[ \\t][|^])?(?![-!#$%&*+./<=>?@\\\\^|~:])'),
      character,
      skip("[\\p{L}\\p{N}_]'+"),
      double,
    ],
  },
  lua: {
    line: '--',
    block: ['--[[', ']]'],
    tokens: [
      between('blockComment', '--\\[={0,8}\\[', (opened) => `]${opened.replace(/[^=]/g, '')}]`),
      dashes,
      between('string', '\\[={0,8}\\[', (opened) => `]${opened.replace(/[^=]/g, '')}]`),
      double,
      single,
    ],
  },
  sql: {
    line: '--',
    block: ['/*', '*/'],
    tokens: [
      dashes,
      slashStar,
      between('string', '\\$[A-Za-z_]*\\$', (opened) => opened),
      quoted("'", { escape: 'double', multiline: true }),
      doubled,
      quoted('`', { escape: 'double' }),
    ],
  },
  ada: { line: '--', tokens: [dashes, character, doubled] },
  vhdl: { line: '--', tokens: [dashes, slashStar, character, doubled] },
  dash: { line: '--', tokens: [dashes, double, single] },
  pascal: {
    line: '//',
    block: ['{', '}'],
    tokens: [slashes, blockComment('{', '}'), blockComment('(*', '*)'), singleDoubled],
  },
  matlab: {
    line: '%',
    continuation: /\.\.\.[^\n]*$/,
    tokens: [
      between('blockComment', '^[ \\t]*%\\{[ \\t]*$', '\n%}', ['%{', '%}']),
      percents,
      double,
      quoted("'", { escape: 'double', before: "(?<![\\p{L}\\p{N}_)\\]}.'])" }),
    ],
  },
  erlang: { line: '%', tokens: [skip('\\$.'), percents, doubleLines, quoted("'")] },
  prolog: { line: '%', block: ['/*', '*/'], tokens: [skip("0'."), percents, slashStar, double, single] },
  tex: { line: '%', tokens: [skip('\\\\%'), percents] },
  postscript: { line: '%', tokens: [percents] },
  fortran: { line: '!', continuation: /&[ \t]*$/, tokens: [lineComment('!+[<>]?'), doubled, singleDoubled] },
  basic: { line: "'", continuation: / _$/, tokens: [lineComment("'+"), doubled] },
  bat: {
    line: 'REM',
    ownLine: true,
    tokens: [lineComment('^[ \\t]*@?(?:[rR][eE][mM]\\b|::)')],
    // A command processor expands variables before it sees REM, and runs what stands behind a bare `REM &`.
    guard: (text) => text.replaceAll('%', '%%').replace(/[&|<>^]/gu, '_'),
  },
  ini: { line: ';', ownLine: true, tokens: [lineComment('^[ \\t]*[;#]+')] },
  assembly: { line: ';', tokens: [semicolons, lineComment('^[ \\t]*[#@]'), slashStar, double, quoted("'")] },
  vim: { line: '"', ownLine: true, tokens: [lineComment('^[ \\t]*"')] },
  bareText: { tokens: [] },
} satisfies Readonly<Record<string, CommentSyntax>>;
