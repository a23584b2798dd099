import { verbatimEnvironments } from './latexEnvironments';
import { type LiteralSpan, literalSpans, type LiteralText, until, whole } from './literalText';

// What goes on for longer was never closed.
const longestArgument = 2000;

// knitr's patterns for Rnw, which are Sweave's with blanks before them (knitr's `all_patterns$rnw`).
const chunk = until('verbatim', '^[ \\t]*<<[^\\n]*>>=[^\\n]*', () => /^[ \t]*@[ \t]*(?:%[^\n]*)?\r?$/gmu, 'lines');

/** Text that is switched off: `\iffalse … \fi`, or up to its `\else`. `\let\ifdraft\iffalse` switches nothing off. */
const skipped: LiteralText = {
  place: 'comment',
  open: '(?<!\\\\[a-z@]{1,50}[ =]{0,3})\\\\iffalse(?![a-z@])(?!\\s{0,9}\\})',
  end: (text, from) => {
    // What takes an argument in braces is no condition of TeX's: \ifthenelse{}. And \iff is an arrow.
    const condition =
      /%[^\n]*|\\(?:(?<opens>if(?!f(?![a-zA-Z@]))[a-zA-Z@]*)(?![a-zA-Z@]|\s{0,9}\{)|(?<ends>fi|else)(?![a-zA-Z@])|[^])/gu;
    condition.lastIndex = from;
    let depth = 1;
    for (let match = condition.exec(text); match; match = condition.exec(text)) {
      const { opens, ends } = match.groups!;
      if (opens) depth++;
      else if (ends === 'fi') depth--;
      if (depth === 0 || (ends === 'else' && depth === 1)) return condition.lastIndex;
    }
    return Infinity;
  },
  reach: 'inside',
};

/** The environments with these names. */
function environments(names: readonly string[]): LiteralText {
  const listed = names.map(escaped).join('|');
  return until('verbatim', `\\\\begin\\s{0,9}\\{(?:${listed})\\*?\\}`, (opened) => {
    const name = /\{(.*)\}/u.exec(opened)![1]!;
    return new RegExp(`\\\\end\\s{0,9}\\{${escaped(name)}\\}`, 'gu');
  });
}

/** An argument that is no text, whose pattern ends with what opens it: a brace, or a character that also closes it. */
function argument(place: 'verbatim' | 'address', open: string, mayBreak = false): LiteralText {
  return {
    place,
    open,
    end: (text, from, opened) => behindArgument(text, from, opened.at(-1)!, mayBreak) ?? from,
    reach: 'inside',
  };
}

// An address holds any character: what is a comment elsewhere, too (hyperref's manual, "Additional user macros").
const link = argument('address', '\\\\href(?![a-z@])(?:\\s{0,9}\\[[^\\]\\n]{0,500}\\])?\\s{0,9}\\{');

const literals: readonly LiteralText[] = [
  whole('comment', '%[^\\n]*', 'end'),
  chunk,
  skipped,
  until('comment', '\\\\begin\\s{0,9}\\{comment\\}', () => /\\end\s{0,9}\{comment\}/gu),
  argument('verbatim', '\\\\(?:verb|lstinline)(?![a-z@])\\*?(?:\\[[^\\]\\n]{0,200}\\])?[^\\s\\w*\\[]'),
  argument('verbatim', '\\\\mintinline(?![a-z@])(?:\\[[^\\]\\n]{0,200}\\])?\\{[^{}\\n]{1,50}\\}[^\\s\\w*\\[]'),
  argument('verbatim', '\\\\(?:Sexpr|directlua|luadirect|luaexec|py[bcsv]?)\\{', true),
  // Labels, files and keys, which are no text.
  whole(
    'name',
    '\\\\(?:label|(?:auto|page|name|label|eq|sub|v|c|lst)?ref|includegraphics|input|include|subfile|bibliography(?:style)?|addbibresource|' +
      'bibitem|begin|end|(?:c|C|page|cpage)refrange|[cC]ite(?:field|name|list|talias|palias|style)|lstinputlisting|inputminted|' +
      'setlength|addtolength|setcounter|addtocounter|[hv]space|pagestyle|thispagestyle|graphicspath|usepackage|RequirePackage|documentclass|volcites?|[pfstaF]t?volcite)(?![a-z@])\\*?' +
      '(?:\\s{0,9}\\[[^\\]\\n]{0,500}\\]|\\s{0,9}\\{[^{}\\n]{0,500}\\}(?=\\s{0,9}[[{])){0,3}\\s{0,9}\\{[^{}\\n]{0,500}\\}',
  ),
  whole(
    'name',
    '\\\\(?:defcitealias|hypertarget|hyperlink)\\s{0,9}\\{[^{}\\n]{0,500}\\}|\\\\hyperref\\s{0,9}\\[[^\\]\\n]{0,500}\\]',
  ),
  argument('address', '\\\\(?:url|path|nolinkurl|burl|doi)[{|!+"]'),
  {
    ...link,
    // Between the address and the text it belongs to a citation would be that text.
    end: (text, from, opened) => {
      const close = link.end(text, from, opened)!;
      const behind = /\s{0,9}\{/uy;
      behind.lastIndex = close;
      return close > from && behind.test(text) ? behind.lastIndex : close;
    },
  },
  whole(undefined, '\\\\[^]'),
];

/** Where LaTeX reads no commands or no text, in order and apart from each other. Never throws. */
export function latexLiterals(text: string): readonly LiteralSpan[] {
  return literalSpans(text, [environments(verbatimEnvironments(text)), ...literals]);
}

/** The offset behind what closes an argument, where something does. */
function behindArgument(text: string, from: number, opening: string, mayBreak: boolean): number | undefined {
  const to = Math.min(text.length, from + longestArgument);
  let depth = 1;
  for (let index = from; index < to; index++) {
    const character = text[index];
    if (character === '\n' && !mayBreak) return undefined;
    if (opening !== '{') {
      if (character === opening) return index + 1;
    } else if (character === '\\') index++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return index + 1;
  }
  return undefined;
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
