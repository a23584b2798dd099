import { l10n } from 'vscode';
import type { AbstractStrings } from '../protocol/abstractProtocol';
import { readingStateLabel } from './readingStateLabel';

/** The panel's own words in the user's language. */
export function abstractStrings(): AbstractStrings {
  return {
    abstract: l10n.t('Abstract'),
    noAbstract: l10n.t('The library has no abstract of this paper.'),
    authors: l10n.t('Authors'),
    andOthers: l10n.t('and others'),
    citationKey: l10n.t('Citation key'),
    topics: l10n.t('Topics'),
    links: l10n.t('Links'),
    related: l10n.t('Related papers'),
    history: l10n.t('History'),
    back: l10n.t('Back'),
    forward: l10n.t('Forward'),
    actions: l10n.t('Actions'),
    insertCitation: l10n.t('Insert citation'),
    copyBibTeX: l10n.t('Copy BibTeX'),
    copyLink: l10n.t('Copy link'),
    readingState: l10n.t('Reading state'),
    readingStates: {
      toRead: readingStateLabel('toRead'),
      reading: readingStateLabel('reading'),
      read: readingStateLabel('read'),
    },
    linkKinds: {
      arxiv: l10n.t('arXiv page'),
      pdf: l10n.t('PDF'),
      doi: l10n.t('DOI'),
      code: l10n.t('Code'),
      project: l10n.t('Project page'),
    },
    nowShowing: l10n.t('Now showing {0}'),
  };
}
