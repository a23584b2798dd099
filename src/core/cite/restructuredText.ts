import { habit } from './habit';
import { until, whole } from './literalText';
import { markupFormat } from './markupFormat';
import { roleCitations, spellInRole } from './roleCitations';

const role = /:(?:foot)?cite(?::[a-z]+)?:`/gu;
// What cites in parentheses or as a footnote; `:cite:` alone does where nothing else is used.
const parenthetical = /:(cite:ps?|cite|footcite:ps?|footcite):`/gu;

/** What is indented more than the line at `from`'s start, to the end of that block. */
function indentedBlock(text: string, from: number, opened: string): number {
  const indent = /^[ \t]*/u.exec(opened.replace(/^\n+/u, ''))![0].length;
  const lines = /\n([^\S\n]*)([^\n]*)/gu;
  lines.lastIndex = from;
  let end = from;
  for (let match = lines.exec(text); match; match = lines.exec(text)) {
    if (match[2]!.trim() === '') continue;
    if (match[1]!.length <= indent) break;
    end = lines.lastIndex;
  }
  return end;
}

/** Sphinx's reStructuredText with sphinxcontrib-bibtex: `` :cite:p:`a,b` ``. */
export const restructuredText = markupFormat({
  id: 'restructuredtext',
  languageIds: ['restructuredtext', 'rst'],
  extensions: ['.rst', '.rest'],
  declaredIn: ['sphinx', 'restructuredText'],
  literals: [
    {
      place: 'verbatim',
      open: '^[ \\t]*\\.\\.[ \\t]+(?:code|code-block|sourcecode|math|raw|highlight|literalinclude|prompt|productionlist|doctest|testcode|bibliography|toctree)::[^\\n]*',
      end: indentedBlock,
      reach: 'lines',
    },
    // A comment is what begins like a directive, a note, a target or a substitution, and is none.
    {
      place: 'comment',
      open: '^[ \\t]*\\.\\.(?:[ \\t]+(?![\\w.:+-]{1,100}::|\\[[^\\]\\n]{1,100}\\]|_|\\|)[^\\n]*|(?=[ \\t]*$))',
      end: indentedBlock,
      reach: 'end',
    },
    { place: 'verbatim', open: '(?<!^[ \\t]*\\.\\.[ \\t][^\\n]{0,2000})::[ \\t]*$', end: literalBlock, reach: 'end' },
    whole(undefined, ':(?:foot)?cite[a-z:]{0,60}:`[^`\\n]{0,2000}`'),
    whole('name', ':[a-z][a-z:+.-]{0,60}:`[^`\\n]{0,2000}`'),
    until('verbatim', '``(?=\\S)', () => /``|\n\s*\n/gu),
    whole('address', '`[^`\\n<]{0,500}<[^<>`\\n]{1,2000}>`__?'),
  ],
  find: (text, from, to) => roleCitations(text, from, to, role, ','),
  style: (document) => {
    const own = habit(document, parenthetical) ?? 'cite:p';
    return { spell: spellInRole, join: (keys) => `:${own}:\`${keys.join(',')}\``, attached: own.startsWith('foot') };
  },
  needsBlank: true,
  continues: (_citation, following) => /^[\w`(\[{<]/u.test(following),
});

/** What is indented more than the paragraph that ends in `::`. */
function literalBlock(text: string, from: number): number {
  return indentedBlock(text, from, text.slice(text.lastIndexOf('\n', from - 1) + 1, from));
}
