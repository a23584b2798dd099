import type { FieldName } from './searchFields';

/** What a paper must be; plain data, so that it may be sent from thread to thread and compared as JSON. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'text';
      /** Where the words stand next to each other; anywhere in the paper where it is absent. */
      readonly field?: FieldName;
      readonly text: string;
      /** Whether more letters may follow the last word. */
      readonly unfinished: boolean;
    }
  | { readonly kind: 'years'; readonly from: number; readonly to: number }
  | { readonly kind: 'choice'; readonly field: FieldName; readonly choice: string };

/** A mistake in a query. It never keeps the rest from being searched. */
export type QueryProblem = {
  /** Where, in the text that was typed, in UTF-16 code units; `end` exclusive. */
  readonly start: number;
  readonly end: number;
} & (
  | {
      /** Of a phrase, the mark is as good as not there; a field's value runs to the end of the text. */
      readonly code: 'unclosed-quote';
    }
  | {
      /** It is closed at the end of the text. */
      readonly code: 'unclosed-parenthesis';
    }
  | {
      /** Nothing stands before it or after it; it is searched as a word. */
      readonly code: 'dangling-or';
    }
  | {
      /** The query says only what papers must not be; all of it is searched as text. */
      readonly code: 'only-excluded';
    }
  | {
      /** The field is searched as a word where white space follows it, and ignored at the end of the text. */
      readonly code: 'empty-value';
      readonly field: FieldName;
    }
  | {
      /** The term is ignored. */
      readonly code: 'bad-year';
      readonly value: string;
    }
  | {
      /** The term is ignored. */
      readonly code: 'unknown-value';
      readonly field: FieldName;
      readonly value: string;
      /** What the field may be. */
      readonly choices: readonly string[];
    }
);

/** What somebody typed. */
export interface SearchQuery {
  /** What papers are ranked by, to be read by `parseQuery`; empty where there are only conditions. */
  readonly words: string;
  /** Those of them that a paper must have where papers are chosen rather than ranked. */
  readonly required: string;
  /** What papers must be to be found at all; absent of plain text. */
  readonly condition?: Condition;
  /** In the order of the text. One that ends where the text does is perhaps only unfinished. */
  readonly problems: readonly QueryProblem[];
}
