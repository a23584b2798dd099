import { latexMarkup } from '../latexMarkup';
import { loadedPackage } from '../latexPackage';

/** Text that goes into a document, in UTF-16 code units of the text before. */
export interface Declaration {
  readonly offset: number;
  readonly text: string;
}

/** What makes a document cite from a bibliography: before its text, behind it, or both. */
export interface Declarations {
  readonly head?: Declaration;
  readonly tail?: Declaration;
}

type Declare = (text: string, path: string) => Declarations | undefined;

const byFormat: Readonly<Record<string, Declare>> = {
  latex: inLatex,
  pandoc: inFrontMatter,
  myst: inFrontMatter,
  restructuredtext: (text, path) => ({ tail: atEnd(text, `.. bibliography:: ${path}\n`) }),
  typst: (text, path) => ({ tail: atEnd(text, `#bibliography("${path}")\n`) }),
  asciidoc: (text, path) => {
    const title = /^= [^\n]*(?:\n|$)/u.exec(text)?.[0] ?? '';
    const blank = title === '' ? '\n' : title.endsWith('\n') ? '' : '\n';
    const attribute = `:bibtex-file: ${path}\n`;
    const head = { offset: title.length, text: title === '' ? attribute + blank : blank + attribute };
    return /^bibliography::/mu.test(text) ? { head } : { head, tail: atEnd(text, 'bibliography::[]\n') };
  },
  org: (text, path) => {
    const keywords = /^(?:#\+[^\n]*(?:\n|$))*/u.exec(text)![0];
    const isOpen = keywords !== '' && !keywords.endsWith('\n');
    const written = `${isOpen ? '\n' : ''}#+bibliography: ${path}\n`;
    const head = { offset: keywords.length, text: keywords === '' ? `${written}\n` : written };
    return /^#\+print_bibliography:/imu.test(text) ? { head } : { head, tail: atEnd(text, '#+print_bibliography:\n') };
  },
};

/**
 * What declares a bibliography in a document in its format's own place; `undefined` where there is none.
 * @param format the id of the citation format
 * @param path the bibliography's, relative to the document, of letters that no format reads otherwise
 * @param eol the document's line break
 */
export function declareBibliography(format: string, text: string, path: string, eol: string): Declarations | undefined {
  // Patterns see line feeds alone; what stands before an offset counts its carriage returns in again.
  const plain = text.replaceAll('\r\n', '\n');
  const declared = byFormat[format]?.(plain, path);
  if (!declared) return undefined;
  const placed = (one: Declaration | undefined): Declaration | undefined =>
    one && { offset: offsetIn(text, one.offset), text: one.text.replaceAll('\n', eol) };
  const [head, tail] = [placed(declared.head), placed(declared.tail)];
  return { ...(head && { head }), ...(tail && { tail }) };
}

/** biblatex wants its resources in the preamble, behind itself; BibTeX prints its bibliography where it is declared. */
function inLatex(text: string, path: string): Declarations | undefined {
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

function inFrontMatter(text: string, path: string): Declarations | undefined {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const line = `bibliography: ${path}\n`;
  const opening = /^\uFEFF?(?:[ \t]*\n)*---[ \t]*\n/u.exec(text);
  if (!opening) return { head: { offset: mark, text: `---\n${line}---\n\n` } };
  const closing = /^(?:---|\.\.\.)[ \t]*$/mu.exec(text.slice(opening[0].length));
  return closing ? { head: { offset: opening[0].length + closing.index, text: line } } : undefined;
}

function atEnd(text: string, line: string): Declaration {
  const blank = text === '' || /\n\s*\n$/u.test(text) ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return { offset: text.length, text: blank + line };
}

/** An offset of a text without carriage returns, in the text with them. */
function offsetIn(text: string, plainOffset: number): number {
  let offset = 0;
  for (let plain = 0; plain < plainOffset; plain++) offset += text.startsWith('\r\n', offset) ? 2 : 1;
  return offset;
}
