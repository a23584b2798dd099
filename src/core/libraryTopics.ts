import { chooseTopics, type TopicCandidate } from './chooseTopics';
import { phraseSpellings } from './phraseSpellings';
import { eachPhrase, longestAbstractRead, longestTitleRead, topicPhrases, type TopicText } from './topicPhrases';
import { type FoundTopic, type TopicWeight, topicWords } from './topicWords';
import { WordScanner } from './wordScanner';

/** Topics are found in so many papers at most; the others are told by them. */
const mostLearnt = 3000;
const mostTopics = 25;
/** A topic holds at least this part of the papers. */
const leastShare = 0.008;
/** What holds more than this part is what the library is about, and no topic of it. */
const mostShare = 0.25;
const mostKeywordShare = 0.6;
/** A topic that was there before stays, unless another is much better. */
const earlierBonus = 3;
/** What a paper counts that comes back to a phrase, but not in its title. */
const abstractShare = 0.25;

const titleWeight = 2;
/** A paper belongs to a topic from this score on: by its name alone, or by a few of its words. */
const leastScore = 4;

/**
 * Topics that fit a library, found in it:
 *
 * 1. Keywords that recur are topics, as their owner spells them.
 * 2. Where papers have none of these, so are noun phrases that recur in titles and that the abstracts come back to. One
 *    after another that phrase is taken which describes most papers that nothing describes yet, until there are enough
 *    (7 for 30 papers, 25 from 1,600 on). They are named as most titles spell them.
 * 3. Each topic learns which words its papers have much more often than others do. By these and by its name the papers
 *    are told that it was not found in. A topic that remains with hardly a paper is dropped.
 *
 * The same papers give the same topics; the labels found before stay where they still fit.
 */
export class LibraryTopics {
  readonly #scanner = new WordScanner();
  #topics: readonly FoundTopic[];
  #weights: ReadonlyMap<number, readonly TopicWeight[]>;
  #byKeyword: ReadonlyMap<string, string>;

  /** @param earlier the labels of topics found before */
  constructor(library: readonly TopicText[], earlier: readonly string[] = []) {
    const papers = learntFrom(library);
    const least = Math.max(papers.length < 40 ? 2 : 3, Math.ceil(papers.length * leastShare));
    this.#topics = findTopics(papers, least, this.#scanner, earlier);
    this.#weights = topicWords(papers, this.#topics, this.#scanner);
    this.#byKeyword = keywordLabels(this.#topics);

    const sizes = new Map<string, number>();
    for (const [main = ''] of papers.map((paper) => this.topicsOf(paper))) sizes.set(main, (sizes.get(main) ?? 0) + 1);
    const kept = this.#topics.filter(({ label }) => (sizes.get(label) ?? 0) >= least);
    if (kept.length === this.#topics.length) return;
    this.#topics = kept;
    this.#weights = topicWords(papers, kept, this.#scanner);
    this.#byKeyword = keywordLabels(kept);
  }

  get labels(): readonly string[] {
    return this.#topics.map(({ label }) => label);
  }

  /** The topics of a paper, the main one first; none where none fits. */
  topicsOf(paper: TopicText): readonly string[] {
    const own = (paper.keywords ?? []).map((keyword) => this.#byKeyword.get(sameKeyword(keyword)));
    const labels = [...new Set(own.filter((label) => label !== undefined))];
    if (labels.length > 0) return labels;
    const scores = new Float64Array(this.#topics.length);
    this.#score(scores, paper.title, longestTitleRead, titleWeight);
    this.#score(scores, paper.abstract, longestAbstractRead, 1);
    let best = 0;
    for (let topic = 1; topic < scores.length; topic++) if (scores[topic]! > scores[best]!) best = topic;
    return (scores[best] ?? 0) >= leastScore ? [this.#topics[best]!.label] : [];
  }

  #score(scores: Float64Array, text: string, length: number, factor: number): void {
    const seen = new Set<number>();
    this.#scanner.scan(text, length);
    eachPhrase(this.#scanner, (phrase) => {
      const weights = this.#weights.get(phrase);
      if (!weights || seen.has(phrase)) return;
      seen.add(phrase);
      for (const { topic, weight } of weights) scores[topic]! += weight * factor;
    });
  }
}

/** The papers that topics are found in: all, or as many as are enough, so chosen that few change when others come. */
function learntFrom(papers: readonly TopicText[]): readonly TopicText[] {
  let mask = 0;
  while (papers.length / (mask + 1) > mostLearnt) mask = mask * 2 + 1;
  return mask === 0 ? papers : papers.filter(({ title }) => (spread(title) & mask) === 0);
}

function spread(title: string): number {
  let value = 0;
  for (let at = 0; at < title.length; at++) value = (Math.imul(value, 31) + title.charCodeAt(at)) | 0;
  return value ^ (value >>> 7) ^ (value >>> 17);
}

function findTopics(
  papers: readonly TopicText[],
  least: number,
  scanner: WordScanner,
  earlier: readonly string[],
): readonly FoundTopic[] {
  const covered = new Set<number>();
  const keywords = chooseTopics(keywordCandidates(papers), covered, least, mostTopics);
  const known = new Set(keywords.map(({ label }) => sameKeyword(label)));
  const wanted = Math.min(mostTopics, Math.round(3.2 * Math.log2(papers.length + 1) - 9)) - keywords.length;
  const chosen = chooseTopics(phraseCandidates(papers, least, scanner, earlier), covered, least, wanted);
  const spellings = phraseSpellings(
    chosen.map(({ phrase }) => phrase),
    papers,
    scanner,
  );
  const phrases = chosen.flatMap(({ phrase, papers: own, earlierLabel }) => {
    const label = earlierLabel ?? spellings.get(phrase);
    return label === undefined || known.has(sameKeyword(label)) ? [] : [{ label, phrase, papers: [...own.keys()] }];
  });
  return [
    ...keywords.map(({ label, papers: own }) => {
      return { label, keyword: label, phrase: phraseOf(label, scanner), papers: [...own.keys()] };
    }),
    ...phrases,
  ];
}

interface KeywordCandidate extends TopicCandidate {
  readonly label: string;
}

function keywordCandidates(papers: readonly TopicText[]): readonly KeywordCandidate[] {
  const found = new Map<string, { readonly papers: Map<number, number>; readonly spellings: Map<string, number> }>();
  papers.forEach(({ keywords = [] }, position) => {
    for (const keyword of keywords) {
      const same = sameKeyword(keyword);
      if (same === '') continue;
      let one = found.get(same);
      if (!one) found.set(same, (one = { papers: new Map(), spellings: new Map() }));
      one.papers.set(position, 1);
      one.spellings.set(keyword.trim(), (one.spellings.get(keyword.trim()) ?? 0) + 1);
    }
  });
  return [...found.values()]
    .filter((one) => one.papers.size <= papers.length * mostKeywordShare)
    .map((one) => ({ label: mostFrequent(one.spellings), papers: one.papers, quality: 1 }))
    .sort((one, other) => compareText(one.label, other.label));
}

interface PhraseCandidate extends TopicCandidate {
  readonly phrase: number;
  /** The label under which it was a topic before. */
  readonly earlierLabel?: string;
}

function phraseCandidates(
  papers: readonly TopicText[],
  least: number,
  scanner: WordScanner,
  earlier: readonly string[],
): readonly PhraseCandidate[] {
  const earlierLabels = new Map<number, string>();
  for (const label of earlier.toReversed()) {
    for (const phrase of endsOf(label, scanner)) earlierLabels.set(phrase, label);
  }
  const found = topicPhrases(papers, scanner, { least, most: Math.max(least, papers.length * mostShare) });
  return found.map(({ phrase, words, titles, abstracts, mentions }) => {
    const earlierLabel = earlierLabels.get(phrase);
    return {
      phrase,
      papers: new Map([
        ...titles.map((at) => [at, 1] as const),
        ...abstracts.map((at) => [at, abstractShare] as const),
      ]),
      quality: Math.min(mentions, 4) * (words === 1 ? 0.55 : 1.2) * (earlierLabel === undefined ? 1 : earlierBonus),
      ...(earlierLabel !== undefined && { earlierLabel }),
    };
  });
}

/** A label as a phrase, and without its first words, which may have been added to it. */
function endsOf(label: string, scanner: WordScanner): readonly number[] {
  const ends: number[] = [];
  scanner.scan(label, longestTitleRead);
  eachPhrase(scanner, (phrase, _from, to) => {
    if (to === scanner.count) ends.push(phrase);
  });
  return ends;
}

/** The number of a keyword that can stand in running text; 0 for others. */
function phraseOf(keyword: string, scanner: WordScanner): number {
  let whole = 0;
  scanner.scan(keyword, longestTitleRead);
  eachPhrase(scanner, (phrase, from, to) => {
    if (from === 0 && to === scanner.count) whole = phrase;
  });
  return whole;
}

function keywordLabels(topics: readonly FoundTopic[]): ReadonlyMap<string, string> {
  return new Map(topics.filter(({ keyword }) => keyword).map(({ keyword, label }) => [sameKeyword(keyword!), label]));
}

function sameKeyword(keyword: string): string {
  return keyword
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ');
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort(([one, count], [other, more]) => more - count || compareText(one, other))[0]![0];
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
