import { latexMarkup } from '../latexMarkup';
import type { DeclaredPath, DeclaringDocument } from './declaringDocument';

// A macro in the argument is known to TeX alone. Nothing is read twice: what an argument may hold begins no command.
const token = new RegExp(
  [
    '\\\\end\\s*\\{(?<end>document)\\}',
    `\\\\(?<command>bibliography|nobibliography\\*?|addbibresource|addglobalbib|addsectionbib)(?![A-Za-z@])` +
      `\\s{0,4000}(?:\\[(?<options>[^\\]\\\\]{0,1000})\\]\\s{0,4000})?\\{(?<files>[^{}\\\\]{0,4000})\\}`,
    `\\\\putbib(?![A-Za-z@])\\s{0,4000}\\[(?<put>[^[\\]{}\\\\]{0,4000})\\]`,
    '\\\\[^]',
  ].join('|'),
  'dgu',
);

/**
 * LaTeX: `\bibliography{a,b}` and bibunits' `\putbib[a]` without extensions, which are added here, and biblatex's
 * `\addbibresource{a.bib}`, one file or address each, without what it finds by a pattern.
 */
export const latex: DeclaringDocument = {
  declared(text) {
    const paths: DeclaredPath[] = [];
    for (const match of latexMarkup(text).matchAll(token)) {
      const { end, command = '', options = '' } = match.groups!;
      if (end) break;
      // As written: a comment in a name takes the line break with it.
      const [files, put] = [match.indices!.groups!.files, match.indices!.groups!.put].map(
        (range) => range && text.slice(...range),
      );
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

function withoutComments(text: string): string {
  return text.replace(/%[^\n]*\n?\s*/gu, '').trim();
}

function withExtension(file: string): string {
  const name = file.trim();
  return name === '' || /\.bib$/iu.test(name) ? name : `${name}.bib`;
}
