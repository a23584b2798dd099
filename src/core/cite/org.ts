import type { CitedDocument } from './citationFormat';
import type { CitationStyle } from './citationMarkup';
import { habit } from './habit';
import { type LiteralText, until, whole } from './literalText';
import { markupFormat } from './markupFormat';
import { orgCitations, type OrgDialect, spellOrg } from './orgCitations';

const parenthetical =
  /(\[cite(?:\/[a-z-]+)?:|(?<![\w:/[])(?:\[\[)?(?:paren|auto|foot)?cite(?:p|alp)?:&?)(?=[^\]\n]*\w)/gu;

function block(place: 'comment' | 'verbatim', name: string): LiteralText {
  return until(
    place,
    `^[ \\t]*#\\+begin_${name}(?![\\w-])[^\\n]*$`,
    (opened) => new RegExp(`^[ \\t]*#\\+end_${/_(\w+)/u.exec(opened)![1]!}[ \\t]*$`, 'gimu'),
    'lines',
  );
}

/** Org, with its own citations or with those of org-ref where the document uses them: `[cite:@a;@b]`. */
export const org = markupFormat({
  id: 'org',
  languageIds: ['org', 'org-mode'],
  extensions: ['.org'],
  declaredIn: ['org'],
  literals: [
    block('comment', 'comment'),
    block('verbatim', '(?:src|example|export)'),
    whole('comment', '^[ \\t]*#(?:[ \\t][^\\n]*|$)', 'end'),
    until('metadata', '^[ \\t]*:(?:properties|logbook):[ \\t]*$', () => /^[ \t]*:end:[ \t]*$/gimu, 'lines'),
    whole('mathematics', '\\\\\\([^]{1,1000}?\\\\\\)|\\\\\\[[^]{1,5000}?\\\\\\]'),
    whole('address', '(?<=\\[\\[)(?:https?|file|id):[^\\[\\]\\n]{0,2000}(?=\\])', 'lines'),
    whole('verbatim', '^[ \\t]*:(?:[ \\t][^\\n]*|$)', 'end'),
    whole('verbatim', '(?<![^\\s({\'"-])(?:=(?=\\S)[^=\\n]{1,2000}=|~(?=\\S)[^~\\n]{1,2000}~)(?![\\w=~])'),
  ],
  find: orgCitations,
  style: orgStyle,
  continues: (citation, following) => !citation.endsWith(']') && /^(?:[:.]*[\w/-]|[;,&])/u.test(following),
});

function orgStyle(document: CitedDocument | undefined): CitationStyle {
  const own = habit(document, parenthetical) ?? '[cite:';
  const dialect: OrgDialect = /^\[cite/u.test(own) ? 'org-cite' : own.endsWith('&') ? 'org-ref-3' : 'org-ref-2';
  // Variants in which the author is part of the sentence, or which print less, are no default.
  if (dialect === 'org-cite') return { spell: spellOrg[dialect], join: (keys) => `[cite:${keys.join(';')}]` };
  const command = own.replace(/^\[\[|&$/gu, '');
  return { spell: spellOrg[dialect], join: (keys) => command + keys.join(dialect === 'org-ref-3' ? ';' : ',') };
}
