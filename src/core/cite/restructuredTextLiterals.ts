import { type LiteralText, until, whole } from './literalText';

const directive = '^[ \\t]*\\.\\.[ \\t]+(?:\\|[^|\\n]{1,200}\\|[ \\t]+)?';
/** Directives whose body is no text: docutils', Sphinx's, and those of extensions for code and diagrams. */
const verbatimDirectives = [
  'code|code-block|code-cell|sourcecode|literalinclude|highlight|prompt|productionlist|raw|math|toctree|bibliography',
  'doctest|test(?:setup|code|output|cleanup)|ipython|plot|jupyter-(?:execute|input|output|kernel)|exec(?:_code)?',
  'graphviz|graph|digraph|inheritance-diagram|mermaid|(?:plant)?uml|tikz|blockdiag|seqdiag|actdiag|nwdiag|aafig|ditaa',
].join('|');
/** Directives whose argument is a file or a name, and no title; their body is text. */
const namingDirectives = [
  'figure|image|include|auto[a-z]{1,30}|(?:current)?module|class|container|role|default-role|unicode|date|index|only',
  'ifconfig|function|data|method|attribute|exception|program|option|cmdoption|envvar|highlightlang|footbibliography',
  '(?:py|c|cpp|js|rst|std|http):[a-z]{1,30}',
].join('|');

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

/** What reStructuredText does not read as text. */
export const restructuredTextLiterals: readonly LiteralText[] = [
  {
    place: 'verbatim',
    open: `${directive}(?:${verbatimDirectives})::[^\\n]*`,
    end: indentedBlock,
    reach: 'lines',
  },
  whole('name', `${directive}(?:${namingDirectives})::[^\\n]*`, 'lines'),
  // docutils' "Explicit Markup Blocks": targets, and the labels of notes and substitutions.
  whole('name', '^[ \\t]*\\.\\.[ \\t]+_[^\\n]*', 'lines'),
  whole('name', '^[ \\t]*\\.\\.[ \\t]+(?:\\[[^\\]\\n]{1,200}\\]|\\|[^|\\n]{1,200}\\|)'),
  until('verbatim', '^[ \\t]*>>>(?=[ \\t\\n])', () => /(?=\n[ \t]*(?:\n|$))/gu, 'lines'),
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
  whole('name', '(?<![`\\w:])`(?![\\s`])[^`\\n]{1,500}`__?(?!\\w)|\\[[^\\[\\]\\s]{1,200}\\]_(?!\\w)'),
];

/** What is indented more than the paragraph that ends in `::`. */
function literalBlock(text: string, from: number): number {
  return indentedBlock(text, from, text.slice(text.lastIndexOf('\n', from - 1) + 1, from));
}
