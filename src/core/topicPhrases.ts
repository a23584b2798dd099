import { breakingWord, joinStems, normalWord, type WordScanner } from './wordScanner';

/** What topics are found in. */
export interface TopicText {
  readonly title: string;
  readonly abstract: string;
  readonly keywords?: readonly string[];
}

/** A phrase that could name a topic. */
export interface TopicPhrase {
  /** Its number, as {@link eachPhrase} gives it. */
  readonly phrase: number;
  readonly words: number;
  /** Positions of the papers that have it in their title. */
  readonly titles: readonly number[];
  /** Positions of the further papers whose abstract has it more than once. */
  readonly abstracts: readonly number[];
  /** How often the abstracts name it, of the papers that have it in their title, on average. */
  readonly mentions: number;
}

export const mostWordsInPhrase = 3;
export const longestTitleRead = 300;
export const longestAbstractRead = 1200;
/** A noun phrase stands at the end of its run of words: at least this often. */
const leastAtEnd = 0.4;

interface Draft {
  readonly phrase: number;
  readonly words: number;
  readonly titles: number[];
  readonly abstracts: number[];
  occurrences: number;
  atEnd: number;
  mentions: number;
}

/**
 * The phrases that recur in titles and by which people would name a subject.
 * @param support how many papers a phrase must and may stand for
 */
export function topicPhrases(
  papers: readonly TopicText[],
  scanner: WordScanner,
  support: { readonly least: number; readonly most: number },
): readonly TopicPhrase[] {
  const drafts = frequentPhrases(papers, scanner, support.least);
  papers.forEach(({ title, abstract }, position) => {
    const inTitle = new Set<Draft>();
    scanner.scan(title, longestTitleRead);
    eachPhrase(scanner, (phrase, _from, to) => {
      const draft = drafts.get(phrase);
      if (!draft) return;
      draft.occurrences++;
      if (isAtEnd(scanner, to)) draft.atEnd++;
      inTitle.add(draft);
    });
    const inAbstract = new Map<Draft, number>();
    scanner.scan(abstract, longestAbstractRead);
    eachPhrase(scanner, (phrase) => {
      const draft = drafts.get(phrase);
      if (draft) inAbstract.set(draft, (inAbstract.get(draft) ?? 0) + 1);
    });
    for (const draft of inTitle) {
      draft.titles.push(position);
      draft.mentions += inAbstract.get(draft) ?? 0;
    }
    for (const [draft, count] of inAbstract) if (count > 1 && !inTitle.has(draft)) draft.abstracts.push(position);
  });
  return [...drafts.values()]
    .filter(({ atEnd, occurrences }) => atEnd >= leastAtEnd * occurrences)
    .filter(({ titles, abstracts }) => {
      return titles.length + abstracts.length >= support.least && titles.length <= support.most;
    })
    .map(({ phrase, words, titles, abstracts, mentions }) => {
      return { phrase, words, titles, abstracts, mentions: mentions / titles.length };
    });
}

function frequentPhrases(papers: readonly TopicText[], scanner: WordScanner, least: number): Map<number, Draft> {
  const counts = new Map<number, number>();
  for (const { title } of papers) {
    scanner.scan(title, longestTitleRead);
    eachPhrase(scanner, (phrase, from, to) => {
      // The number of words comes along in the last two bits.
      const known = counts.get(phrase);
      counts.set(phrase, known === undefined ? 4 + (to - from) : known + 4);
    });
  }
  const drafts = new Map<number, Draft>();
  for (const [phrase, count] of counts) {
    if (count >> 2 < Math.max(2, least / 2)) continue;
    drafts.set(phrase, { phrase, words: count & 3, titles: [], abstracts: [], occurrences: 0, atEnd: 0, mentions: 0 });
  }
  return drafts;
}

export function isAtEnd({ kinds, count }: WordScanner, to: number): boolean {
  return to >= count || kinds[to] === breakingWord;
}

/** Every run of words in what was scanned that could be a phrase. */
export function eachPhrase(scanner: WordScanner, visit: (phrase: number, from: number, to: number) => void): void {
  const { stems, kinds, count } = scanner;
  for (let from = 0; from < count; from++) {
    let phrase = 0;
    let tells = false;
    for (let to = from; to < count && to < from + mostWordsInPhrase; to++) {
      const kind = kinds[to];
      if (kind === breakingWord) break;
      tells ||= kind === normalWord || to > from;
      phrase = joinStems(phrase, stems[to]!);
      if (tells) visit(phrase, from, to + 1);
    }
  }
}
