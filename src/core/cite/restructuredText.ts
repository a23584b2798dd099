import { habit } from './habit';
import { markupFormat } from './markupFormat';
import { restructuredTextLiterals } from './restructuredTextLiterals';
import { roleCitations, spellInRole } from './roleCitations';

const role = /:(?:foot)?cite(?::[a-z]+)?:`/gu;
// What cites in parentheses or as a footnote; `:cite:` alone does where nothing else is used.
const parenthetical = /:(cite:ps?|cite|footcite:ps?|footcite):`/gu;

/** Sphinx's reStructuredText with sphinxcontrib-bibtex: `` :cite:p:`a,b` ``. */
export const restructuredText = markupFormat({
  id: 'restructuredtext',
  languageIds: ['restructuredtext', 'rst'],
  extensions: ['.rst', '.rest'],
  declaredIn: ['sphinx', 'restructuredText'],
  literals: restructuredTextLiterals,
  find: (text, from, to) => roleCitations(text, from, to, role, ','),
  style: (document) => {
    const own = habit(document, parenthetical) ?? 'cite:p';
    return { spell: spellInRole, join: (keys) => `:${own}:\`${keys.join(',')}\``, attached: own.startsWith('foot') };
  },
  needsBlank: true,
  continues: (_citation, following) => /^[\w`(\[{<]/u.test(following),
});
