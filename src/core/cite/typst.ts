import type { CitationStyle } from './citationMarkup';
import { markupFormat } from './markupFormat';
import { typstCitations } from './typstCitations';
import { typstLiterals } from './typstLiterals';

// What Typst's lexer takes into a label after @; a full stop or colon at its end is left to the sentence.
const bare = /^[\p{ID_Continue}\-:.]*[\p{ID_Continue}-]$/u;
const unsafe = /[\s"\\]/u;

const spell: CitationStyle['spell'] = ({ key }) =>
  unsafe.test(key) ? undefined : bare.test(key) ? `@${key}` : `#cite(label("${key}"))`;

/** Typst: `@a @b`, and `#cite(label("a/b"))` for a key that a label written with @ cannot hold. */
export const typst = markupFormat({
  id: 'typst',
  languageIds: ['typst', 'typst-markup', 'typst-code'],
  extensions: ['.typ'],
  declaredIn: ['typst'],
  literals: typstLiterals,
  find: (text, from, to) => typstCitations(text, from, to, spell),
  style: () => ({ spell, join: (keys) => keys.join(' ') }),
  continues: (citation, following) => {
    if (/^[[(]/u.test(following)) return true;
    return citation.endsWith(')')
      ? /^(?:;|\.\p{ID_Start})/u.test(following)
      : /^[:.]*[\p{ID_Continue}-]/u.test(following);
  },
});
