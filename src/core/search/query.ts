import { lookupIdentifier } from './lookupIdentifier';
import { splitWords } from './words';

/** One word of a query. */
export interface QueryWord {
  readonly word: string;
  /** The piece between white space it was typed in, as an identifier would be spelled: `2205.14135`. */
  readonly identifier: string;
  /** The same of what stands between the signs that divide keys and ids: `a` in `\cite{a,b}`. */
  readonly part: string;
  /** Which of those pieces, from 0. */
  readonly chunk: number;
}

export interface Query {
  /** At most 16. */
  readonly words: readonly QueryWord[];
  /** Whether more letters may follow the last word. */
  readonly unfinished: boolean;
  /** All of it, as titles are compared with it. */
  readonly text: string;
}

/** More words make a search slower, not better. */
const mostWords = 16;
/** What is read of a pasted text: enough for sixteen words, an identifier or the longest title. */
const longestQuery = 2000;

// What cites around keys; the words in it say nothing.
const citing =
  /\\[a-z]{0,12}cite[a-z]{0,12}\*?(?:\[[^\]]{0,200}\])*\{|\{cite(?::[a-z]+)?\}`|:cite(?::[a-z]+)?:`|\[cite(?:\/[a-z]+)*:|#cite\(|(?<![\w-])cite[a-z]?:(?=[&@[\w])/giu;
// Notes and locators beside the keys say nothing either: `[see @a, p. 3; @b]`.
const bracketed = /^\s*\[[^\]]*@[^\]]*\]\s*$/u;
const key = /@\{?[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*/gu;
const dividers = /[\s,;{}()[\]`<>"@&]+/u;

/** What somebody typed, as the index looks for it. */
export function parseQuery(typed: string): Query {
  const text = withoutMarkup(typed.slice(0, longestQuery).toWellFormed());
  const words: QueryWord[] = [];
  let chunk = 0;
  for (const piece of text.split(/\s+/u)) {
    const identifier = lookupIdentifier(piece);
    for (const part of piece.split(dividers)) {
      const found = splitWords(part);
      const own = found.length > 0 ? lookupIdentifier(part) : '';
      for (const { word } of found) if (words.length < mostWords) words.push({ word, identifier, part: own, chunk });
    }
    chunk++;
  }
  return { words, unfinished: /[\p{L}\p{N}]$/u.test(text), text: comparableTitle(text) };
}

/** A text without what cites around keys. */
function withoutMarkup(text: string): string {
  return bracketed.test(text) ? (text.match(key)?.join(' ') ?? text) : text.replace(citing, ' ');
}

/** A title in the spelling in which two are the same: case and white space do not matter. */
export function comparableTitle(title: string): string {
  return title.replace(/\s+/gu, ' ').trim().toLowerCase();
}
