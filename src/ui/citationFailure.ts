import { l10n, type Uri, workspace } from 'vscode';
import type { LiteralPlace, RefusedCitation } from '../core/cite/citationFormat';
import type { WrittenCitation } from '../host/citationWriter';
import type { RefusedEntries } from '../protocol/citationProtocol';
import { messageText } from './messageText';

/** Why papers could not be cited. */
export type CitationFailure =
  | Exclude<WrittenCitation, { kind: 'written' | 'dismissed' | 'refused' }>
  | RefusedCitation
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
    case 'refusedEntries':
      return explainEntries(nameOf(failure.bibliography), failure.reason);
    case 'unreadable':
      return l10n.t(
        '{0} cannot be read: {1}. Nothing was written.',
        nameOf(failure.bibliography),
        messageText(failure.reason),
      );
    case 'failed':
      return explain(failure.reason);
  }
}

function nameOf(uri: Uri): string {
  return messageText(workspace.asRelativePath(uri));
}

function explainPlace(place: LiteralPlace): string {
  switch (place) {
    case 'comment':
      return l10n.t('A citation in a comment would not be read. Put the cursor into the text, and try again.');
    case 'verbatim':
      return l10n.t('A citation in code or verbatim text would not be read. Put the cursor elsewhere, and try again.');
    case 'mathematics':
      return l10n.t('A citation in mathematics would not be read. Put the cursor into the text, and try again.');
    case 'name':
      return l10n.t('A citation would break the name it stands in. Put the cursor elsewhere, and try again.');
    case 'outside':
      return l10n.t(
        'A citation here would not be printed. Put the cursor between \\begin{document} and \\end{document}, and try again.',
      );
    case 'metadata':
      return l10n.t('A citation would break the value it stands in. Put the cursor into the text, and try again.');
    case 'address':
      return l10n.t('A citation would break the address it stands in. Put the cursor elsewhere, and try again.');
  }
}

function explainEntries(name: string, reason: RefusedEntries | 'readOnly'): string {
  switch (reason) {
    case 'readOnly':
      return l10n.t('{0} is read-only. Nothing was written. Copy the entry to put it where you can write.', name);
    case 'lineEnds':
      return l10n.t(
        '{0} has line ends of more than one kind, and saving it would change them. Nothing was written. Copy the entry to add it with another program, or give the file one kind of line ends.',
        name,
      );
    case 'encoding':
    case 'binary':
      return l10n.t(
        '{0} is in an encoding in which saving it would lose letters. Nothing was written. Copy the entry to add it with another program, or convert the file to UTF-8.',
        name,
      );
    case 'malformed':
      return l10n.t(
        '{0} cannot be understood well enough to add to it. Nothing was written. Mend the file, or copy the entry.',
        name,
      );
    case 'unknownFormat':
      return l10n.t(
        'Paperside does not write files like {0}. Nothing was written. Copy the entry, which is BibTeX, or declare a .bib file.',
        name,
      );
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
