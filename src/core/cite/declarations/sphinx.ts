import { CommentContext } from '../commentContext';
import { commentSyntaxes } from '../commentSyntaxes';
import type { DeclaredPath, DeclaringDocument } from './declaringDocument';

const assignment = /^bibtex_bibfiles[ \t]*(?::[^=\n]*)?\+?=\s*[[(]/gmu;
// What a list of texts is made of. Anything else is computed, and known to Python alone.
const member = /\s+|,|#[^\n]*|[ru]?"((?:\\.|[^"\\\n])*)"|[ru]?'((?:\\.|[^'\\\n])*)'/iuy;

/** Sphinx with sphinxcontrib-bibtex: `bibtex_bibfiles = ['a.bib']`, as far as it is a list of plain texts. */
export const sphinx: DeclaringDocument = {
  declared(text) {
    const paths: DeclaredPath[] = [];
    const found = [...text.matchAll(assignment)];
    if (found.length === 0) return paths;
    const context = new CommentContext(text, commentSyntaxes.python, 0, text.length);
    for (const { index, 0: opening } of found) {
      if (context.at(index)) continue;
      member.lastIndex = index + opening.length;
      for (let match = member.exec(text); match; match = member.exec(text)) {
        const literal = match[1] ?? match[2];
        if (literal === undefined) continue;
        const path = /^r/iu.test(match[0]) ? literal : literal.replace(/\\([\\'"])/gu, '$1');
        paths.push({ path, offset: match.index });
      }
    }
    return paths;
  },
};
