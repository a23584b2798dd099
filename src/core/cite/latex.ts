import type { CitationStyle } from './citationMarkup';
import type { CitedDocument } from './citationFormat';
import { habit } from './habit';
import { latexCitations, spellLatex } from './latexCitations';
import { latexLiterals } from './latexLiterals';
import { latexOutside } from './latexOutside';
import { literalSpanOf } from './literalText';
import { type LatexPackage, latexPackage } from './latexPackage';
import { markupFormat } from './markupFormat';

// What cites without being part of the sentence. What else a document cites with says nothing about these.
const parenthetical =
  /(?<!\\)\\([Cc]ite|[Cc]itep|[Pp]arencite|[Aa]utocite|[Ff]ootcite|footfullcite|[Ss]martcite|supercite)s?(?![A-Za-z])/gu;

const defaults: Readonly<Record<LatexPackage, string>> = { natbib: 'citep', biblatex: 'parencite' };

/**
 * LaTeX and what is written in it: `\citep{a,b}`. The command is the one the document cites with; a new document gets
 * its package's, or `\cite`, which all of them have.
 */
export const latex = markupFormat({
  id: 'latex',
  languageIds: ['latex', 'tex', 'latex-expl3', 'rsweave', 'jlweave', 'knitr', 'context', 'doctex', 'pweave'],
  extensions: ['.tex', '.ltx', '.latex', '.sty', '.cls', '.dtx', '.rnw', '.snw', '.jnw', '.texw', '.pgf', '.tikz'],
  declaredIn: ['latex'],
  literals: (text) => {
    const literals = latexLiterals(text);
    return [...literals, ...latexOutside(text, literals)];
  },
  find: latexCitations,
  style: latexStyle,
});

function latexStyle(document: CitedDocument | undefined): CitationStyle {
  const command = document && (ownCommand(document) ?? packageCommand(document));
  return {
    spell: spellLatex,
    join: (keys) => `\\${command ?? 'cite'}{${keys.join(',')}}`,
    attached: /^(?:foot|super)/u.test(command ?? ''),
  };
}

/** The command that the document cites with, as it is written amid a sentence and for one group of papers. */
function ownCommand(document: CitedDocument): string | undefined {
  const command = habit(document, parenthetical, (text) => {
    const literals = latexLiterals(text);
    return (offset) => literalSpanOf(literals, offset) === undefined;
  });
  return command && command.slice(0, 1).toLowerCase() + command.slice(1);
}

function packageCommand({ text, relatedTexts = [] }: CitedDocument): string | undefined {
  const found = latexPackage([...relatedTexts, text]);
  return found && defaults[found];
}
