import { anyCase } from '../../anyCase';
import { asciidoc } from './asciidoc';
import type { DeclaringDocument } from './declaringDocument';
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

/** Every kind of file that declares bibliographies. */
const declaringDocuments: readonly DeclaringDocument[] = [
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
];

/** The glob of all files in a folder that `mayDeclareLibraries` takes, for `findFiles` and watchers. */
export const declaringDocumentGlob = `**/{${declaringDocuments
  .flatMap(({ fileNames }) => fileNames.map(anyCase))
  .join(',')}}`;

const patterns = declaringDocuments.map(({ fileNames }) => {
  const names = fileNames.map((name) => name.replaceAll('.', '\\.').replaceAll('*', '[^/]*'));
  return new RegExp(`/(?:${names.join('|')})$`, 'iu');
});

/** Whether a file may declare bibliographies, by its name: `paper.tex`, `_quarto.yml`, `docs/conf.py`. */
export function mayDeclareLibraries(path: string): boolean {
  return declaringDocumentOf(path) !== undefined;
}

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
  const document = declaringDocumentOf(path);
  if (!document) return [];
  const plain = text
    .slice(0, longestText)
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n');
  return [...new Set(document.declared(plain).map((one) => one.trim()))].filter(isPath);
}

function declaringDocumentOf(path: string): DeclaringDocument | undefined {
  return declaringDocuments[patterns.findIndex((pattern) => pattern.test(`/${path}`))];
}

/** A drive is one letter, a URL's scheme at least two; `here::here("a.bib")` and `` `r file` `` are code. */
function isPath(text: string): boolean {
  return (
    text !== '' && text.length <= longestPath && !/^[a-z][a-z\d+.-]+:|[\p{Cc}\p{Zl}\p{Zp}`]|[/\\]$|^\.\.?$/iu.test(text)
  );
}
