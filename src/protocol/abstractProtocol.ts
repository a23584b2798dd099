import type { Inline } from '../core/mathematics/inline';
import type { PaperId, PaperLink } from '../core/paper';
import type { ReadingState } from '../core/readingState';

/** One paper as the abstract panel shows it; made in the worker, so that nothing is typeset on the host's thread. */
export interface AbstractContent {
  readonly id: PaperId;
  readonly key: string;
  /** Plain text, for the tab's title. */
  readonly plainTitle: string;
  readonly title: readonly Inline[];
  readonly authors: readonly string[];
  /** Venue and year as one line: `ICLR 2024`. Empty where neither is known. */
  readonly publication: string;
  readonly abstract: readonly Inline[];
  readonly topics: readonly string[];
  readonly links: readonly PaperLink[];
  readonly related: readonly RelatedPaper[];
}

export interface RelatedPaper {
  readonly id: PaperId;
  readonly title: string;
  /** `Dao et al., 2022` */
  readonly byline: string;
}

/** What a person may ask for in the panel; the host knows what each does. */
export type AbstractAction =
  'insertCitation' | 'copyBibTeX' | 'copyLink' | 'markToRead' | 'markReading' | 'markRead' | 'clearReadingState';

/** The panel's own words, in the user's language. */
export interface AbstractStrings {
  readonly authors: string;
  readonly abstract: string;
  readonly noAbstract: string;
  readonly topics: string;
  readonly links: string;
  readonly related: string;
  readonly actions: string;
  readonly readingState: string;
  readonly insertCitation: string;
  readonly copyBibTeX: string;
  readonly copyLink: string;
  readonly toRead: string;
  readonly reading: string;
  readonly read: string;
  readonly back: string;
  readonly forward: string;
  readonly loading: string;
  /** With `{0}` for the title; spoken when another paper is shown. */
  readonly nowShowing: string;
  readonly linkKinds: Readonly<Record<PaperLink['kind'], string>>;
}

export type ToAbstract =
  | {
      readonly type: 'show';
      readonly content: AbstractContent;
      readonly state: ReadingState | undefined;
      readonly strings: AbstractStrings;
      /** BCP 47 tag of the interface's language. */
      readonly language: string;
      readonly canGoBack: boolean;
      readonly canGoForward: boolean;
      /** Pixels from the top, when the panel comes back where it was. */
      readonly scroll: number;
    }
  | { readonly type: 'state'; readonly id: PaperId; readonly state: ReadingState | undefined }
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'focus' };

export type FromAbstract =
  | { readonly type: 'ready' }
  /** The paper named is on screen, its frame drawn. */
  | { readonly type: 'painted'; readonly id: PaperId }
  | { readonly type: 'action'; readonly action: AbstractAction; readonly id: PaperId }
  | { readonly type: 'openPaper'; readonly id: PaperId }
  | { readonly type: 'openLink'; readonly url: string }
  | { readonly type: 'navigate'; readonly direction: 'back' | 'forward' };

/** What the panel keeps for a reload of the window. */
export interface AbstractState {
  readonly paperId: PaperId;
  readonly scroll: number;
}
