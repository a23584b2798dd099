import MiniSearch from 'minisearch';
import type { Paper } from '../../src/core/paper';
import { PaperIndex } from '../../src/core/search/paperIndex';
import type { BenchPaper } from './readBenchPapers.mjs';
import type { Agreement, MeasureAgreement } from './searchFigures.mjs';
import { randomNumbers } from './searchQueries.mjs';

/** As many as are shown beside an abstract. */
const shown = 5;
const mostAsked = 400;
/** A slow rule is asked for the first of them only, which are as much by chance as all. */
const mostMilliseconds = 60_000;

/** Numbers of the papers most like one. */
type Rule = (number: number) => readonly number[];

const rules: readonly (readonly [
  name: string,
  make: (papers: readonly BenchPaper[], seed: number) => Promise<Rule>,
])[] = [
  ['Paperside', (papers) => paperside(papers, true)],
  ['Paperside, authors held back', (papers) => paperside(papers, false)],
  ['MiniSearch, asked for title and abstract', miniSearch],
  ['chance', chance],
];

/** The same papers by each rule: venues of all, keywords among those that have some. */
export const relatedAgreement: MeasureAgreement = async (papers, seed) => {
  const keyworded = papers.filter(({ keywords = [] }) => keywords.length > 0);
  const agreements: Agreement[] = [];
  for (const [name, make] of rules) {
    const byKeyword = await measure(keyworded, await make(keyworded, seed), seed, shareKeyword);
    const byVenue = await measure(papers, await make(papers, seed), seed, (one, other) => one.venue === other.venue);
    const asked = Math.min(byKeyword.count, byVenue.count);
    agreements.push({
      name,
      keyword: byKeyword.share,
      venue: byVenue.share,
      asked,
      milliseconds: byVenue.milliseconds,
    });
  }
  return agreements;
};

async function measure(
  papers: readonly BenchPaper[],
  rule: Rule,
  seed: number,
  agree: (one: BenchPaper, other: BenchPaper) => boolean,
): Promise<{ readonly share: number; readonly count: number; readonly milliseconds: number }> {
  const random = randomNumbers(seed);
  const asked = Array.from({ length: Math.min(mostAsked, papers.length) }, () => Math.floor(random() * papers.length));
  let agreeing = 0;
  let count = 0;
  // What a rule makes ready once is not counted.
  rule(0);
  const started = performance.now();
  for (const number of asked) {
    agreeing += rule(number).filter((other) => agree(papers[number]!, papers[other]!)).length;
    count++;
    if (performance.now() - started > mostMilliseconds) break;
  }
  return { share: agreeing / (count * shown), count, milliseconds: (performance.now() - started) / count };
}

/** `Computer Vision: CV: Segmentation` is three, of which the middle one says nothing. */
function keywordsOf({ keywords = [] }: BenchPaper): ReadonlySet<string> {
  const parts = keywords.flatMap((keyword) => keyword.toLowerCase().split(':')).map((part) => part.trim());
  return new Set(parts.filter((part) => part.length > 3));
}

function shareKeyword(one: BenchPaper, other: BenchPaper): boolean {
  const others = keywordsOf(other);
  return [...keywordsOf(one)].some((keyword) => others.has(keyword));
}

async function paperside(papers: readonly BenchPaper[], hasAuthors: boolean): Promise<Rule> {
  const index = new PaperIndex();
  const made = papers.map(({ title, abstract, authors = [] }, number): Paper => {
    const names = hasAuthors ? authors.map((family) => ({ family })) : [];
    const texts = { title, abstract, source: { title, abstract } };
    return {
      id: String(number),
      key: String(number),
      ...texts,
      authors: names,
      type: 'article',
      topics: [],
      links: [],
    };
  });
  await index.update([], made);
  return (number) => index.related(String(number), shown).map(({ id }) => Number(id));
}

async function miniSearch(papers: readonly BenchPaper[]): Promise<Rule> {
  const fields = ['title', 'abstract'];
  const index = new MiniSearch<{ id: number; title: string; abstract: string }>({ fields });
  index.addAll(papers.map(({ title, abstract }, id) => ({ id, title, abstract })));
  return (number) => {
    const { title, abstract } = papers[number]!;
    const found = index.search(`${title} ${abstract}`, { boost: { title: 2 } }).map(({ id }) => Number(id));
    return found.filter((other) => other !== number).slice(0, shown);
  };
}

async function chance(papers: readonly BenchPaper[], seed: number): Promise<Rule> {
  const random = randomNumbers(seed + 1);
  return () => Array.from({ length: shown }, () => Math.floor(random() * papers.length));
}
