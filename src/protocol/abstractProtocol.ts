import type { Inline } from '../core/mathematics/inline';
import type { LinkKind, PaperId, PaperLink, PaperType } from '../core/paper';
import type { ReadingState } from '../core/readingState';
import type { ReadingField, SourceReading } from '../core/sourceReadings';

/** One paper as the abstract panel shows it; made in the worker, so that nothing is typeset on the host's thread. */
export interface AbstractContent {
  readonly id: PaperId;
  readonly key: string;
  /** Plain text, for the tab's title. */
  readonly plainTitle: string;
  readonly title: readonly Inline[];
  readonly authors: readonly string[];
  /** The list of authors ends in “and others”. */
  readonly andOthers?: true;
  /** Venue and year as one line: `ICLR 2024`, `arXiv 2024`. Empty where neither is known. */
  readonly publication: string;
  /** Its paragraphs; none where the paper has no abstract. */
  readonly abstract: readonly (readonly Inline[])[];
  readonly topics: readonly string[];
  readonly links: readonly PaperLink[];
  readonly related: readonly RelatedPaper[];
  /** What each of its sources says otherwise than is shown; none for a paper of the bundled corpus alone. */
  readonly sources: readonly SourceReading[];
}

/** What a source is called. */
export interface SourceLabel {
  /** Short: `paper/references.bib`. */
  readonly name: string;
  /** In full. */
  readonly path: string;
}

export interface RelatedPaper {
  readonly id: PaperId;
  readonly title: string;
  /** `Dao et al., 2022` */
  readonly byline: string;
}

/** What a person may ask for in the panel; the host knows what each does. */
export const abstractActions = [
  'insertCitation',
  'copyBibTeX',
  'copyLink',
  'markToRead',
  'markReading',
  'markRead',
  'clearReadingState',
] as const;
export type AbstractAction = (typeof abstractActions)[number];

/** The panel's own words, in the user's language. */
export interface AbstractStrings {
  readonly abstract: string;
  readonly noAbstract: string;
  readonly authors: string;
  readonly andOthers: string;
  readonly citationKey: string;
  readonly topics: string;
  readonly links: string;
  readonly related: string;
  readonly sources: string;
  readonly sourcesDiffer: string;
  readonly fields: Readonly<Record<ReadingField, string>>;
  readonly paperTypes: Readonly<Record<PaperType, string>>;
  readonly history: string;
  readonly back: string;
  readonly forward: string;
  readonly actions: string;
  readonly insertCitation: string;
  readonly copyBibTeX: string;
  readonly copyLink: string;
  readonly readingState: string;
  readonly readingStates: Readonly<Record<ReadingState, string>>;
  readonly linkKinds: Readonly<Record<LinkKind, string>>;
  /** With `{0}` for the title; spoken when another paper is shown. */
  readonly nowShowing: string;
}

export type ToAbstract =
  | {
      readonly type: 'show';
      /** The same again where a message only repeats another, which was sent before the page said that it is ready. */
      readonly request: number;
      readonly content: AbstractContent;
      /** One for each of its sources, in their order. */
      readonly sourceLabels: readonly SourceLabel[];
      readonly state: ReadingState | undefined;
      readonly strings: AbstractStrings;
      readonly canGoBack: boolean;
      readonly canGoForward: boolean;
      /** Where the paper was left, as when going back; otherwise from the top. */
      readonly keepScroll: boolean;
    }
  | { readonly type: 'state'; readonly id: PaperId; readonly state: ReadingState | undefined }
  /** A sentence in the place of a paper. */
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'focus' };

export type FromAbstract =
  | { readonly type: 'ready' }
  /** The paper named is on screen, its frame drawn. */
  | { readonly type: 'painted'; readonly id: PaperId }
  | { readonly type: 'action'; readonly action: AbstractAction; readonly id: PaperId }
  | { readonly type: 'openPaper'; readonly id: PaperId }
  | { readonly type: 'openLink'; readonly url: string }
  /** The entry of a paper in one of its sources, by the source's place in the list. */
  | { readonly type: 'openSource'; readonly id: PaperId; readonly index: number }
  | { readonly type: 'navigate'; readonly direction: 'back' | 'forward' };

/** What the panel keeps for a reload of the window. */
export interface AbstractState {
  readonly paperId: PaperId;
  /** Pixels from the top. */
  readonly scroll: number;
}
