import { citationKey, type KeyedRecord } from './citationKey';
import type { PaperRecord } from './paper';
import { foldDiacritics } from './text';

/** What a key is made of. */
type Patterned = KeyedRecord & Pick<PaperRecord, 'venue'>;

/** A pattern that was read, or where it goes wrong. */
export type KeyPattern =
  | { readonly kind: 'pattern'; readonly key: (record: Patterned) => string }
  /** `offset` in UTF-16 code units, of the name that nobody knows. */
  | { readonly kind: 'mistake'; readonly offset: number; readonly name: string };

type Words = readonly string[];
type Part = (record: Patterned, numbers: readonly number[]) => Words;
type Filter = (words: Words, numbers: readonly number[]) => Words;

// Better BibTeX's list (retorque.re/zotero-better-bibtex, "Citation keys").
const skipped = new Set(
  (
    'a ab aboard about above across after against al along amid among an and anti around as at before behind below beneath ' +
    'beside besides between beyond but by d da das de del dell dello dei degli della dem den der des despite die do down du ' +
    'during ein eine einem einen einer eines el en et except for from gli i il in inside into is l la las le les like lo los ' +
    'near nor of off on onto or over past per plus round save since so some sur than the through to toward towards un una ' +
    'unas under underneath une unlike uno unos until up upon versus via von while with within without yet zu zum'
  ).split(' '),
);

const telling = ({ title }: Patterned): Words => wordsOf(title).filter((word) => !skipped.has(word.toLowerCase()));
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const families = ({ authors, editors = [] }: Patterned): Words =>
  (authors.length > 0 ? authors : editors).map(({ family }) => wordsOf(family).join(''));

const parts: Readonly<Record<string, Part>> = {
  auth: (record, [length = Infinity, nth = 1]) =>
    families(record)
      .slice(nth - 1, nth)
      .map((name) => name.slice(0, length)),
  authors: (record, [most = Infinity]) => {
    const names = families(record);
    return names.length > most ? [...names.slice(0, most), 'EtAl'] : names;
  },
  authetal: (record) => {
    const [first = '', second, ...more] = families(record);
    return more.length > 0 ? [first, 'EtAl'] : second === undefined ? [first] : [first, second];
  },
  authshort: (record) => {
    const names = families(record);
    return names.length > 1 ? [names.map((name) => name.slice(0, 1)).join('')] : names;
  },
  year: ({ year }) => (year === undefined ? [] : [`${year}`]),
  shortyear: ({ year }) => (year === undefined ? [] : [`${year}`.slice(-2)]),
  title: ({ title }) => wordsOf(title).map(capital),
  shorttitle: (record, [words = 3, capitals = 0]) =>
    telling(record)
      .slice(0, words)
      .map((word, index) => (capitals === 0 || index < capitals ? capital(word) : word.toLowerCase())),
  veryshorttitle: (record, [words = 1]) => telling(record).slice(0, words),
  journal: ({ venue = '' }) => wordsOf(venue),
  venue: ({ venue = '' }) => wordsOf(venue),
};

const filters: Readonly<Record<string, Filter>> = {
  lower: (words) => words.map((word) => word.toLowerCase()),
  upper: (words) => words.map((word) => word.toUpperCase()),
  capitalize: (words) => words.map(capital),
  abbr: (words) => words.map((word) => word.slice(0, 1)),
  clean: (words) => words.map((word) => foldDiacritics(word)),
  fold: (words) => words.map((word) => foldDiacritics(word)),
  alphanum: (words) => words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')),
  nopunct: (words) => words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '')),
  condense: (words) => [words.join('')],
  skipwords: (words) => words.filter((word) => !skipped.has(word.toLowerCase())),
  select: (words, [start = 1, count = Infinity]) => words.slice(start - 1, start - 1 + count),
  substring: (words, [start = 1, count = Infinity]) => [words.join('').slice(start - 1, start - 1 + count)],
};

const bracketed = /\[(?<call>[^[\]]*)\]/gu;
const call = /(?<name>[A-Za-z]+)(?:\((?<arguments>[\d\s,]*)\)|(?<first>\d+)?(?:_(?<second>\d+))?)/gu;

/**
 * Reads a pattern for citation keys in either form that Better BibTeX takes: `[auth:lower][year][shorttitle1]`, or
 * `auth.lower + year + shorttitle(1)`, with texts in quotes. What stands in keys beyond letters, digits and `-_:.+/` is
 * left out. A key of nothing is the one that Paperside gives without a pattern.
 */
export function citationKeyPattern(pattern: string): KeyPattern {
  const makers: ((record: Patterned) => string)[] = [];
  const pieces = pattern.includes('[') ? bracketPieces(pattern) : plusPieces(pattern);
  for (const { offset, text } of pieces) {
    if (typeof text !== 'string') {
      makers.push(() => text.literal);
      continue;
    }
    const calls = [...text.matchAll(call)];
    const [first, ...others] = calls;
    const name = first?.groups?.['name'] ?? text.trim();
    const part = first && own(parts, name.toLowerCase());
    if (!part) return { kind: 'mistake', offset, name };
    const chain: ((words: Words) => Words)[] = /^[A-Z]/u.test(name) ? [(words) => words.map(capital)] : [];
    for (const one of others) {
      const filter = own(filters, one.groups!['name']!.toLowerCase());
      if (!filter) return { kind: 'mistake', offset: offset + one.index, name: one.groups!['name']! };
      chain.push((words) => filter(words, numbersOf(one)));
    }
    makers.push((record) => chain.reduce((words, filter) => filter(words), part(record, numbersOf(first))).join(''));
  }
  return {
    kind: 'pattern',
    key: (record) => {
      const made = makers.map((make) => make(record)).join('');
      return foldDiacritics(made).replace(/[^\w\-:.+/]/gu, '') || citationKey(record);
    },
  };
}

interface Piece {
  readonly offset: number;
  readonly text: string | { readonly literal: string };
}

function bracketPieces(pattern: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of pattern.matchAll(bracketed)) {
    pieces.push({ offset: end, text: { literal: pattern.slice(end, match.index) } });
    pieces.push({ offset: match.index + 1, text: match.groups!['call']! });
    end = match.index + match[0].length;
  }
  return [...pieces, { offset: end, text: { literal: pattern.slice(end) } }];
}

function plusPieces(pattern: string): readonly Piece[] {
  return Array.from(pattern.matchAll(/'([^']*)'|"([^"]*)"|[^+'"]+/gu), (match) => {
    const literal = match[1] ?? match[2];
    return { offset: match.index, text: literal === undefined ? match[0] : { literal } };
  }).filter(({ text }) => typeof text !== 'string' || text.trim() !== '');
}

function numbersOf({ groups = {} }: RegExpMatchArray): readonly number[] {
  const listed = groups['arguments']?.split(',') ?? [groups['first'], groups['second']];
  return listed.filter((one) => one !== undefined && one.trim() !== '').map(Number);
}

function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** `KV-Cache: O’Reilly’s` → `KV`, `Cache`, `OReillys` */
function wordsOf(text: string): Words {
  return text
    .replace(/['’`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
