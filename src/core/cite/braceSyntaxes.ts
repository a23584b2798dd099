import { between, hereDocument, lineComment, quoted, skip, template, type CommentSyntax } from './commentSyntax';
import { commonTokens } from './commonTokens';
import { jsxTextStart } from './jsxText';

const {
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
  nestedSlashStar,
  backslash,
  regularExpression,
} = commonTokens;

const slashOrBlock: CommentSyntax = { line: '//', block: ['/*', '*/'], tokens: [slashes, slashStar, double, single] };
const javascript: CommentSyntax = {
  ...slashOrBlock,
  tokens: [slashes, slashStar, regularExpression, double, single, template],
};
const jsx: CommentSyntax = { ...javascript, amid: { startOfText: jsxTextStart, block: ['{/*', '*/}'] } };
const java: CommentSyntax = {
  line: '//',
  block: ['/*', '*/'],
  tokens: [slashes, slashStar, tripleDouble, double, single],
};
const kotlin: CommentSyntax = {
  ...java,
  tokens: [slashes, nestedSlashStar, rawTriple, character, double],
};
const css: CommentSyntax = { block: ['/*', '*/'], tokens: [slashStar, double, single] };

/** Languages with braces, and the comments of C. */
export const braceSyntaxes = {
  c: {
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
  },
  slashOnly: { line: '//', tokens: [slashes, double, single] },
  slashOrBlock,
  javascript,
  jsx,
  java,
  kotlin,
  csharp: {
    ...java,
    tokens: [slashes, slashStar, rawTriple, between('string', '@"', '"'), double, single],
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
  css,
  scss: { line: '//', block: ['/*', '*/'], tokens: [slashStar, lineComment('(?<!:)\\/\\/+'), double, single] },
  verilog: { ...slashOrBlock, tokens: [slashes, slashStar, double] },
} satisfies Readonly<Record<string, CommentSyntax>>;
