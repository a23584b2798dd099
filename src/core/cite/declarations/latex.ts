import type { DeclaredPath, DeclaringDocument } from './declaringDocument';

const verbatim = '(?:verbatim|Verbatim|BVerbatim|LVerbatim|lstlisting|minted|comment|filecontents)\\*?';
const blank = '(?:\\s|%[^\\n]*\\n){0,1000}';
// A macro in the argument is known to TeX alone. Nothing is read twice: what an argument may hold begins no command.
const token = new RegExp(
  [
    '%[^\\n]*',
    `\\\\begin\\s*\\{(?<environment>${verbatim})\\}`,
    '\\\\(?:verb|lstinline)\\*?(?<quote>[^\\s\\w*{[])',
    '\\\\end\\s*\\{(?<end>document)\\}',
    `\\\\(?<command>bibliography|nobibliography\\*?|addbibresource|addglobalbib|addsectionbib)(?![A-Za-z@])` +
      `${blank}(?:\\[(?<options>[^\\]\\\\]{0,1000})\\]${blank})?\\{(?<files>[^{}\\\\]{0,4000})\\}`,
    `\\\\putbib(?![A-Za-z@])${blank}\\[(?<put>[^[\\]{}\\\\]{0,4000})\\]`,
    '\\\\[^]',
  ].join('|'),
  'gu',
);

const longestVerb = 500;

/**
 * LaTeX: `\bibliography{a,b}` and bibunits' `\putbib[a]` without extensions, which are added here, and biblatex's
 * `\addbibresource{a.bib}`, one file or address each, without what it finds by a pattern.
 */
export const latex: DeclaringDocument = {
  declared(text) {
    const paths: DeclaredPath[] = [];
    token.lastIndex = 0;
    for (let match = token.exec(text); match; match = token.exec(text)) {
      const { environment, quote, end, command = '', options = '', files, put } = match.groups!;
      if (end) break;
      if (environment || quote) token.lastIndex = behind(text, token.lastIndex, environment, quote);
      const list = put ?? (/bibliography/u.test(command) ? files : undefined);
      const { index: offset } = match;
      if (list !== undefined) {
        paths.push(
          ...withoutComments(list)
            .split(',')
            .map((file) => ({ path: withExtension(file), offset })),
        );
      } else if (files !== undefined && !/\bglob\b/u.test(options)) {
        const path = withoutComments(files);
        const isRemote = /\blocation\s*=\s*remote\b/u.test(options);
        if (!isRemote || /^[a-z]+:\/\//iu.test(path)) paths.push({ path, offset });
      }
    }
    return paths.filter(({ path }) => !path.includes('#'));
  },
};

function behind(text: string, from: number, environment: string | undefined, quote: string | undefined): number {
  if (environment) {
    const close = `\\end{${environment}}`;
    const end = text.indexOf(close, from);
    return end < 0 ? text.length : end + close.length;
  }
  // Only to the line's end, where TeX would complain.
  const [line = ''] = text.slice(from, from + longestVerb).split('\n', 1);
  return from + line.indexOf(quote ?? '') + 1;
}

function withoutComments(text: string): string {
  return text.replace(/%[^\n]*\n?\s*/gu, '').trim();
}

function withExtension(file: string): string {
  const name = file.trim();
  return name === '' || /\.bib$/iu.test(name) ? name : `${name}.bib`;
}
