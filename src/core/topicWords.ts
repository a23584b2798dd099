import { eachPhrase, longestAbstractRead, longestTitleRead, type TopicText } from './topicPhrases';
import type { WordScanner } from './wordScanner';

/** A topic as it was found. */
export interface FoundTopic {
  readonly label: string;
  /** The keyword that it is, where it is one. */
  readonly keyword?: string;
  /** The number of the phrase that names it; 0 where that is none. */
  readonly phrase: number;
  /** Positions of the papers it was found in. */
  readonly papers: readonly number[];
}

/** What a word or a phrase of two says for a topic. */
export interface TopicWeight {
  /** Position of the topic. */
  readonly topic: number;
  readonly weight: number;
}

const labelWeight = 4;
const leastWeight = 0.4;
const mostWords = 40;
/** Part of a topic's papers that have a word which tells it. */
const leastOfPapers = 0.06;
/** Papers that a topic is thought to have besides, so that few prove little. */
const doubt = 4;

/** By which words a topic is told: those that its papers have much more often than others, and its name. */
export function topicWords(
  papers: readonly TopicText[],
  topics: readonly FoundTopic[],
  scanner: WordScanner,
): ReadonlyMap<number, readonly TopicWeight[]> {
  const topicsOfPaper = new Map<number, number[]>();
  const sizes = topics.map(() => 0);
  for (const [topic, { papers: positions }] of topics.entries()) {
    for (const position of positions) {
      sizes[topic]!++;
      const others = topicsOfPaper.get(position);
      if (others) others.push(topic);
      else topicsOfPaper.set(position, [topic]);
    }
  }

  const totals = new Map<number, number>();
  const counts = topics.map(() => new Map<number, number>());
  papers.forEach((paper, position) => {
    const own = topicsOfPaper.get(position) ?? [];
    for (const word of wordsOf(paper, scanner)) {
      increase(totals, word);
      for (const topic of own) increase(counts[topic]!, word);
    }
  });

  const weights = new Map<number, TopicWeight[]>();
  for (const [topic, { phrase }] of topics.entries()) {
    const size = sizes[topic]!;
    const told = [...counts[topic]!]
      .filter(([word, count]) => word !== phrase && count >= Math.max(2, size * leastOfPapers))
      .map(([word, count]) => {
        const lift = count / (size + doubt) / (totals.get(word)! / papers.length);
        return [word, Math.log2(lift) * Math.sqrt(count / size)] as const;
      })
      .filter(([, weight]) => weight > leastWeight)
      .sort(([one, weight], [other, otherWeight]) => otherWeight - weight || one - other)
      .slice(0, mostWords);
    for (const [word, weight] of [...told, [phrase, labelWeight] as const]) {
      const others = weights.get(word);
      if (others) others.push({ topic, weight });
      else weights.set(word, [{ topic, weight }]);
    }
  }
  return weights;
}

function wordsOf({ title, abstract }: TopicText, scanner: WordScanner): ReadonlySet<number> {
  const words = new Set<number>();
  const add = (phrase: number, from: number, to: number): void => {
    if (to - from <= 2) words.add(phrase);
  };
  scanner.scan(title, longestTitleRead);
  eachPhrase(scanner, add);
  scanner.scan(abstract, longestAbstractRead);
  eachPhrase(scanner, add);
  return words;
}

function increase(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
