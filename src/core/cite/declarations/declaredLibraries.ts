import { asciidoc } from './asciidoc';
import { linePositions } from '../../formats/linePositions';
import type { DeclaringDocument } from './declaringDocument';
import { type DeclaringDocumentKind, declaringDocumentKind } from './declaringDocumentKind';
import { jupyterBook } from './jupyterBook';
import { latex } from './latex';
import { markdown } from './markdown';
import { myst } from './myst';
import { org } from './org';
import { pandocSettings } from './pandocSettings';
import { quartoSettings } from './quartoSettings';
import { restructuredText } from './restructuredText';
import { sphinx } from './sphinx';
import { typst } from './typst';

/** How each kind of file is read. */
const declaringDocuments: Readonly<Record<DeclaringDocumentKind, DeclaringDocument>> = {
  latex,
  markdown,
  quartoSettings,
  pandocSettings,
  myst,
  jupyterBook,
  sphinx,
  restructuredText,
  typst,
  asciidoc,
  org,
};

const longestText = 1_000_000;
const longestPath = 1_000;

/** A bibliography that a document declares. */
export interface DeclaredLibrary {
  /** As the document writes it, escapes decoded. */
  readonly path: string;
  /** Zero-based. */
  readonly line: number;
  /** Why nothing can be read from it or written to it: an address of the web, or code that only another program runs. */
  readonly unusable?: 'address' | 'code' | 'folder';
}

/**
 * The bibliographies that a document or configuration file declares, each once, in its order: relative to the file
 * unless `resolveDeclared` says otherwise. Of a text of more than 1,000,000 characters only both ends are read.
 *
 * `#bibliography(("works.yml", "https://a.org/b.bib"))` in `paper.typ` → `works.yml`, and an address
 * @param path the file's path with `/`
 */
export function declarationsIn(path: string, text: string): readonly DeclaredLibrary[] {
  const kind = declaringDocumentKind(path);
  if (!kind) return [];
  const plain = text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
  const found = new Map<string, DeclaredLibrary>();
  for (const { piece, start } of piecesOf(plain)) {
    const position = linePositions(plain.slice(0, start + piece.length));
    for (const declared of declaringDocuments[kind].declared(piece)) {
      const written = declared.path.trim();
      if (written === '' || written.length > longestPath || found.has(written)) continue;
      const { line } = position(start + declared.offset);
      const unusable = declared.isCode ? 'code' : unusableAs(written);
      found.set(written, { path: written, line, ...(unusable && { unusable }) });
    }
  }
  return [...found.values()];
}

/** A text, or of one that is too long its beginning and its end, from the start of a line on. */
function piecesOf(text: string): readonly { readonly piece: string; readonly start: number }[] {
  if (text.length <= longestText) return [{ piece: text, start: 0 }];
  const half = longestText / 2;
  const start = text.indexOf('\n', text.length - half) + 1;
  const end = { piece: text.slice(start), start };
  return [{ piece: text.slice(0, half), start: 0 }, ...(start > 0 ? [end] : [])];
}

/** The paths alone of those that can be read. */
export function declaredLibraries(path: string, text: string): readonly string[] {
  return declarationsIn(path, text)
    .filter(({ unusable }) => !unusable)
    .map((declared) => declared.path);
}

/** A drive is one letter, a URL's scheme at least two; `here::here("a.bib")` and `` `r file` `` are code. */
function unusableAs(path: string): DeclaredLibrary['unusable'] {
  if (/^[a-z][a-z\d+.-]+:\/\//iu.test(path)) return 'address';
  if (/^[a-z][a-z\d+.-]+:|[\p{Cc}\p{Zl}\p{Zp}`]/iu.test(path)) return 'code';
  return /[/\\]$|^\.\.?$/u.test(path) ? 'folder' : undefined;
}
