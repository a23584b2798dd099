import { literalSpans } from '../literalText';
import { restructuredTextLiterals } from '../restructuredTextLiterals';
import type { DeclaringDocument } from './declaringDocument';

// A directive's argument goes on to the first blank line or option (docutils' "Directives").
const directive = /^[ \t]*\.\. bibliography::(?:[ \t]+(\S[^\n]*))?[ \t]*((?:\n[ \t]+(?![:\s])[^\n]+){0,1000})/gmu;

/**
 * sphinxcontrib-bibtex's directive, relative to its own document: `.. bibliography:: a.bib b.bib`. What only shows one,
 * in code or a comment, declares nothing.
 */
export const restructuredText: DeclaringDocument = {
  declared(text) {
    const found = [...text.matchAll(directive)];
    if (found.length === 0) return [];
    const spans = literalSpans(text, restructuredTextLiterals);
    let next = 0;
    return found.flatMap(({ 1: files = '', 2: more = '', index: offset }) => {
      while (spans[next] && spans[next]!.end <= offset) next++;
      // The directive is such a span itself.
      if (spans[next] && spans[next]!.start < offset) return [];
      const paths = `${files} ${more}`.split(/\s+/u).filter(Boolean);
      return paths.map((path) => ({ path, offset }));
    });
  },
};
