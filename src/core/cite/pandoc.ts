import type { CitationFormat } from './citationFormat';
import { citeKeys } from './citeKeys';
import { insertConstruct } from './insertConstruct';

// Pandoc's manual, "Citation syntax": a bare key begins with a letter, a digit or _, and holds single internal
// punctuation out of :.#$%&-+?<>~/ ; any other key stands in braces.
const bare = /^[\p{L}\p{N}_]+(?:[:.#$%&\-+?~/][\p{L}\p{N}_]+)*$/u;
// What braces cannot hold, and what other Markdown would read as a link, as code or as HTML.
const unsafe = /[\s{}[\]<>`\\"]/u;

/** Markdown as Pandoc, Quarto and R Markdown read it: `[@a; @b]`. */
export const pandoc: CitationFormat = {
  id: 'pandoc',
  languageIds: ['markdown', 'quarto', 'rmd', 'mdx', 'pandoc', 'myst', 'markdoc', 'juliamarkdown', 'pweave-md'],
  extensions: ['.md', '.markdown', '.mkd', '.mdown', '.mdwn', '.mdtext', '.qmd', '.rmd', '.jmd', '.mdx', '.pmd'],
  cite: (papers) =>
    citeKeys(
      papers,
      (key) => (unsafe.test(key) ? undefined : bare.test(key) ? `@${key}` : `@{${key}}`),
      (keys) => `[${keys.join('; ')}]`,
    ),
  insert: (document, offsets, papers) => insertConstruct(document, offsets, pandoc.cite(papers)),
};
