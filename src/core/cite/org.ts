import type { CitedDocument } from './citationFormat';
import type { CitationStyle } from './citationMarkup';
import { habit } from './habit';
import { closingBracket } from './listParts';
import { type LiteralText, until, whole } from './literalText';
import { markupFormat } from './markupFormat';
import { orgCitations, type OrgDialect, spellOrg } from './orgCitations';

const parenthetical =
  /(\[cite(?:\/[a-z-]+)?:|(?<![\w:/[])(?:\[\[)?(?:paren|auto|foot)?cite(?:p|alp)?:)(?=[^\]\n]*?\w)/gu;
// In brackets a note may stand before the first key: `[[citep:See &a]]`.
const marked = /(?<![\w:/[])(?:\[\[)?(?:paren|auto|foot)?cite(?:p|alp)?:(?:(?<=\[\[\w{1,20}:)[^\]\n&]{0,500})?(&?)/gu;

// Nobody writes a longer piece of code into a line.
const longestCode = 2000;
const equations = 'math|displaymath|equation|eqnarray|align|alignat|flalign|gather|multline';
// `org-element-latex-fragment-parser`: prices are no mathematics.
const dollars =
  '\\$\\$[^$]{1,2000}\\$\\$|(?<![$\\\\])\\$(?![\\s.,;$])(?:[^$\\n]|\\n(?![ \\t]*\\n)){1,1000}(?<![\\s.,])\\$(?![\\w$])';
// A backslash keeps a bracket in a link's target.
const targetEnd = '(?:[^\\[\\]\\\\\\n]|\\\\[^\\n]){0,2000}(?=\\])';

function environmentEnd(opened: string): RegExp {
  return new RegExp(`\\\\end\\{${/\{(.*)\}/u.exec(opened)![1]!.replace('*', '\\*')}\\}`, 'gu');
}

function bracesEnd(text: string, from: number): number | undefined {
  const close = closingBracket(text, from, Math.min(text.length, from + longestCode));
  return close < 0 ? undefined : close + 1;
}

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
    // Of keywords these alone take text; the rest, and a block's first and last line, are settings and raw text.
    whole(
      'metadata',
      '^[ \\t]*#\\+(?!(?:title|subtitle|author|description|caption)[:[])(?:(?:begin|end)_[^\\s]|[^\\s:]{1,200}:)[^\\n]*',
      'lines',
    ),
    whole('comment', '^[ \\t]*#(?:[ \\t][^\\n]*|$)', 'end'),
    until('metadata', '^[ \\t]*:(?:properties|logbook):[ \\t]*$', () => /^[ \t]*:end:[ \t]*$/gimu, 'lines'),
    // A citation that is there takes in more, whatever its notes hold.
    whole(undefined, '\\[cite(?:/[\\w/-]{0,60})?:[^\\[\\]\\n]{0,2000}\\]'),
    until('mathematics', `^[ \\t]*\\\\begin\\{(?:${equations})\\*?\\}`, environmentEnd),
    until('verbatim', '^[ \\t]*\\\\begin\\{[a-z]{1,60}\\*?\\}', environmentEnd),
    whole('mathematics', dollars),
    whole('mathematics', '\\\\\\([^]{1,1000}?\\\\\\)|\\\\\\[[^]{1,5000}?\\\\\\]'),
    whole('address', `(?<=\\[\\[)(?:https?|file|id):${targetEnd}`, 'lines'),
    whole('name', `(?<=\\[\\[)(?!\\w{0,10}cite[a-z]{0,20}\\*?:)${targetEnd}`, 'lines'),
    whole('name', '<<<?[^<>\\n]{1,500}>>>?'),
    // Timestamps, active and inactive ones.
    whole('metadata', '<\\d{4}-\\d\\d-\\d\\d[^<>\\n]{0,100}>|\\[\\d{4}-\\d\\d-\\d\\d[^\\[\\]\\n]{0,100}\\]'),
    {
      place: 'verbatim',
      open: '(?<!\\w)src_[^\\s[{]{1,60}(?:\\[[^\\]\\n]{0,500}\\])?(?=\\{)',
      end: bracesEnd,
      reach: 'inside',
    },
    whole('verbatim', '@@[\\w-]{1,60}:[^]{0,2000}?@@'),
    whole('verbatim', '^[ \\t]*:(?:[ \\t][^\\n]*|$)', 'end'),
    whole('verbatim', '(?<![^\\s({\'"-])(?:=(?=\\S)[^=\\n]{1,2000}=|~(?=\\S)[^~\\n]{1,2000}~)(?![\\w=~])'),
  ],
  find: orgCitations,
  style: orgStyle,
  continues: (citation, following) => !citation.endsWith(']') && /^(?:[:.]*[\w/-]|[;,&])/u.test(following),
});

function orgStyle(document: CitedDocument | undefined): CitationStyle {
  const own = habit(document, parenthetical) ?? '[cite:';
  // Variants in which the author is part of the sentence, or which print less, are no default.
  if (/^\[cite/u.test(own)) return { spell: spellOrg['org-cite'], join: (keys) => `[cite:${keys.join(';')}]` };
  const dialect: OrgDialect = habit(document, marked) === '&' ? 'org-ref-3' : 'org-ref-2';
  const command = own.replace(/^\[\[/u, '');
  return { spell: spellOrg[dialect], join: (keys) => command + keys.join(dialect === 'org-ref-3' ? ';' : ',') };
}
