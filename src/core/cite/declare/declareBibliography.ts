import type { CitationEdit } from '../citationFormat';
import type { Declaration, Declarations } from './declaration';
import { declareInLatex } from './declareInLatex';
import { declareInFrontMatter, declareInPandocMetadata } from './declareInMarkdown';
import { orgExportedEnd, orgHeadEnd } from './orgPlaces';

/** An edit of a text, in UTF-16 offsets of the text before any. */
type Edit = Omit<CitationEdit, 'caret'>;

type Declare = (text: string, path: string) => Declarations | undefined;

const byFormat: Readonly<Record<string, Declare>> = {
  latex: declareInLatex,
  pandoc: declareInPandocMetadata,
  myst: declareInFrontMatter,
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
    const offset = orgHeadEnd(text);
    const before = text.slice(0, offset);
    const isOpen = before !== '' && !before.endsWith('\n');
    const written = `${isOpen ? '\n' : ''}#+bibliography: ${path}\n`;
    const isApart =
      /(?:^|\n)[ \t]*#\+[^\n]*\n?$/u.test(before) || (offset > 0 && /^[ \t]*(?:\n|$)/u.test(text.slice(offset)));
    const head = { offset, text: isApart ? written : `${written}\n` };
    if (/^#\+print_bibliography:/imu.test(text)) return { head };
    return { head, tail: paragraph(text, orgExportedEnd(text), '#+print_bibliography:\n') };
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

/**
 * Citing and declaring at once: the edits in the order of the text, the declaration where it belongs once the citations
 * are there (none runs into it, as at a document's end), and where the cursors stand after both.
 * @param edits what cites, in the order of the text and apart from each other
 * @param carets where the cursors stand after those alone
 */
export function declaredWith(
  edits: readonly Edit[],
  carets: readonly number[],
  {
    format,
    text,
    path,
    eol,
  }: { readonly format: string; readonly text: string; readonly path: string; readonly eol: string },
): { readonly edits: readonly Edit[]; readonly carets: readonly number[] } {
  let cited = '';
  let from = 0;
  for (const edit of edits) {
    cited += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  const { head, tail } = declareBibliography(format, cited + text.slice(from), path, eol) ?? {};
  const declarations = [head, tail].filter((one) => one !== undefined);
  const all: Edit[] = [];
  let shift = 0;
  let next = 0;
  for (const edit of [...edits, undefined]) {
    const start = edit ? edit.start + shift : Infinity;
    for (let one = declarations[next]; one && one.offset <= start; one = declarations[++next]) {
      all.push({ start: one.offset - shift, end: one.offset - shift, text: one.text });
    }
    if (!edit) break;
    all.push(edit);
    shift += edit.text.length - (edit.end - edit.start);
  }
  const added = (caret: number): number =>
    declarations.reduce((sum, one) => sum + (one.offset < caret ? one.text.length : 0), 0);
  return { edits: all, carets: carets.map((caret) => caret + added(caret)) };
}

function atEnd(text: string, line: string): Declaration {
  return paragraph(text, text.length, line);
}

/** A line with a blank one before it, and behind it where text follows. */
function paragraph(text: string, offset: number, line: string): Declaration {
  const before = text.slice(0, offset);
  const blank = before === '' || /\n\s*\n$/u.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  return { offset, text: blank + line + (offset < text.length ? '\n' : '') };
}

/** An offset of a text without carriage returns, in the text with them. */
function offsetIn(text: string, plainOffset: number): number {
  let offset = 0;
  for (let plain = 0; plain < plainOffset; plain++) offset += text.startsWith('\r\n', offset) ? 2 : 1;
  return offset;
}
