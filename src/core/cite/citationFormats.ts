import type { CitationFormat, CitedDocument } from './citationFormat';
import { comment } from './comment';
import { hasCommentSyntax } from './commentLanguages';
import { latex } from './latex';
import { pandoc } from './pandoc';
import { typst } from './typst';

/** Every format with a construct of its own; all other documents are cited in comments. */
export const citationFormats: readonly CitationFormat[] = [latex, pandoc, typst];

/**
 * How a document cites. Its language id decides where we know that, but `plaintext` does not: stock VS Code opens
 * `.typ`, `.qmd`, `.Rmd` and `.Rnw` as plain text. Then its file name decides.
 */
export function detectCitationFormat(document: Pick<CitedDocument, 'languageId' | 'path'>): CitationFormat {
  const id = document.languageId.toLowerCase();
  const byId = citationFormats.find(({ languageIds }) => languageIds.includes(id));
  if (byId) return byId;
  if (hasCommentSyntax(id)) return comment;
  const path = document.path.toLowerCase();
  return citationFormats.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension))) ?? comment;
}
