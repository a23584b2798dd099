import { l10n } from 'vscode';
import type { LiteralPlace } from '../core/cite/citationFormat';
import type { WrittenCitation } from '../host/writeCitation';
import type { FoundPapers } from '../host/paperSource';
import { messageText } from './messageText';

/** Why papers could not be cited. */
export type CitationFailure =
  | Exclude<WrittenCitation, { kind: 'written' }>
  | Exclude<FoundPapers, { kind: 'papers' }>
  | { readonly kind: 'noEditor' }
  | { readonly kind: 'noPapers' };

/** A sentence or two for a person: what is wrong, and what to do about it. */
export function citationFailure(failure: CitationFailure): string {
  switch (failure.kind) {
    case 'noEditor':
      return l10n.t(
        'There is no editor to cite in. Open a document, put the cursor where the citation belongs, and try again.',
      );
    case 'noPapers':
      return l10n.t('No paper to cite was named.');
    case 'unknown':
      return l10n.t('The library holds no paper with the id {0}.', messageText(failure.id));
    case 'refused':
      return failure.reason === 'place'
        ? explainPlace(failure.place)
        : l10n.t(
            'The citation key "{0}" cannot be written in this kind of document. Give the paper a simpler key.',
            messageText(failure.key),
          );
    case 'failed':
      return explain(failure.reason);
  }
}

function explainPlace(place: LiteralPlace): string {
  switch (place) {
    case 'comment':
      return l10n.t('A citation in a comment would not be read. Put the cursor into the text, and try again.');
    case 'verbatim':
      return l10n.t('A citation in code or verbatim text would not be read. Put the cursor elsewhere, and try again.');
    case 'address':
      return l10n.t('A citation would break the address it stands in. Put the cursor elsewhere, and try again.');
  }
}

function explain(reason: 'readOnly' | 'closed' | 'changed'): string {
  switch (reason) {
    case 'readOnly':
      return l10n.t('The document is read-only. Use "Copy Citation" and paste it where you can write.');
    case 'closed':
      return l10n.t('The editor was closed before the citation could be written. Open the document and try again.');
    case 'changed':
      return l10n.t('The document kept changing while the citation was being written. Try again.');
  }
}
