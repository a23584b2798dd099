/**
 * How good the topics are that are found in libraries, and how fast. Takes a file of papers, one JSON object a line with
 * `title`, `abstract`, `venue` and for some `keywords`; gzipped if its name says so. The keywords are kept from the rule
 * and then compared with what it says.
 *
 *     npx esbuild test/bench/topics.bench.ts --bundle --platform=node --outfile=out/topics.bench.cjs
 *     node out/topics.bench.cjs papers.jsonl.gz
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { LibraryTopics } from '../../src/core/libraryTopics';
import { wordClasses } from '../../src/core/wordClasses';
import { topicsOf as bundledTopicsOf } from '../../src/core/topics';

interface BenchPaper {
  readonly title: string;
  readonly abstract: string;
  readonly venue: string;
  readonly keywords?: readonly string[];
}

/** Gives a paper the name of its group, or none. */
type Rule = (paper: BenchPaper) => string | undefined;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

let state = 20260304;
function random(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) / 2 ** 32;
}

function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => [random(), value] as const)
    .sort(([one], [other]) => one - other)
    .map(([, value]) => value);
}

function stemsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?:ies|ing|s)$/u, ''))
    .filter((word) => word.length > 1);
}

/** `Computer Vision: CV: Segmentation` is three. */
function keywordParts(paper: BenchPaper): ReadonlySet<string> {
  const parts = (paper.keywords ?? []).flatMap((keyword) => keyword.toLowerCase().split(':'));
  return new Set(parts.map((part) => part.trim()).filter((part) => part.length > 3));
}

function agrees(label: string, keywords: readonly string[]): boolean {
  const words = stemsOf(label);
  return keywords.map(stemsOf).some((others) => {
    return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
  });
}

/** The most frequent words of titles, as many as there are topics; a paper is of the first that its title has. */
function frequentWords(papers: readonly BenchPaper[], count: number): Rule {
  const counts = new Map<string, number>();
  for (const { title } of papers) {
    for (const word of new Set(title.toLowerCase().match(/\p{L}{4,}/gu))) {
      if (!wordClasses.breaking.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const words = [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, count)
    .map(([word]) => word);
  return ({ title }) => words.find((word) => title.toLowerCase().includes(word));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '    –' : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;
}

function measure(name: string, papers: readonly BenchPaper[], rule: Rule): void {
  const groups = new Map<string, BenchPaper[]>();
  for (const paper of papers) {
    const label = rule(paper);
    if (label !== undefined) groups.set(label, [...(groups.get(label) ?? []), paper]);
  }
  const covered = [...groups.values()].reduce((sum, { length }) => sum + length, 0);
  let [agreeing, labelled, alike, pairs] = [0, 0, 0, 0];
  for (const [label, members] of groups) {
    const keyworded = members.filter(({ keywords }) => keywords);
    for (const { keywords = [] } of keyworded) if (agrees(label, keywords)) agreeing++;
    labelled += keyworded.length;
    for (let at = 0; at < keyworded.length * 5 && keyworded.length > 1; at++) {
      const [one, other] = [0, 0].map(() => keyworded[Math.floor(random() * keyworded.length)]!);
      if (one === other) continue;
      const parts = keywordParts(other!);
      if ([...keywordParts(one!)].some((part) => parts.has(part))) alike++;
      pairs++;
    }
  }
  const largest = Math.max(0, ...[...groups.values()].map(({ length }) => length));
  print(
    `  ${name.padEnd(22)} ${String(groups.size).padStart(3)} topics, ${percent(covered, papers.length)} of the papers in one, ` +
      `largest ${percent(largest, papers.length)}; pairs in one sharing a keyword ${percent(alike, pairs)}, ` +
      `name agrees with a keyword ${percent(agreeing, labelled)}`,
  );
}

function compare(name: string, papers: readonly BenchPaper[]): void {
  print(`${name}, ${papers.length} papers`);
  const texts = papers.map(({ title, abstract }) => ({ title, abstract }));
  const started = performance.now();
  const topics = new LibraryTopics(texts);
  const found = performance.now();
  const labels = new Map(papers.map((paper, at) => [paper, topics.topicsOf(texts[at]!)[0]]));
  print(`  found in ${(found - started).toFixed(0)} ms, told in ${(performance.now() - found).toFixed(0)} ms`);
  const scattered = shuffled([...labels.values()]);
  const byChance = new Map(papers.map((paper, at) => [paper, scattered[at]]));
  measure('found topics', papers, (paper) => labels.get(paper));
  measure('the same by chance', papers, (paper) => byChance.get(paper));
  measure('frequent title words', papers, frequentWords(papers, topics.labels.length));
  if (papers.length <= 1000) {
    measure('the bundled rule', papers, (paper) => {
      const [topic] = bundledTopicsOf(paper);
      return topic === 'Other' ? undefined : topic;
    });
  }
  const few = new LibraryTopics(texts.slice(0, Math.floor(papers.length * 0.95)));
  const more = new LibraryTopics(texts, few.labels);
  const kept = few.labels.filter((label) => more.labels.includes(label));
  print(`  when a twentieth comes, ${kept.length} of ${few.labels.length} names stay`);
  print(`  ${topics.labels.join(' · ')}\n`);
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name a file of papers.');
const bytes = readFileSync(file);
const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
const all = shuffled(
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BenchPaper),
);
const of = (...venues: readonly string[]): readonly BenchPaper[] => all.filter(({ venue }) => venues.includes(venue));

compare('Robotics', of('ICRA', 'IROS').slice(0, 300));
compare('Robotics', of('ICRA', 'IROS').slice(0, 5000));
compare('Robot learning', of('CORL'));
compare('Language', of('ACL').slice(0, 1000));
compare('Theory', of('COLT', 'ALT').slice(0, 600));
compare('Vision', of('CVPR').slice(0, 100));
compare(
  'Papers with keywords',
  all.filter(({ keywords }) => keywords),
);
compare('Everything', all.slice(0, 20_000));
