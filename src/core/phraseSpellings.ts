import { eachPhrase, isAtEnd, longestTitleRead, type TopicText } from './topicPhrases';
import { breakingWord, type WordScanner } from './wordScanner';

/**
 * How titles spell phrases: as most of them do where the phrase ends a run of words, with the word before it where most
 * have the same one there (`driving` is `Autonomous driving`). A phrase that no title has is left out.
 */
export function phraseSpellings(
  phrases: Iterable<number>,
  papers: Iterable<TopicText>,
  scanner: WordScanner,
): ReadonlyMap<number, string> {
  const counts = new Map([...phrases].map((phrase) => [phrase, new Spellings()]));
  for (const { title } of papers) {
    if (title === title.toUpperCase()) continue;
    scanner.scan(title, longestTitleRead);
    eachPhrase(scanner, (phrase, from, to) => {
      const spellings = counts.get(phrase);
      if (!spellings) return;
      const { starts, ends, kinds } = scanner;
      const [start, end] = [starts[from]!, ends[to - 1]!];
      const hasWordBefore = from > 0 && kinds[from - 1] !== breakingWord;
      const longer = hasWordBefore ? asLabel(title.slice(starts[from - 1], end)) : undefined;
      spellings.add(asLabel(title.slice(start, end)), longer, isAtEnd(scanner, to) ? 2 : 1);
    });
  }
  return new Map(
    [...counts].flatMap(([phrase, spellings]) => {
      const best = spellings.best();
      return best === undefined ? [] : [[phrase, best] as const];
    }),
  );
}

class Spellings {
  readonly #plain = new Map<string, number>();
  readonly #longer = new Map<string, number>();
  #count = 0;

  add(plain: string, longer: string | undefined, weight: number): void {
    this.#count += weight;
    this.#plain.set(plain, (this.#plain.get(plain) ?? 0) + weight);
    if (longer !== undefined) this.#longer.set(longer, (this.#longer.get(longer) ?? 0) + weight);
  }

  best(): string | undefined {
    const longer = mostFrequent(this.#longer);
    const isUsual = longer && longer[1] * 2 > this.#count;
    return isUsual ? longer[0] : mostFrequent(this.#plain)?.[0];
  }
}

function mostFrequent(counts: ReadonlyMap<string, number>): readonly [string, number] | undefined {
  return [...counts].sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1))[0];
}

/** Sentence case, but for words with capitals of their own: `SLAM`, `LiDAR`, `RGB-D`. */
function asLabel(spelling: string): string {
  const words = spelling.replace(/[\p{L}\p{N}]+/gu, (word) => {
    return /\p{L}.*\p{Lu}|\p{N}/u.test(word) ? word : word.toLowerCase();
  });
  const line = words.replace(/\s+/gu, ' ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
