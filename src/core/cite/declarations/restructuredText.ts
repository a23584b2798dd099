import type { DeclaringDocument } from './declaringDocument';

/** sphinxcontrib-bibtex's directive, relative to its own document: `.. bibliography:: a.bib b.bib`. */
export const restructuredText: DeclaringDocument = {
  declared: (text) =>
    [...text.matchAll(/^[ \t]*\.\. bibliography::[ \t]+(\S[^\n]*)$/gmu)].flatMap(({ 1: files = '', index: offset }) =>
      files.split(/\s+/u).map((path) => ({ path, offset })),
    ),
};
