import { type LiteralText, until, whole } from './literalText';

const environments = '(?:verbatim|Verbatim|BVerbatim|LVerbatim|lstlisting|minted|filecontents)\\*?';

/** What LaTeX does not read as commands. */
export const latexLiterals: readonly LiteralText[] = [
  whole('comment', '%[^\\n]*', 'end'),
  until('comment', '\\\\begin\\s{0,9}\\{comment\\}', () => /\\end\s{0,9}\{comment\}/gu),
  until('verbatim', `\\\\begin\\s{0,9}\\{${environments}\\}`, (opened) => {
    const name = /\{(.*)\}/u.exec(opened)![1]!.replace('*', '\\*');
    return new RegExp(`\\\\end\\s{0,9}\\{${name}\\}`, 'gu');
  }),
  {
    place: 'verbatim',
    open: '\\\\(?:verb|lstinline|mintinline)(?![a-z@])\\*?(?:\\[[^\\]\\n]{0,200}\\])?(?:\\{[a-z]{1,20}\\})?[^\\s\\w*\\[]',
    end: (text, from, opened) => {
      const [line = ''] = text.slice(from, from + 1000).split('\n', 1);
      const last = opened.at(-1)!;
      const close = line.indexOf(last === '{' ? '}' : last);
      return from + (close < 0 ? 0 : close + 1);
    },
    reach: 'inside',
  },
  // Labels, files and keys, which are no text.
  whole(
    'name',
    '\\\\(?:label|(?:auto|page|name|label|eq|sub|v|c|lst)?ref|includegraphics|input|include|subfile|bibliography(?:style)?|addbibresource|' +
      'bibitem|begin|end|usepackage|RequirePackage|documentclass|volcites?|[pfstaF]t?volcite)(?![a-z@])\\*?' +
      '(?:\\s{0,9}\\[[^\\]\\n]{0,500}\\]|\\s{0,9}\\{[^{}\\n]{0,500}\\}(?=\\s{0,9}[[{])){0,3}\\s{0,9}\\{[^{}\\n]{0,500}\\}',
  ),
  whole('address', '\\\\(?:url|path)\\{[^{}\\n]{0,2000}\\}'),
  whole(undefined, '\\\\[^]'),
];
