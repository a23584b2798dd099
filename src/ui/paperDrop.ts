import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  type Disposable,
  l10n,
  languages,
  window,
  WorkspaceEdit,
} from 'vscode';
import type { CitationWriter } from '../host/citationWriter';
import { citationFailure } from './citationFailure';
import { droppedPapers, paperMime } from './paperTransfer';

/** Papers dragged from the tree into any text document are cited where they are dropped. */
export function registerPaperDrop({ writer }: { readonly writer: Pick<CitationWriter, 'editAt'> }): Disposable {
  const kind = DocumentDropOrPasteEditKind.Empty.append('paperside', 'citation');
  return languages.registerDocumentDropEditProvider(
    '*',
    {
      async provideDocumentDropEdits(document, position, transfer, token) {
        const ids = await droppedPapers(transfer);
        if (ids.length === 0 || token.isCancellationRequested) return undefined;
        const edit = await writer.editAt(document, position, { ids });
        if (!edit || token.isCancellationRequested) return undefined;
        if (!(edit instanceof WorkspaceEdit)) {
          if (edit.kind !== 'dismissed') void window.showWarningMessage(citationFailure(edit));
          return undefined;
        }
        // A comment may belong elsewhere than where the mouse is, so that all of it is an additional edit.
        const drop = new DocumentDropEdit('', l10n.t('Insert citation'), kind);
        drop.additionalEdit = edit;
        return drop;
      },
    },
    { dropMimeTypes: [paperMime], providedDropEditKinds: [kind] },
  );
}
