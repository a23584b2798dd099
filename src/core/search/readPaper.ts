import type { Paper } from '../paper';
import type { FieldHits } from './fieldHits';
import {
  addHits,
  inAbstract,
  inFamily,
  inFirstFamily,
  inGiven,
  inTitle,
  inVenue,
  inYear,
  startsTitle,
} from './fieldHits';
import { stopWords } from './stopWords';
import { readWords, splitWords } from './words';

/** A paper's words, each as its number in a vocabulary. */
export interface PaperWords {
  /** Those of title and abstract in their order. The pieces of a word follow it, complemented (`~number`). */
  readonly text: Int32Array;
  /** Where in `text` the abstract begins. */
  readonly titleEnd: number;
  /** By turns a word and its hits beside the text: people, venue and year, and compounds as one word. */
  readonly beside: Int32Array;
}

// No title or abstract is longer; a hostile one must not fill the index.
const longestTitle = 1000;
const longestAbstract = 20_000;
const mostPeople = 2000;

/**
 * The number of the word that is a text or a stretch of it: in lower case, or in Latin letters alone, of which those in
 * upper case count as the others. A new one where the word is new.
 */
export type NumberOfWord = (text: string, start?: number, end?: number) => number;

/** The words of a paper. */
export function readPaper(paper: Paper, numberOf: NumberOfWord): PaperWords {
  const text: number[] = [];
  const beside = new Map<number, FieldHits>();
  const note = (number: number, field: FieldHits): void => {
    beside.set(number, addHits(beside.get(number) ?? 0, field));
  };
  const read = (part: string, field: FieldHits, into: (number: number) => void): void => {
    let lastCompound: string | undefined;
    readWords(
      part,
      (start, end) => {
        into(numberOf(part, start, end));
        lastCompound = undefined;
      },
      ({ word, pieces, compound }) => {
        into(numberOf(word));
        for (const piece of pieces) into(~numberOf(piece));
        if (compound !== undefined && compound !== lastCompound) note(numberOf(compound), field);
        lastCompound = compound;
      },
    );
  };
  const push = (number: number): void => {
    text.push(number);
  };
  const readShort = (part: string, field: FieldHits): void =>
    read(part.slice(0, longestTitle), field, (number) => note(number < 0 ? ~number : number, field));

  const title = paper.title.slice(0, longestTitle);
  read(title, inTitle, push);
  const titleEnd = text.length;
  const firstWord = splitWords(title).find(({ word }) => !stopWords.has(word));
  if (firstWord) note(numberOf(firstWord.word), startsTitle);
  read(paper.abstract.slice(0, longestAbstract), inAbstract, push);
  for (const [index, { given = '', family }] of peopleOf(paper).entries()) {
    readShort(family, index === 0 ? inFirstFamily : inFamily);
    readShort(given, inGiven);
  }
  readShort(paper.venue ?? '', inVenue);
  readShort(String(paper.year ?? ''), inYear);
  return { text: Int32Array.from(text), titleEnd, beside: Int32Array.from([...beside].flat()) };
}

/** The people by whom a paper is found: its authors, then its editors. */
export function peopleOf({ authors, editors = [] }: Pick<Paper, 'authors' | 'editors'>): Paper['authors'] {
  return [...authors, ...editors].slice(0, mostPeople);
}
