import type { CitedDocument } from './citationFormat';
import type { CitationStyle } from './citationMarkup';
import { escapedInFrontMatter, frontMatterLiterals } from './frontMatterLiterals';
import { habit } from './habit';
import { htmlCitations } from './htmlCitations';
import { literalSpans } from './literalText';
import { mystLiterals } from './markdownLiterals';
import { markupFormat } from './markupFormat';
import { closedToCitations, pandocCitations } from './pandocCitations';
import { roleCitations, spellInRole } from './roleCitations';

const role = /\{cite(?::[a-z]+)?\}`/gu;
const parenthetical = /(\{cite(?::ps?)?\}|(?<!\w)\[(?=[^\]\n@]{0,100}(?<!\w)-?@\w))/gu;
const anyRole = /\{cite(?::[a-z]+)?\}`/u;
const bare = /^[\p{L}\p{N}_]+(?:[:.#$%&\-+?~/][\p{L}\p{N}_]+)*$/u;

/** MyST has no braces around keys. */
const spellBare: CitationStyle['spell'] = ({ key }) => (bare.test(key) ? `@${key}` : undefined);

/** MyST Markdown and Jupyter Book, 1 and 2: `[@a; @b]` or `` {cite:p}`a,b` ``, as the document already does. */
export const myst = markupFormat({
  id: 'myst',
  languageIds: ['myst', 'myst-markdown'],
  extensions: ['.myst', '.myst.md'],
  claims: ({ languageId, path, text = '', projectFiles = [] }) =>
    (languageId.toLowerCase() === 'markdown' || /\.(?:md|ipynb)$/iu.test(path)) &&
    (anyRole.test(text) || projectFiles.some((name) => /^(?:myst\.yml|_toc\.yml|conf\.py)$/u.test(name))),
  declaredIn: ['myst', 'jupyterBook', 'sphinx', 'markdown'],
  literals: (text) => [...frontMatterLiterals(text), ...literalSpans(text, mystLiterals())],
  find: (text, from, to) => [
    ...pandocCitations(text, from, to, spellBare),
    ...roleCitations(text, from, to, role, ',;'),
    ...htmlCitations(text, from, to),
  ],
  closed: closedToCitations,
  escaped: escapedInFrontMatter,
  style: mystStyle,
  continues: (_citation, following) => /^[([{`]|^:(?=\s)/u.test(following),
});

function mystStyle(document: CitedDocument | undefined): CitationStyle {
  // Sphinx, which Jupyter Book 1 is made with, knows roles alone.
  const isSphinx = document?.projectFiles?.some((name) => name === '_toc.yml' || name === 'conf.py') ?? false;
  const own = habit(document, parenthetical) ?? (isSphinx ? '{cite:p}' : '[');
  const roles: CitationStyle = {
    spell: spellInRole,
    join: (keys) => `${own === '[' ? '{cite:p}' : own}\`${keys.join(',')}\``,
  };
  return own === '[' ? { spell: spellBare, join: (keys) => `[${keys.join('; ')}]`, otherwise: roles } : roles;
}
