import { latexMarkup } from '../latexMarkup';
import { loadedPackage } from '../latexPackage';
import type { Declarations } from './declaration';

/** biblatex wants its resources in the preamble, behind itself; BibTeX prints its bibliography where it is declared. */
export function declareInLatex(text: string, path: string): Declarations | undefined {
  const loaded = loadedPackage(text);
  const markup = latexMarkup(text);
  if (loaded?.package === 'biblatex') {
    const line = `\\addbibresource{${path}}\n`;
    // Not behind what else the line holds, which may begin the document.
    const rest = /[^\S\n]*(?<lineBreak>\n?)/uy;
    rest.lastIndex = loaded.end;
    const { lineBreak } = rest.exec(markup)!.groups!;
    const isLast = lineBreak === '\n';
    return { head: isLast ? { offset: rest.lastIndex, text: line } : { offset: loaded.end, text: `\n${line}` } };
  }
  const end = markup.search(/\\end\s{0,9}\{document\}/u);
  if (end < 0) return undefined;
  const style = /\\bibliographystyle\s{0,9}\{/u.test(markup)
    ? ''
    : `\\bibliographystyle{${loaded ? 'plainnat' : 'plain'}}\n`;
  return { tail: { offset: end, text: `${style}\\bibliography{${path.replace(/\.bib$/iu, '')}}\n` } };
}
