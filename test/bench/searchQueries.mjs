// @ts-check

/**
 * @typedef {import('./searchFigures.mjs').SearchPaper} SearchPaper
 * @typedef {import('./searchFigures.mjs').QuerySet} QuerySet
 */

/**
 * A generator of numbers from 0 to 1 that gives the same ones every time (mulberry32).
 * @param {number} seed
 */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * What people type who look for one of some papers, taken by chance.
 * @param {readonly SearchPaper[]} real those that may be looked for
 * @param {readonly SearchPaper[]} papers all that are searched
 * @param {number} count of each kind
 * @param {number} seed
 * @returns {readonly QuerySet[]}
 */
export function searchQueries(real, papers, count, seed) {
  const random = randomNumbers(seed);
  const suited = real.filter(
    ({ title, abstract, authors, year }) =>
      longWords(title).length >= 3 && words(abstract).length >= 40 && authors.length > 0 && year !== undefined,
  );
  const targets = Array.from(
    { length: Math.min(count, suited.length) },
    () => suited.splice(Math.floor(random() * suited.length), 1)[0],
  ).filter((paper) => paper !== undefined);
  const sharing = titleSharers(papers);
  /** @type {(paper: SearchPaper) => string} */
  const start = ({ title }) => {
    const [first, second, third] = longWords(title);
    return `${first} ${second} ${third?.slice(0, -2)}`;
  };
  /** @type {(paper: SearchPaper, length: number) => string} */
  const phrase = ({ abstract }, length) => {
    const all = words(abstract);
    const from = Math.floor(random() * (all.length - length));
    return all.slice(from, from + length).join(' ');
  };
  /** @type {readonly (readonly [name: string, make: (paper: SearchPaper) => string, tied: boolean])[]} */
  const kinds = [
    ['three title words, the last cut', start, true],
    ['the same with a slip in the first word', (paper) => slip(start(paper), random), true],
    [
      'family name, year, title word',
      ({ authors, year, title }) => `${authors[0]?.family} ${year} ${longWords(title)[0]}`,
      false,
    ],
    ['eight words of the abstract', (paper) => phrase(paper, 8), false],
    ['five words of the abstract', (paper) => phrase(paper, 5), false],
  ];
  return kinds.map(([name, make, tied]) => ({
    name,
    queries: targets.map((paper) => ({ text: make(paper), id: paper.id })),
    ceiling: tied ? mean(targets.map((paper) => guess(sharing(start(paper))))) : 1,
  }));
}

/**
 * Everything in the box while queries are typed, in order: each beginning of some of each kind by turns, and each letter
 * and digit alone.
 * @param {readonly QuerySet[]} sets
 * @param {number} ofEach
 */
export function keyPresses(sets, ofEach) {
  const typed = Array.from({ length: ofEach }, (_, index) => sets.map(({ queries }) => queries[index]?.text ?? ''));
  return [
    ...'abcdefghijklmnopqrstuvwxyz0123456789',
    ...typed.flat().flatMap((text) => Array.from(text, (_, index) => text.slice(0, index + 1))),
  ];
}

/**
 * What makes a careless search work for long: the commonest words, unknown words, a pasted abstract, one endless word,
 * little words, emoji and endless punctuation.
 * @param {readonly SearchPaper[]} papers
 */
export function worstInputs(papers) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { title, abstract } of papers) {
    for (const word of new Set(words(`${title} ${abstract}`.toLowerCase()))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const commonest = [...counts].sort(([, a], [, b]) => b - a).slice(0, 16);
  return [
    commonest.map(([word]) => word).join(' '),
    Array.from('abcdefghijklmnop', (letter) => `qwxzkj${letter}`).join(' '),
    papers[0]?.abstract ?? '',
    'attention'.repeat(556),
    'the of in to and a',
    '\u{1f600}\u{1f389}'.repeat(20),
    '"'.repeat(5000),
    '('.repeat(5000),
  ];
}

/** @param {string} text */
export function words(text) {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** @param {string} title */
function longWords(title) {
  return words(title).filter((word) => word.length >= 4);
}

/**
 * Drops, inserts, replaces or swaps letters at one place of the first word.
 * @param {string} text
 * @param {() => number} random
 */
function slip(text, random) {
  const end = text.indexOf(' ');
  const at = Math.floor(random() * (end - 1));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const before = text.slice(0, at);
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + text.slice(at + 1);
    case 1:
      return before + letter + text.slice(at);
    case 2:
      return before + letter + text.slice(at + 1);
    default:
      return before + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
  }
}

/**
 * How many papers have a title that starts like one.
 * @param {readonly SearchPaper[]} papers
 */
function titleSharers(papers) {
  /** @type {Map<string, string[]>} */
  const thirds = new Map();
  for (const { title } of papers) {
    const [first = '', second = '', third = ''] = longWords(title.toLowerCase());
    const key = `${first} ${second}`;
    thirds.set(key, [...(thirds.get(key) ?? []), third]);
  }
  return (/** @type {string} */ start) => {
    const [first = '', second = '', cut = ''] = start.toLowerCase().split(' ');
    return (thirds.get(`${first} ${second}`) ?? []).filter((third) => third.startsWith(cut)).length;
  };
}

/**
 * The reciprocal rank that a guess among so many papers has on average.
 * @param {number} count
 */
function guess(count) {
  return mean(Array.from({ length: Math.max(1, count) }, (_, index) => 1 / (index + 1)));
}

/** @param {readonly number[]} values */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
