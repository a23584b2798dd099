import { blockComment, lineComment, nestedComment, quoted, skip } from './commentSyntax';

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

/** What many languages share. */
export const commonTokens = {
  atWord,
  notAfterWord,
  character,
  double,
  single,
  doubled,
  singleDoubled,
  doubleLines,
  singleLines,
  tripleDouble,
  tripleSingle,
  rawTriple,
  slashes,
  slashStar,
  nestedSlashStar,
  hashes,
  wordHashes,
  semicolons,
  dashes,
  percents,
  backslash,
  regularExpression,
};
