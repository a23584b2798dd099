import type { CitationStyle, FoundCitation } from './citationMarkup';
import { until, whole } from './literalText';
import { closingBracket, listExtension, listParts } from './listParts';
import { markupFormat } from './markupFormat';

const macro = /(?<![\w\\])cite(?:np)?:\w*\[/gu;
// asciidoctor-bibtex's README: a key holds no space, comma, parenthesis or bracket; braces are AsciiDoc's attributes.
const unsafe = /[\s,()[\]{}<>`\\"]/u;

const spell: CitationStyle['spell'] = ({ key }) => (unsafe.test(key) ? undefined : key);

/** AsciiDoc with asciidoctor-bibtex: `cite:[a(59), b]`. */
export const asciidoc = markupFormat({
  id: 'asciidoc',
  languageIds: ['asciidoc'],
  extensions: ['.adoc', '.asciidoc', '.asc'],
  declaredIn: ['asciidoc'],
  literals: [
    until('comment', '^/{4,1000}[ \\t]*$', lineOf, 'lines'),
    until('verbatim', '^(?:-{4,1000}|\\.{4,1000}|\\+{4,1000}|`{3}[^`\\n]*)[ \\t]*$', lineOf, 'lines'),
    whole('comment', '^//(?!/)[^\\n]*', 'end'),
    whole('verbatim', '(?<![\\w`])`(?=\\S)[^`\\n]{1,2000}`(?![\\w`])'),
    whole('verbatim', '\\+{2,3}(?=\\S)[^+\\n]{1,2000}\\+{2,3}'),
    whole('name', '<<[^<>\\n]{0,500}>>'),
    whole('metadata', '^:[\\w!][\\w-]{0,100}:[^\\n]*', 'end'),
    whole('address', '\\b(?:link|image|xref|include):{1,2}[^\\s\\[\\]]{1,2000}(?=\\[)'),
  ],
  find: (text, from, to) => {
    const found: FoundCitation[] = [];
    for (const { 0: opened, index } of text.slice(from, to).matchAll(macro)) {
      const open = from + index + opened.length - 1;
      const close = closingBracket(text, open, to);
      if (close < 0) continue;
      const parts = listParts(text, open + 1, close, ',');
      const keys = parts.map((part) => part.text.replace(/\(.*$/su, '').trim()).filter(Boolean);
      const list = listExtension(text, parts, ', ');
      found.push({ start: from + index, end: close + 1, keys, spell, behind: '', ...list });
    }
    return found;
  },
  style: () => ({ spell, join: (keys) => `cite:[${keys.join(', ')}]` }),
});

/** The line that ends a block is the one that began it; a fence's language is not repeated. */
function lineOf(opened: string): RegExp {
  const line = /^`{3}|^.*?(?=[ \t]*$)/u.exec(opened)![0];
  return new RegExp(`^${line.replace(/[.+]/gu, '\\$&')}[ \\t]*$`, 'gmu');
}
