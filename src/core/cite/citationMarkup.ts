import type { Paper } from '../paper';
import type { CitationFormat, CitationSpan, CitedDocument, SelectedRange } from './citationFormat';
import type { LiteralSpan, LiteralText } from './literalText';

/** How keys are spelled and put together into a citation. */
export interface CitationStyle {
  /** One paper within the citation, `undefined` where its key cannot stand there. */
  readonly spell: (paper: Paper) => string | undefined;
  /** A citation of its own from what `spell` gave. */
  readonly join: (spelled: readonly string[]) => string;
  /** The style for papers that this one cannot spell. */
  readonly otherwise?: CitationStyle;
  /** It stands right behind the word it belongs to, as a footnote's mark does. */
  readonly attached?: boolean;
}

/** A citation in a text, and how it takes in further papers. */
export interface FoundCitation extends CitationSpan {
  /** Where further papers go. */
  readonly at: number;
  readonly spell: CitationStyle['spell'];
  /** What stands between the keys before and the new ones. */
  readonly before: string;
  /** What stands between the new ones. */
  readonly between: string;
  /** What stands behind them, where the citation was incomplete. */
  readonly behind: string;
  /** Further papers go behind it, not into it, and need what keeps them from the text that follows. */
  readonly isNeighbour?: boolean;
  /** It was never closed, and nobody knows where it ends: nothing can be cited in it. */
  readonly isBroken?: true;
}

/** How one kind of markup cites by keys: what `markupFormat` needs to know. Offsets are UTF-16. */
export interface CitationMarkup extends Pick<
  CitationFormat,
  'id' | 'languageIds' | 'extensions' | 'claims' | 'declaredIn'
> {
  /** What is not read as markup. */
  readonly literals: readonly LiteralText[] | ((text: string) => readonly LiteralSpan[]);
  /** The citations in a piece of the text, in the order in which they begin. */
  find(text: string, from: number, to: number, document: CitedDocument): readonly FoundCitation[];
  /** What is no citation, but what one goes behind and not into: a link to a note. */
  closed?(text: string, from: number, to: number): readonly SelectedRange[];
  /** What is written at an offset as the text around it wants it. */
  escaped?(text: string, offset: number, written: string): string;
  /** The style of a new citation: the document's own habit, else the default. */
  style(document: CitedDocument | undefined): CitationStyle;
  /** Whether text right behind a citation would be read as part of it. */
  continues?(citation: string, following: string): boolean;
  /** A citation is one only where a blank or an opening bracket stands before it. */
  readonly needsBlank?: true;
}
