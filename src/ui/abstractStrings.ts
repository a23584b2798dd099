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
    sources: l10n.t('Sources'),
    sourcesDiffer: l10n.t('Where a file differs from what is shown above, its values are listed below it.'),
    fields: {
      title: l10n.t('Title'),
      authors: l10n.t('Authors'),
      editors: l10n.t('Editors'),
      venue: l10n.t('Venue'),
      year: l10n.t('Year'),
      month: l10n.t('Month'),
      type: l10n.t('Type'),
      doi: l10n.t('DOI'),
      arxiv: l10n.t('arXiv'),
      abstract: l10n.t('Abstract'),
    },
    paperTypes: {
      article: l10n.t('Preprint'),
      'article-journal': l10n.t('Journal article'),
      'paper-conference': l10n.t('Conference paper'),
      thesis: l10n.t('Thesis'),
      report: l10n.t('Report'),
      book: l10n.t('Book'),
      chapter: l10n.t('Chapter'),
      software: l10n.t('Software'),
      dataset: l10n.t('Data set'),
      webpage: l10n.t('Web page'),
      document: l10n.t('Document'),
    },
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
