import type { Paper, PaperId } from '../../paper';
import { identifiersOf } from '../lookupIdentifier';
import type { PaperWords } from '../readPaper';
import { readPaper } from '../readPaper';
import { writeShownPaper } from '../shownPaper';
import { ByteWriter } from './byteWriter';
import { IntWriter } from './intWriter';
import { noYear } from './packedFormat';
import type { PackedIndex } from './packedIndex';
import { PackedWords } from './packedWords';

/** What a packed index is made from. */
export interface Packing {
  /** An index whose papers are taken over, without their words being split again. */
  readonly packed?: PackedIndex | undefined;
  /** Papers of it that are not, by number: those replaced or deleted since. */
  readonly hidden?: Uint8Array | undefined;
  /** Further papers; no id twice, nor with one that is taken over. */
  readonly papers: readonly Paper[];
  /** Kept in the index, for whoever opens it to compare. */
  readonly stamp: string;
}

/** A paper on its way into the index: from the one before by its number, or new. */
type Source = { readonly id: PaperId } & ({ readonly number: number } | { readonly paper: Paper });

/** How many papers are read before others get their turn. */
const papersAStep = 16;

/** Makes a packed index, in steps, for whoever runs them to pause between. */
export function* packPapers({ packed, hidden, papers, stamp }: Packing): Generator<void, ArrayBuffer> {
  const draft = new PackedWords();
  const shown = new ByteWriter();
  const shownStarts = new IntWriter();
  const years = new IntWriter();
  const identifiers: [name: string, paper: number][] = [];
  const kept = packed ? Array.from({ length: packed.size }, (_, number) => number).filter((n) => !hidden?.[n]) : [];
  const sources: Source[] = [
    ...kept.map((number) => ({ id: packed!.idOf(number), number })),
    ...papers.map((paper) => ({ id: paper.id.toWellFormed(), paper })),
  ];
  sources.sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map<number, number>();
  const renumber = packed && wordRenumbering(packed, draft);
  for (const [number, source] of sources.entries()) {
    shownStarts.push(shown.length);
    if ('paper' in source) {
      draft.add(readPaper(source.paper, (text, start, end) => draft.numberOf(text, start, end)));
      shown.bytes(writeShownPaper(source.paper));
      years.push(source.paper.year ?? noYear);
      for (const name of identifiersOf(source.paper)) identifiers.push([name, number]);
    } else {
      draft.add(renumber!(source.number));
      shown.bytes(packed!.shownBytes(source.number));
      years.push(packed!.yearOf(source.number) ?? noYear);
      numbers.set(source.number, number);
    }
    if (number % papersAStep === 0) yield;
  }
  packed?.identifiers.words.forEach((name, place) => {
    const number = numbers.get(packed.identifiedAt(place));
    if (number !== undefined) identifiers.push([name, number]);
  });
  yield;
  const beside = { shown: shown.written, shownStarts: shownStarts.written, years: years.written, identifiers };
  return yield* draft.finish(stamp, beside);
}

/** Reads papers of another index with the numbers that their words have in this one. */
function wordRenumbering(packed: PackedIndex, draft: PackedWords): (paper: number) => PaperWords {
  const numbers = new Int32Array(packed.words.words.length).fill(-1);
  const renumbered = (old: number): number => {
    if (numbers[old] === -1) numbers[old] = draft.numberOf(packed.wordAt(old));
    return numbers[old]!;
  };
  return (paper) => {
    const { text, titleEnd, beside } = packed.wordsOf(paper);
    return {
      text: text.map((number) => (number < 0 ? ~renumbered(~number) : renumbered(number))),
      titleEnd,
      beside: beside.map((value, index) => (index % 2 === 0 ? renumbered(value) : value)),
    };
  };
}
