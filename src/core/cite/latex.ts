import type { CitationFormat } from './citationFormat';
import { citeKeys } from './citeKeys';
import { insertConstruct } from './insertConstruct';

// Characters that end or split the argument of \cite, start a comment, or mean something to TeX or BibTeX in a key.
const unsafe = /[\s{},%\\#~^$&"]/u;

/** LaTeX and what is written in it: `\cite{a,b}`. */
export const latex: CitationFormat = {
  id: 'latex',
  languageIds: ['latex', 'tex', 'latex-expl3', 'rsweave', 'jlweave', 'knitr', 'context', 'doctex', 'pweave'],
  extensions: ['.tex', '.ltx', '.latex', '.sty', '.cls', '.dtx', '.rnw', '.snw', '.jnw', '.texw', '.pgf', '.tikz'],
  cite: (papers) =>
    citeKeys(
      papers,
      (key) => (unsafe.test(key) ? undefined : key),
      (keys) => `\\cite{${keys.join(',')}}`,
    ),
  insert: (document, offsets, papers) => insertConstruct(document, offsets, latex.cite(papers)),
};
