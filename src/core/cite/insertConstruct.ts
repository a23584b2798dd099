import type { Citation, CitationEdits, CitedDocument } from './citationFormat';

/**
 * Puts a construct at each offset, the cursor behind it: `see |.` → `see \cite{a}|.`
 * @param separator what must stand between the construct and the text that follows it
 */
export function insertConstruct(
  document: CitedDocument,
  offsets: readonly number[],
  citation: Citation,
  separator: (construct: string, following: string) => string = () => '',
): CitationEdits {
  if (citation.kind === 'refused') return citation;
  const { text } = citation;
  return {
    kind: 'edits',
    edits: offsets.map((offset) => ({
      start: offset,
      end: offset,
      text: text + separator(text, document.text.slice(offset, offset + 2)),
      caret: text.length,
    })),
  };
}
