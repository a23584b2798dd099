import type { CitationStyle, FoundCitation } from './citationMarkup';
import { until, whole } from './literalText';
import { closingBracket, listExtension, listParts } from './listParts';
import { markupFormat } from './markupFormat';
import { brokenCitation, unclosedEnd } from './unclosed';

const macro = /(?<![\w\\])cite(?:np)?:\w*\[/gu;
// asciidoctor-bibtex's README: a key holds no space, comma, parenthesis or bracket; braces are AsciiDoc's attributes.
const unsafe = /[\s,()[\]{}<>`\\"]/u;

const spell: CitationStyle['spell'] = ({ key }) => (unsafe.test(key) ? undefined : key);

// AsciiDoc's documentation, "Literal Paragraphs", "Source Blocks" and "STEM": a style makes code of a paragraph as
// well as of a delimited block, and so do blanks before its first line where no list goes on.
const styledParagraph =
  '^\\[(?:(?:source|listing|literal|pass|stem|latexmath|asciimath|mermaid|plantuml|graphviz|ditaa)(?=[\\],.#%])|,)[^\\]\\n]{0,500}\\][ \\t]*\\n' +
  '(?:\\.[^\\s.][^\\n]{0,500}\\n){0,1}(?=[^\\n])';
const listItem = '(?:[*.-]{1,5}|\\d{1,9}\\.|[a-z]\\.|<[\\d.]{1,9}>|//)[ \\t]|[^\\n]{1,500}?(?:::|;;)(?:[ \\t]|$)';
const literalParagraph = `(?<=(?<![^])|\\n[ \\t]{0,200}\\n)(?<!(?:::|;;)\\s{1,200})[ \\t]+(?!${listItem}|\\|)[^\\s]`;
const macroText = '\\[(?:[^\\]\\\\\\n]|\\\\[^\\n]){0,2000}\\]';
const delimiter = /(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|={4,}|_{4,}|\*{4,}|`{3}[^\n]*)[ \t]*(?:\n|$)/uy;

// What goes on for longer was never closed.
const longestCitation = 4000;

/** AsciiDoc with asciidoctor-bibtex: `cite:[a(59), b]`. */
export const asciidoc = markupFormat({
  id: 'asciidoc',
  languageIds: ['asciidoc'],
  extensions: ['.adoc', '.asciidoc', '.asc'],
  declaredIn: ['asciidoc'],
  literals: [
    until('comment', '^/{4,1000}[ \\t]*$', lineOf, 'lines'),
    until('verbatim', '^(?:-{4,1000}|\\.{4,1000}|\\+{4,1000}|`{3}[^`\\n]*)[ \\t]*$', lineOf, 'lines'),
    { place: 'verbatim', open: styledParagraph, end: styledEnd, reach: 'lines' },
    until('verbatim', literalParagraph, paragraphEnd, 'end'),
    whole('comment', '^//(?!/)[^\\n]*', 'end'),
    whole('mathematics', `(?<![\\w\\\\])(?:stem|latexmath|asciimath):[a-z,]{0,30}${macroText}`),
    whole('verbatim', `(?<![\\w\\\\])pass:[a-z,]{0,30}${macroText}`),
    whole('name', `(?<![\\w\\\\])(?:kbd:|btn:|bibitem:|anchor:[^\\s[\\]]{1,200}|menu:[^[\\]\\n]{1,200})${macroText}`),
    whole('name', '\\[{2,3}[^[\\]\\n]{1,500}\\]{2,3}'),
    whole('verbatim', '(?<![\\w`])`(?=\\S)[^`\\n]{1,2000}`(?![\\w`])'),
    whole('verbatim', '\\+{2,3}(?=\\S)[^+\\n]{1,2000}\\+{2,3}'),
    whole('name', '<<[^<>\\n]{0,500}>>'),
    whole('metadata', '^:[\\w!][\\w-]{0,100}:[^\\n]*', 'end'),
    whole('address', '\\b(?:link|image|xref|include):{1,2}[^\\s\\[\\]]{1,2000}(?=\\[)', 'end'),
  ],
  find: (text, from, to) => {
    const found: FoundCitation[] = [];
    for (const { 0: opened, index } of text.slice(from, to).matchAll(macro)) {
      const open = from + index + opened.length - 1;
      const closing = closingBracket(text, open, Math.min(to, open + longestCitation));
      const isClosed = closing >= 0;
      const close = isClosed ? closing : unclosedEnd(text, open + 1);
      if (close === undefined) {
        found.push(brokenCitation(text, from + index, spell));
        continue;
      }
      const parts = listParts(text, open + 1, close, ',');
      const keys = parts.map((part) => part.text.replace(/\(.*$/su, '').trim()).filter(Boolean);
      const list = listExtension(text, parts, ', ');
      const [end, behind] = isClosed ? [close + 1, ''] : [close, ']'];
      found.push({ start: from + index, end, keys, spell, behind, ...list });
    }
    return found;
  },
  style: () => ({ spell, join: (keys) => `cite:[${keys.join(', ')}]` }),
});

function paragraphEnd(): RegExp {
  return /(?=\n[ \t]*(?:\n|$))/gu;
}

/** Where a paragraph or open block with a style ends; other blocks are told by their delimiters. */
function styledEnd(text: string, from: number): number | undefined {
  delimiter.lastIndex = from;
  if (delimiter.test(text)) return undefined;
  const open = text.startsWith('--\n', from);
  const end = open ? /^--[ \t]*$/gmu : paragraphEnd();
  end.lastIndex = open ? from + '--\n'.length : from;
  return end.exec(text) ? end.lastIndex : Infinity;
}

/** The line that ends a block is the one that began it; a fence's language is not repeated. */
function lineOf(opened: string): RegExp {
  const line = /^`{3}|^.*?(?=[ \t]*$)/u.exec(opened)![0];
  return new RegExp(`^${line.replace(/[.+]/gu, '\\$&')}[ \\t]*$`, 'gmu');
}
