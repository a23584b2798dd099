import {
  between,
  blockComment,
  type CommentSyntax,
  docstring,
  hereDocument,
  lineComment,
  nestedComment,
  quoted,
  skip,
  template,
} from './commentSyntax';

// A # or -- that begins a comment only where a word might begin: not in ${#name}, $#, a#b.
const atWord = '(?<![^\\s;&|(){}])';
const notAfterWord = '(?<![\\p{L}\\p{N}_)\\]}\'"])';
const character = skip("'(?:\\\\[^'\\n]{1,12}|[^'\\\\\\n]{1,2})'");
const double = quoted('"');
const single = quoted("'");
const doubled = quoted('"', { escape: 'double' });
const singleDoubled = quoted("'", { escape: 'double' });
const doubleLines = quoted('"', { multiline: true });
const singleLines = quoted("'", { multiline: true });
const tripleDouble = quoted('"""', { multiline: true });
const tripleSingle = quoted("'''", { multiline: true });
const rawTriple = quoted('"""', { escape: 'none', multiline: true });
const slashes = lineComment('\\/\\/[\\/!]*');
const slashStar = blockComment('/*', '*/');
const nestedSlashStar = nestedComment('/*', '*/');
const hashes = lineComment('#+[!|:]?');
const wordHashes = lineComment(`${atWord}#+`);
const semicolons = lineComment(';+');
const dashes = lineComment('--+[|^]?');
const percents = lineComment('%+');
const backslash = /\\$/;

// A slash where an operand must stand begins a regular expression.
const regularExpression = skip(
  '\\/(?![*\\/])(?<=(?:^|[(,=:\\[!&|?{};+*%~^-]|=>|\\b(?:return|typeof|case|in|of|do|else|void|await|yield|when|if|unless|and|or|not))[ \\t]*\\/)' +
    '(?:\\\\.|\\[(?:\\\\.|[^\\]\\\\\\n]){0,500}\\]|[^\\/\\\\\\n\\[]){1,500}\\/[a-z]*',
);

/** A comment on top of a file in which Python and Ruby look for its encoding: "Network coding: a theory" names one. */
const breakCoding = (text: string, nearTop: boolean) => (nearTop ? text.replace(/(coding)(?=[:=])/giu, '$1 ') : text);
/** What template engines run wherever it stands, comments included. */
const breakTemplates = (text: string) => text.replace(/([{<$#](?=\{)|\{(?=[%#])|<(?=[%?]))/gu, '$1 ');
const breakScript = (text: string) => text.replace(/<(?=[/!]|script)/giu, '< ');

const c: CommentSyntax = {
  line: '//',
  block: ['/*', '*/'],
  continuation: backslash,
  tokens: [
    slashes,
    slashStar,
    between('string', '\\bR"[^()\\\\\\s]{0,16}\\(', (opened) => `)${opened.slice(2, -1)}"`),
    skip("\\d'(?=\\d)"),
    double,
    single,
  ],
};

const java: CommentSyntax = {
  line: '//',
  block: ['/*', '*/'],
  tokens: [slashes, slashStar, tripleDouble, double, single],
};
const kotlin: CommentSyntax = {
  ...java,
  tokens: [slashes, nestedSlashStar, rawTriple, character, double],
};
const slashOnly: CommentSyntax = { line: '//', tokens: [slashes, double, single] };
const slashOrBlock: CommentSyntax = { line: '//', block: ['/*', '*/'], tokens: [slashes, slashStar, double, single] };
const javascript: CommentSyntax = {
  ...slashOrBlock,
  tokens: [slashes, slashStar, regularExpression, double, single, template],
};

const pythonDoc = (quotes: string) =>
  docstring(
    `[rRuU]?${quotes}(?<=(?:^|^[ \\t]*(?:def|class|async)\\b.*:)[ \\t]*[rRuU]?${quotes})(?<![(\\[{,=+%\\\\]\\s*[rRuU]?${quotes})`,
    quotes,
    /\\/gu,
  );
const python: CommentSyntax = {
  line: '#',
  gap: 2,
  continuation: backslash,
  tokens: [hashes, pythonDoc('"""'), pythonDoc("'''"), tripleDouble, tripleSingle, double, single],
  guard: breakCoding,
};

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
const hash: CommentSyntax = { line: '#', tokens: [hashes, double, single] };
const hashLine: CommentSyntax = { line: '#', ownLine: true, tokens: [lineComment('^[ \\t]*#+')] };
const dash: CommentSyntax = { line: '--', tokens: [dashes, double, single] };
const markup: CommentSyntax = {
  block: ['<!--', '-->'],
  tokens: [
    between('blockComment', '<!--', '-->', ['--']),
    // A tag may span lines, and no comment stands inside it.
    between('string', '<[\\p{L}/!?]', '>'),
  ],
  guard: breakTemplates,
};
const lisp: CommentSyntax = {
  line: ';;',
  tokens: [skip('#\\\\.|\\?\\\\?"'), semicolons, nestedComment('#|', '|#'), doubleLines],
};
const ml: CommentSyntax = {
  block: ['(*', '*)'],
  tokens: [nestedComment('(*', '*)'), character, doubleLines],
};
const css: CommentSyntax = { block: ['/*', '*/'], tokens: [slashStar, double, single] };
const matlab: CommentSyntax = {
  line: '%',
  continuation: /\.\.\.[^\n]*$/,
  tokens: [
    between('blockComment', '^[ \\t]*%\\{[ \\t]*$', '\n%}', ['%{', '%}']),
    percents,
    double,
    quoted("'", { escape: 'double', before: "(?<![\\p{L}\\p{N}_)\\]}.'])" }),
  ],
};
const basic: CommentSyntax = { line: "'", continuation: / _$/, tokens: [lineComment("'+"), doubled] };
const ini: CommentSyntax = { line: ';', ownLine: true, tokens: [lineComment('^[ \\t]*[;#]+')] };
const bareText: CommentSyntax = { tokens: [] };

/** Every comment syntax that the table of languages names. */
export const commentSyntaxes = {
  bareText,
  c,
  slashOrBlock,
  slashOnly,
  javascript,
  python,
  shell,
  hash,
  hashLine,
  dash,
  markup,
  lisp,
  ml,
  css,
  matlab,
  basic,
  ini,
  java,
  kotlin,
  csharp: {
    ...java,
    tokens: [slashes, slashStar, rawTriple, quoted('@"', { multiline: true, escape: 'none' }), double, single],
  },
  scala: { ...kotlin, tokens: [slashes, nestedSlashStar, rawTriple, character, double] },
  swift: { ...java, tokens: [slashes, nestedSlashStar, tripleDouble, double] },
  dart: { ...java, tokens: [slashes, nestedSlashStar, tripleDouble, tripleSingle, double, single] },
  groovy: { ...java, tokens: [slashes, slashStar, tripleDouble, tripleSingle, double, single] },
  go: {
    ...slashOrBlock,
    tokens: [slashes, slashStar, double, single, quoted('`', { escape: 'none', multiline: true })],
  },
  rust: {
    ...slashOrBlock,
    tokens: [
      slashes,
      nestedSlashStar,
      between('string', '\\bb?r#{0,8}"', (opened) => `"${opened.replace(/[^#]/g, '')}`),
      character,
      doubleLines,
    ],
  },
  zig: { line: '//', tokens: [slashes, skip('^[ \\t]*\\\\\\\\.*'), character, double] },
  php: {
    ...slashOrBlock,
    tokens: [slashes, lineComment('#+(?!\\[)'), slashStar, hereDocument, doubleLines, singleLines],
    guard: (text) => text.replace(/\?(?=>)/gu, '? '),
  },
  scss: { line: '//', block: ['/*', '*/'], tokens: [slashStar, lineComment('(?<!:)\\/\\/+'), double, single] },
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
      doubleLines,
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
  bat: {
    line: 'REM',
    ownLine: true,
    tokens: [lineComment('^[ \\t]*@?(?:[rR][eE][mM]\\b|::)')],
    // A command processor expands variables before it sees REM, and runs what stands behind a bare `REM &`.
    guard: (text) => text.replaceAll('%', '%%').replace(/[&|<>^]/gu, '_'),
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
  haskell: {
    line: '--',
    block: ['{-', '-}'],
    tokens: [
      nestedComment('{-', '-}'),
      lineComment('--+(?:[ \\t][|^])?(?![!#$%&*+./<=>?@\\\\^|~:])'),
      character,
      skip("[\\p{L}\\p{N}_]'+"),
      double,
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
  clojure: { line: ';;', tokens: [skip('\\\\.'), semicolons, doubleLines] },
  fsharp: {
    line: '//',
    block: ['(*', '*)'],
    tokens: [slashes, skip('\\(\\*\\)'), nestedComment('(*', '*)'), rawTriple, character, doubleLines],
  },
  pascal: {
    line: '//',
    block: ['{', '}'],
    tokens: [slashes, blockComment('{', '}'), blockComment('(*', '*)'), singleDoubled],
  },
  verilog: { ...slashOrBlock, tokens: [slashes, slashStar, double] },
  erlang: { line: '%', tokens: [skip('\\$.'), percents, doubleLines, quoted("'")] },
  prolog: { line: '%', block: ['/*', '*/'], tokens: [skip("0'."), percents, slashStar, double, single] },
  tex: { line: '%', tokens: [skip('\\\\%'), percents] },
  postscript: { line: '%', tokens: [percents] },
  fortran: { line: '!', continuation: /&[ \t]*$/, tokens: [lineComment('!+[<>]?'), doubled, singleDoubled] },
  assembly: { line: ';', tokens: [semicolons, lineComment('^[ \\t]*[#@]'), slashStar, double, quoted("'")] },
  vim: { line: '"', ownLine: true, tokens: [lineComment('^[ \\t]*"')] },
  handlebars: {
    block: ['{{!--', '--}}'],
    tokens: [between('blockComment', '\\{\\{!--', '--}}', ['--']), ...markup.tokens],
    guard: breakTemplates,
  },
  pug: { line: '//-', ownLine: true, tokens: [lineComment('^[ \\t]*\\/\\/-?')] },
  astro: { ...markup },
  razor: { block: ['@*', '*@'], tokens: [blockComment('@*', '*@'), ...markup.tokens], guard: breakTemplates },
  restructuredtext: { line: '..', ownLine: true, tokens: [lineComment('^[ \\t]*\\.\\.(?=[ \\t])')] },
  asciidoc: {
    line: '//',
    ownLine: true,
    tokens: [between('blockComment', '^\\/{4}$', '\n////'), lineComment('^\\/\\/(?!\\/)')],
  },
  org: { line: '#', ownLine: true, tokens: [lineComment('^[ \\t]*#(?=[ \\t]|$)')] },
  tcl: {
    line: '#',
    ownLine: true,
    continuation: backslash,
    tokens: [skip('\\\\.'), lineComment('(?<=^[ \\t]*|;[ \\t]*)#+')],
  },
  scriptInMarkup: { ...javascript, guard: breakScript },
  styleInMarkup: { ...css, guard: breakScript },
} satisfies Record<string, CommentSyntax>;
