import type { BibTeXDialect } from '../core/formats/bibTeXFields';
import type { EditableBytes } from '../core/cite/entry/editableBytes';
import type { Paper, PaperId } from '../core/paper';

/** Papers to cite, and the bibliographies that the citing document declares. */
export interface CitationRequest {
  readonly ids: readonly PaperId[];
  /** BibTeX whose papers are cited as well, whether or not the library holds them. */
  readonly pasted?: string;
  /** What the keys of bundled papers are made by, where that is set. */
  readonly keyPattern?: string;
  /** The keys that new entries shall have, by the ids of their papers. */
  readonly keys?: Readonly<Record<PaperId, string>>;
  /** The addresses of all bibliographies, in the order in which they are declared. */
  readonly bibliographies: readonly string[];
  /** The one that papers go into which none of them holds; absent where they shall go into none. */
  readonly target?: CitationTarget;
}

/** The file that entries go into. */
export interface CitationTarget {
  readonly uri: string;
  /** A fingerprint of what is on disk; absent where its editor holds text that is not saved. */
  readonly stamp?: string;
  /** What the citing document's package reads. */
  readonly dialect?: BibTeXDialect;
  readonly citedFromTypst: boolean;
}

/** What a target holds, where the worker has asked for it. */
export interface TargetContents {
  /** What is on disk. */
  readonly bytes?: Uint8Array;
  /** The text of its editor, where that is not saved. */
  readonly unsavedText?: string;
}

export type CitationPlan =
  | { readonly kind: 'unknown'; readonly id: PaperId }
  /** The target's contents are to be sent as well. */
  | { readonly kind: 'needsContents' }
  | {
      readonly kind: 'plan';
      /** In the order asked for, each under the key to cite it by. */
      readonly papers: readonly Paper[];
      /** The name in the pattern of keys that nobody knows: then it counts for nothing. */
      readonly patternMistake?: string;
      /** Those of them that no declared bibliography holds. */
      readonly missing: readonly PaperId[];
      /** What to put into the target; absent where there is nothing to put. */
      readonly entries?: PlannedEntries;
      /** VS Code's name of the target's encoding, if it can be edited; absent where an editor has it open with changes. */
      readonly encoding?: string;
    };

/** Why entries cannot be put into a bibliography by its editor. */
export type RefusedEntries = Extract<EditableBytes, { problem: string }>['problem'] | 'unknownFormat' | 'malformed';

export interface PlannedEntries {
  /** All entries in one text, for the clipboard. */
  readonly text: string;
  readonly edit:
    | { readonly kind: 'refused'; readonly reason: RefusedEntries }
    | {
        readonly kind: 'insertions';
        readonly insertions: readonly PlannedInsertion[];
        /** How many lines the text has before. */
        readonly lineCount: number;
      };
}

/** Text that goes into a file, by zero-based line and UTF-16 column. */
export interface PlannedInsertion {
  readonly line: number;
  readonly column: number;
  /** What the line holds before, to tell whether the editor has the same text. */
  readonly before: string;
  readonly text: string;
}
