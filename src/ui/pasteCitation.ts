import {
  type CancellationToken,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  DocumentPasteTriggerKind,
  l10n,
  languages,
  type LogOutputChannel,
  type Position,
  type TextDocument,
  window,
  WorkspaceEdit,
} from 'vscode';
import { detectCitationFormat } from '../core/cite/citationFormats';
import { pastedPapers } from '../core/cite/pastedPapers';
import { citedDocument } from '../host/citedDocument';
import type { CitationOptions, CitationWriter, CitedPapers } from '../host/citationWriter';
import type { LibraryClient } from '../host/libraryClient';
import { citationFailure } from './citationFailure';

export interface PasteCitationOptions {
  readonly library: Pick<LibraryClient, 'papers'>;
  readonly writer: Pick<CitationWriter, 'editAt'>;
  readonly chooseBibliography: CitationOptions['chooseBibliography'];
  readonly log: LogOutputChannel;
}

const longestWait = 500;

const kind = DocumentDropOrPasteEditKind.Empty.append('paperside', 'citation');

/** A paste that may become a citation. */
class CitationPaste extends DocumentPasteEdit {
  readonly document: TextDocument;
  readonly position: Position;
  readonly papers: CitedPapers;

  constructor(text: string, document: TextDocument, position: Position, papers: CitedPapers) {
    super(text, l10n.t('Paste as citation'), kind);
    this.document = document;
    this.position = position;
    this.papers = papers;
    // Whoever does not choose gets what was copied.
    this.yieldTo = [DocumentDropOrPasteEditKind.Text];
  }
}

/**
 * Offers to paste arXiv ids, DOIs and links of papers that the library knows, and BibTeX, as a citation: into documents
 * that papers are cited in, where the cursor is. The entry goes into the bibliography as with any other citation.
 */
export function registerPasteCitation(options: PasteCitationOptions): Disposable {
  const { library, log } = options;
  const provider: DocumentPasteEditProvider<CitationPaste> = {
    async provideDocumentPasteEdits(document, [range, another], transfer, { triggerKind }, token) {
      const text = (await transfer.get('text/plain')?.asString()) ?? '';
      const pasted = pastedPapers(text);
      if (!range?.isEmpty || another || !pasted || token.isCancellationRequested) return undefined;
      if (detectCitationFormat(citedDocument(document)).id === 'comment') return undefined;
      const ids = pasted.kind === 'ids' ? pasted.ids : [];
      try {
        // Nobody waits with a paste for a library that is still being read.
        const known = ids.length > 0 ? await Promise.race([library.papers(ids), pause(longestWait)]) : [];
        if (!known || known.some((paper) => !paper) || token.isCancellationRequested) return undefined;
      } catch (error) {
        log.error('What was pasted could not be looked up.', error);
        return undefined;
      }
      const papers = pasted.kind === 'ids' ? { ids } : { ids, pasted: text };
      const paste = new CitationPaste(text, document, range.start, papers);
      // Who asks how to paste is shown finished edits only; else it takes a choice to begin.
      if (triggerKind === DocumentPasteTriggerKind.PasteAs) await complete(paste, options, token);
      return token.isCancellationRequested ? undefined : [paste];
    },
    async resolveDocumentPasteEdit(paste, token) {
      await complete(paste, options, token);
      return paste;
    },
  };
  return languages.registerDocumentPasteEditProvider('*', provider, {
    pasteMimeTypes: ['text/plain'],
    providedPasteEditKinds: [kind],
  });
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}

/** Makes a citation of what would be pasted as it is; where that cannot be, it stays so, and the person is told why. */
async function complete(
  paste: CitationPaste,
  { chooseBibliography, log, writer }: PasteCitationOptions,
  token: CancellationToken,
): Promise<void> {
  const { document, papers, position } = paste;
  try {
    const edit = await writer.editAt(document, position, papers, chooseBibliography);
    if (edit instanceof WorkspaceEdit) {
      paste.insertText = '';
      paste.additionalEdit = edit;
    } else if (edit && edit.kind !== 'dismissed' && !token.isCancellationRequested) {
      void window.showWarningMessage(citationFailure(edit));
    }
  } catch (error) {
    log.error('What was pasted could not be cited.', error);
  }
}
