import { asciidoc } from './asciidoc';
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

/**
 * The bibliographies that a document or configuration file declares, as it writes them, each once: relative to the file
 * unless `resolveDeclared` says otherwise. URLs and what could not be a path are left out. Only the text's first
 * 1,000,000 characters are read.
 *
 * `#bibliography(("works.yml", "https://a.org/b.bib"))` in `paper.typ` → `works.yml`
 * @param path the file's path with `/`
 */
export function declaredLibraries(path: string, text: string): readonly string[] {
  const kind = declaringDocumentKind(path);
  if (!kind) return [];
  const plain = text
    .slice(0, longestText)
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n');
  return [...new Set(declaringDocuments[kind].declared(plain).map((one) => one.trim()))].filter(isPath);
}

/** A drive is one letter, a URL's scheme at least two; `here::here("a.bib")` and `` `r file` `` are code. */
function isPath(text: string): boolean {
  return (
    text !== '' && text.length <= longestPath && !/^[a-z][a-z\d+.-]+:|[\p{Cc}\p{Zl}\p{Zp}`]|[/\\]$|^\.\.?$/iu.test(text)
  );
}
