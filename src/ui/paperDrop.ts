import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  type Disposable,
  l10n,
  languages,
  Range,
  window,
  WorkspaceEdit,
} from 'vscode';
import { insertCitation } from '../core/cite/insertion';
import { citedDocument } from '../host/citedDocument';
import { findPapers, type PaperSource } from '../host/paperSource';
import { citationFailure } from './citationFailure';
import { droppedPapers, paperMime } from './paperTransfer';

/** Papers dragged from the tree into any text document are cited where they are dropped. */
export function registerPaperDrop({ library }: { readonly library: Pick<PaperSource, 'papers'> }): Disposable {
  const kind = DocumentDropOrPasteEditKind.Empty.append('paperside', 'citation');
  return languages.registerDocumentDropEditProvider(
    '*',
    {
      async provideDocumentDropEdits(document, position, transfer, token) {
        const ids = await droppedPapers(transfer);
        if (ids.length === 0 || token.isCancellationRequested) return undefined;
        const found = await findPapers(library, ids);
        if (found.kind === 'unknown' || token.isCancellationRequested) return undefined;
        const offset = document.offsetAt(position);
        const insertion = insertCitation(citedDocument(document), [{ start: offset, end: offset }], found.papers);
        if (insertion.kind === 'refused') {
          void window.showWarningMessage(citationFailure(insertion));
          return undefined;
        }
        // A comment may belong elsewhere than where the mouse is, so that all of it is an additional edit.
        const drop = new DocumentDropEdit('', l10n.t('Insert citation'), kind);
        drop.additionalEdit = new WorkspaceEdit();
        for (const { start, end, text } of insertion.edits) {
          const range = new Range(document.positionAt(start), document.positionAt(end));
          drop.additionalEdit.replace(document.uri, range, text);
        }
        return drop;
      },
    },
    { dropMimeTypes: [paperMime], providedDropEditKinds: [kind] },
  );
}
