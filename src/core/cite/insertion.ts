import type { Paper } from '../paper';
import type { CitationEdit, CitedDocument, RefusedCitation, SelectedRange } from './citationFormat';
import { detectCitationFormat } from './citationFormats';

/** The edits that cite, in the order of the text and apart from each other, and where the cursors stand afterwards. */
export type Insertion =
  | {
      readonly kind: 'edits';
      /** The id of the format used. */
      readonly format: string;
      readonly edits: readonly Omit<CitationEdit, 'caret'>[];
      /** One offset of the new text for each selection, in their order. */
      readonly carets: readonly number[];
    }
  | RefusedCitation;

/**
 * Cites papers, each by its `key`, at every selection of a document, in the document's own syntax and as it is used to
 * citing. A citation at a selection takes in the papers that it does not cite yet: `\cite{a|}` → `\cite{a,b}|`.
 * Selected text stays, and the citation goes behind it, unless the selection is a citation. Cursors that ask for the
 * same in the same place get it once.
 */
export function insertCitation(
  document: CitedDocument,
  selections: readonly SelectedRange[],
  papers: readonly Paper[],
): Insertion {
  const format = detectCitationFormat(document);
  const ranges = selections.map(({ start, end }) => {
    const [one, other] = [clamp(start, document.text.length), clamp(end, document.text.length)];
    return { start: Math.min(one, other), end: Math.max(one, other) };
  });
  const result = format.insert(document, ranges, papers);
  if (result.kind === 'refused') return result;
  const edits: CitationEdit[] = [];
  for (const edit of [...result.edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const previous = edits.at(-1);
    if (previous && edit.start === previous.start && edit.text === previous.text) continue;
    if (previous && edit.start < previous.end) continue;
    edits.push(edit);
  }
  const carets = result.edits.map((edit, index) => caretAfter(edit, ranges[index]!.end, edits));
  return {
    kind: 'edits',
    format: format.id,
    edits: edits.map(({ start, end, text }) => ({ start, end, text })),
    carets,
  };
}

function caretAfter(edit: CitationEdit, offset: number, edits: readonly CitationEdit[]): number {
  let shift = 0;
  for (const other of edits) {
    const mine = other.start === edit.start && other.text === edit.text;
    if (edit.caret !== undefined && mine) return edit.start + shift + edit.caret;
    if (other.start > (edit.caret === undefined ? offset : edit.start)) break;
    shift += other.text.length - (other.end - other.start);
  }
  return edit.caret === undefined ? offset + shift : edit.start + shift + edit.caret;
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(0, offset), length);
}
