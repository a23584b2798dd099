import type { LibraryPaper, PaperId } from '../../paper';
import type { ReadingState } from '../../readingState';
import { markLongTexts } from './longTexts';
import { type PaperChunk, paperChunks } from './paperChunks';
import { type FieldName, fieldNames, searchFields } from './searchFields';
import type { TextFinder } from './textFinder';
import type { Condition } from './searchQuery';
import { type CountedValue, ValueColumn } from './valueColumn';
import { wordsFinder } from './wordsFinder';

export interface PaperFilterOptions {
  /** A paper with its topics, which are asked for only where a query names one. */
  readonly withTopics?: (paper: LibraryPaper) => LibraryPaper;
  /** The filter of the library as it was before: what it knows of papers that are the same still is taken over. */
  readonly before?: PaperFilter | undefined;
  /**
   * What an index knows better: the positions of all papers in whose abstract a text may stand, and of others perhaps.
   * Nothing where it does not know.
   */
  readonly candidates?: (text: string, unfinished: boolean) => Iterable<number> | undefined;
}

/** The fields of long texts last, for then few papers are left to be looked at. */
const anywhere = fieldNames
  .filter((field) => searchFields[field].anywhere)
  .sort((one, other) => Number(searchFields[one].long ?? false) - Number(searchFields[other].long ?? false));

/** Conditions are a handful; while one is typed, the others stay. */
const mostKept = 32;
const mostValues = 20;

const collator = new Intl.Collator('en', { numeric: true });
const commonestFirst = (a: CountedValue, b: CountedValue): number =>
  b.count - a.count || collator.compare(a.value, b.value);
const newestFirst = (a: CountedValue, b: CountedValue): number => Number(b.value) - Number(a.value);

/** Fields of which papers may have other values though they are the same. */
const renewed: readonly FieldName[] = ['topic'];

/** What the papers of one version of the library are, for conditions to be held against. */
export class PaperFilter {
  readonly #papers: readonly LibraryPaper[];
  readonly #options: Omit<PaperFilterOptions, 'before'>;
  readonly #chunks: readonly PaperChunk[];
  /** What single conditions matched, the one used last at the end. */
  readonly #kept = new Map<string, Uint8Array>();
  #states: ReadonlyMap<PaperId, ReadingState> = new Map();

  constructor(papers: readonly LibraryPaper[], options: PaperFilterOptions = {}) {
    const { before, ...others } = options;
    this.#papers = papers;
    this.#chunks = paperChunks(papers, before ? before.#chunks : [], renewed);
    this.#options = others;
  }

  /**
   * Marks with 1 the papers that are what a condition says, by their position in the list.
   * @param states where the person stands with papers; a map that is never changed, but replaced
   */
  matching(condition: Condition, states: ReadonlyMap<PaperId, ReadingState>): Uint8Array {
    if (states !== this.#states) {
      for (const key of this.#kept.keys()) if (key.includes('"choice"')) this.#kept.delete(key);
      this.#states = states;
    }
    return this.#matching(condition);
  }

  /**
   * The values of a field that papers have most often; years from the newest.
   * @param typed the beginning of one of the value's words; empty for all
   */
  values(field: FieldName, typed: string): readonly CountedValue[] {
    if (!searchFields[field].completes) return [];
    const find = wordsFinder(typed, true);
    if (!find && typed.trim() !== '') return [];
    const compare = searchFields[field].value === 'years' ? newestFirst : commonestFirst;
    const counts = this.#counts(field, find);
    const { called } = searchFields[field];
    const all = called && [...this.#counts(field, undefined).keys()];
    const names = all && new Map(called(all).map((name, index) => [all[index]!, name]));
    const values = Array.from(counts, ([value, count]) => ({ value: names?.get(value) ?? value, count }));
    return first(values, mostValues, compare);
  }

  #counts(field: FieldName, find: TextFinder | undefined): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const chunk of this.#chunks) {
      for (const { value, count } of this.#column(chunk, field).counted(find)) {
        counts.set(value, (counts.get(value) ?? 0) + count);
      }
    }
    return counts;
  }

  #matching(condition: Condition): Uint8Array {
    switch (condition.kind) {
      case 'all':
        return this.#joined(condition.of, (one, other) => one & other);
      case 'any':
        return this.#joined(condition.of, (one, other) => one | other);
      case 'not':
        return this.#matching(condition.of).map((one) => 1 - one);
      default: {
        const key = JSON.stringify(condition);
        const matched = this.#kept.get(key) ?? this.#evaluate(condition);
        this.#kept.delete(key);
        this.#kept.set(key, matched);
        if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
        return matched;
      }
    }
  }

  #joined(conditions: readonly Condition[], join: (one: number, other: number) => number): Uint8Array {
    const [first, ...others] = conditions.map((condition) => this.#matching(condition));
    const joined = first!.slice();
    for (const other of others) for (let i = 0; i < joined.length; i++) joined[i] = join(joined[i]!, other[i]!);
    return joined;
  }

  #evaluate(condition: Exclude<Condition, { readonly kind: 'all' | 'any' | 'not' }>): Uint8Array {
    switch (condition.kind) {
      case 'text': {
        const { field, text, unfinished } = condition;
        return field === undefined ? this.#anywhere(text, unfinished) : this.#inField(field, text, unfinished);
      }
      case 'years':
        return this.#where(({ year }) => year !== undefined && year >= condition.from && year <= condition.to);
      case 'choice': {
        const choices = searchFields[condition.field].value;
        const choice = typeof choices === 'object' ? choices[condition.choice] : undefined;
        return this.#where((paper) => choice?.(paper, this.#states.get(paper.id)) ?? false);
      }
    }
  }

  #where(is: (paper: LibraryPaper) => boolean): Uint8Array {
    const found = new Uint8Array(this.#papers.length);
    for (let i = 0; i < found.length; i++) if (is(this.#papers[i]!)) found[i] = 1;
    return found;
  }

  #anywhere(text: string, unfinished: boolean): Uint8Array {
    const found = new Uint8Array(this.#papers.length);
    // By words alone: `a song` is not meant for an Aiguo Song.
    for (const field of anywhere) this.#addInField(field, text, unfinished, found, wordsFinder);
    return found;
  }

  #inField(field: FieldName, text: string, unfinished: boolean): Uint8Array {
    const found = new Uint8Array(this.#papers.length);
    this.#addInField(field, text, unfinished, found);
    return found;
  }

  /** @param found where papers are marked; those that are marked already need not be looked at */
  #addInField(
    field: FieldName,
    text: string,
    unfinished: boolean,
    found: Uint8Array,
    finder = searchFields[field].finder ?? wordsFinder,
  ): void {
    const { long, textsOf } = searchFields[field];
    const find = finder(text, unfinished);
    if (!find) return;
    if (!long) {
      for (const chunk of this.#chunks) {
        const { start, papers } = chunk;
        this.#column(chunk, field).mark(find, found.subarray(start, start + papers.length));
      }
      return;
    }
    const textOf = (paper: number): string => textsOf?.(this.#papers[paper]!).join(' ') ?? '';
    markLongTexts(textOf, find, this.#options.candidates?.(text, unfinished), found);
  }

  #column({ papers, columns }: PaperChunk, field: FieldName): ValueColumn {
    let column = columns.get(field);
    if (!column) {
      const { textsOf, spelled, completes } = searchFields[field];
      const withTopics = field === 'topic' ? this.#options.withTopics : undefined;
      column = new ValueColumn(
        papers.length,
        (position) => {
          const paper = papers[position]!;
          return textsOf?.(withTopics?.(paper) ?? paper) ?? [];
        },
        { ...(spelled && { spelled }), isCounted: completes ?? false },
      );
      columns.set(field, column);
    }
    return column;
  }
}

/** What would come first if all were sorted, which would take too long. */
function first<T>(all: Iterable<T>, most: number, compare: (one: T, other: T) => number): readonly T[] {
  const best: T[] = [];
  for (const one of all) {
    if (best.length === most && compare(one, best[most - 1]!) >= 0) continue;
    const at = best.findIndex((other) => compare(one, other) < 0);
    best.splice(at < 0 ? best.length : at, 0, one);
    if (best.length > most) best.pop();
  }
  return best;
}
