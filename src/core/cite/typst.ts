import type { CitationFormat } from './citationFormat';
import { citeKeys } from './citeKeys';
import { insertConstruct } from './insertConstruct';

// What Typst's lexer takes into a label after @; a full stop or colon at its end is left to the sentence.
const bare = /^[\p{ID_Continue}\-:.]*[\p{ID_Continue}-]$/u;
const unsafe = /[\s"\\]/u;

/** Whether the text behind would be read as part of the citation: as its label, its supplement or its arguments. */
function continues(construct: string, following: string): boolean {
  if (/^[[(]/u.test(following)) return true;
  return construct.endsWith(')')
    ? /^(?:;|\.\p{ID_Start})/u.test(following)
    : /^[:.]*[\p{ID_Continue}-]/u.test(following);
}

/** Typst: `@a @b`, and `#cite(label("a/b"))` for a key that a label written with @ cannot hold. */
export const typst: CitationFormat = {
  id: 'typst',
  languageIds: ['typst', 'typst-markup', 'typst-code'],
  extensions: ['.typ'],
  cite: (papers) =>
    citeKeys(
      papers,
      (key) => (unsafe.test(key) ? undefined : bare.test(key) ? `@${key}` : `#cite(label("${key}"))`),
      (keys) => keys.join(' '),
    ),
  insert: (document, offsets, papers) =>
    insertConstruct(document, offsets, typst.cite(papers), (construct, following) =>
      continues(construct, following) ? ' ' : '',
    ),
};
