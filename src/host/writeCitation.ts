import { Range, Selection, type TextDocument, type TextEditor, workspace } from 'vscode';
import type { RefusedCitation } from '../core/cite/citationFormat';
import { insertCitation } from '../core/cite/insertion';
import type { Paper } from '../core/paper';
import { citedDocument } from './citedDocument';

/** What became of a citation. */
export type WrittenCitation =
  | { readonly kind: 'written' }
  | RefusedCitation
  /** The document cannot be changed, its editor was closed, or somebody else kept changing it. */
  | { readonly kind: 'failed'; readonly reason: 'readOnly' | 'closed' | 'changed' };

const attempts = 3;

/** Cites papers at every cursor of an editor, in one edit and one step to undo. Never rejects for what it meets there. */
export async function writeCitation(editor: TextEditor, papers: readonly Paper[]): Promise<WrittenCitation> {
  const { document } = editor;
  if (workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return { kind: 'failed', reason: 'readOnly' };
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (document.isClosed) break;
    const { version } = document;
    const selections = editor.selections.map(({ start, end }) => ({
      start: document.offsetAt(start),
      end: document.offsetAt(end),
    }));
    const insertion = insertCitation(citedDocument(document), selections, papers);
    if (insertion.kind === 'refused') return insertion;
    const changes = insertion.edits.filter(({ start, end, text }) => start < end || text !== '');
    if (changes.length === 0) {
      placeCarets(editor, insertion.carets); // it cites them already
      return { kind: 'written' };
    }
    const edits = changes.map(({ start, end, text }) => ({ range: range(document, start, end), text }));
    let applied: boolean;
    try {
      applied = await editor.edit((builder) => {
        for (const { range, text } of edits) builder.replace(range, text);
      });
    } catch {
      break; // VS Code throws where an editor has been closed
    }
    // A read-only editor takes the edit and drops it.
    if (document.version === version) return { kind: 'failed', reason: 'readOnly' };
    if (applied) {
      // Somebody who typed on meanwhile has put the cursor where it belongs.
      if (document.version === version + 1) placeCarets(editor, insertion.carets);
      return { kind: 'written' };
    }
  }
  return { kind: 'failed', reason: document.isClosed ? 'closed' : 'changed' };
}

function placeCarets(editor: TextEditor, carets: readonly number[]): void {
  editor.selections = carets.map((caret) => {
    const position = editor.document.positionAt(caret);
    return new Selection(position, position);
  });
}

function range(document: TextDocument, start: number, end: number): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
