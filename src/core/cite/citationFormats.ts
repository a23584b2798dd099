import { asciidoc } from './asciidoc';
import type { CitationFormat, DetectedDocument } from './citationFormat';
import { comment } from './comment';
import { hasCommentSyntax } from './commentLanguages';
import { latex } from './latex';
import { link } from './link';
import { myst } from './myst';
import { org } from './org';
import { pandoc } from './pandoc';
import { restructuredText } from './restructuredText';
import { typst } from './typst';

/** Every format with a construct of its own; all other documents are cited in comments. */
export const citationFormats: readonly CitationFormat[] = [
  latex,
  myst,
  pandoc,
  restructuredText,
  typst,
  asciidoc,
  org,
  link,
];

/**
 * How a document cites. What the user set wins, then what only the document or its project tells. Its language id
 * decides where we know that, but `plaintext` does not: stock VS Code opens `.typ`, `.qmd`, `.Rmd` and `.Rnw` as plain
 * text. Then its file name decides.
 */
export function detectCitationFormat(document: DetectedDocument): CitationFormat {
  const set = document.format && [...citationFormats, comment].find(({ id }) => id === document.format);
  if (set) return set;
  const id = document.languageId.toLowerCase();
  const byId = citationFormats.find(({ languageIds, claims }) => languageIds.includes(id) || claims?.(document));
  if (byId) return byId;
  if (hasCommentSyntax(id)) return comment;
  const path = document.path.toLowerCase();
  return citationFormats.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension))) ?? comment;
}
