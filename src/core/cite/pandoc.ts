import type { CitedDocument } from './citationFormat';
import type { CitationStyle } from './citationMarkup';
import { escapedInFrontMatter, frontMatterLiterals } from './frontMatterLiterals';
import { htmlCitations } from './htmlCitations';
import { latexCitations } from './latexCitations';
import { literalSpans } from './literalText';
import { markdownLiterals } from './markdownLiterals';
import { markupFormat } from './markupFormat';
import { closedToCitations, pandocCitations, spellPandoc, spellQuarto } from './pandocCitations';

function spellIn(document: CitedDocument | undefined): CitationStyle['spell'] {
  const { languageId = '', path = '', projectFiles = [] } = document ?? {};
  const isQuarto =
    languageId.toLowerCase() === 'quarto' || /\.qmd$/iu.test(path) || projectFiles.includes('_quarto.yml');
  return isQuarto ? spellQuarto : spellPandoc;
}

/** Markdown as Pandoc, Quarto, R Markdown and bookdown read it: `[@a; @b]`. */
export const pandoc = markupFormat({
  id: 'pandoc',
  languageIds: ['markdown', 'quarto', 'rmd', 'mdx', 'pandoc', 'markdoc', 'juliamarkdown', 'pweave-md'],
  extensions: ['.md', '.markdown', '.mkd', '.mdown', '.mdwn', '.mdtext', '.qmd', '.rmd', '.jmd', '.mdx', '.pmd'],
  declaredIn: ['pandocSettings', 'quartoSettings', 'markdown'],
  literals: (text) => [...frontMatterLiterals(text), ...literalSpans(text, markdownLiterals)],
  // Beside its own, Pandoc leaves those of LaTeX to LaTeX.
  find: (text, from, to, document) => [
    ...pandocCitations(text, from, to, spellIn(document)),
    ...latexCitations(text, from, to),
    ...htmlCitations(text, from, to),
  ],
  closed: closedToCitations,
  escaped: escapedInFrontMatter,
  style: (document) => ({ spell: spellIn(document), join: (keys) => `[${keys.join('; ')}]` }),
  // Markdown would take it for a link or a span.
  continues: (_citation, following) => /^[([{]|^:(?=\s)/u.test(following),
});
