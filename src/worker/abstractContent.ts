import type { Inline } from '../core/mathematics/inline';
import { inlines } from '../core/mathematics/inlines';
import { authorsLabel, fullName } from '../core/labels';
import type { Paper } from '../core/paper';
import type { SourceReading } from '../core/sourceReadings';
import { toOneLine } from '../core/text';
import type { AbstractContent, RelatedPaper } from '../protocol/abstractProtocol';

// No paper has more; a library file may, and the panel shall stay quick and small with it.
const longestName = 300;
const longestTitle = 1_000;
const longestAbstract = 30_000;
const mostAuthors = 300;
const mostParagraphs = 100;
const mostTopics = 20;
const mostLinks = 20;
const mostSources = 100;
const longestDifference = 300;

/**
 * What the abstract panel shows of a paper.
 * @param related the papers most like it, the most alike first
 * @param readings what each of its sources says
 */
export function abstractContent(
  paper: Paper,
  related: readonly Paper[],
  readings: readonly SourceReading[],
): AbstractContent {
  return {
    id: paper.id,
    key: line(paper.key, longestName),
    plainTitle: line(paper.title, longestTitle),
    title: running(paper.markup?.title, paper.title, longestTitle),
    authors: authors(paper),
    ...(paper.andOthers && { andOthers: true }),
    publication: publication(paper),
    abstract: paragraphs(paper.markup?.abstract, paper.abstract),
    topics: paper.topics
      .slice(0, mostTopics)
      .map((topic) => line(topic, longestName))
      .filter((topic) => topic !== ''),
    links: paper.links.filter(({ url }) => /^https?:\/\//i.test(url)).slice(0, mostLinks),
    related: related.map(relatedPaper),
    sources: sources(readings),
  };
}

function authors(paper: Paper): string[] {
  const names = paper.authors.slice(0, mostAuthors).map((author) => line(fullName(author), longestName));
  return paper.authors.length > mostAuthors ? [...names, '…'] : names;
}

/** `ICLR 2024`; `Findings of ACL, 2023`; the year alone, or not again where the venue's name has it. */
function publication({ venue, arxiv, type, year }: Paper): string {
  const place = venue ?? (arxiv !== undefined && type === 'article' ? 'arXiv' : '');
  const name = line(place, longestName);
  if (year === undefined) return name;
  if (name === '') return String(year);
  if (new RegExp(`(?<!\\d)${year}(?!\\d)`).test(name)) return name;
  return name.includes(' ') ? `${name}, ${year}` : `${name} ${year}`;
}

function relatedPaper(paper: Paper): RelatedPaper {
  const byline = [authorsLabel(paper), paper.year].filter(Boolean).join(', ');
  return { id: paper.id, title: line(paper.title, longestTitle), byline: line(byline, longestName) };
}

function sources(readings: readonly SourceReading[]): SourceReading[] {
  if (readings.every(({ kind }) => kind === 'bundled')) return [];
  return readings.slice(0, mostSources).map(({ differences, ...source }) => ({
    ...source,
    key: line(source.key, longestName),
    differences: differences.map(({ field, value }) => ({ field, value: line(value, longestDifference) })),
  }));
}

/** An empty line parts paragraphs; a single line break is only where the source was wrapped. */
function paragraphs(markup: string | undefined, plain: string): Inline[][] {
  return bounded(markup ?? plain, longestAbstract)
    .split(/\n\s*\n/u, mostParagraphs)
    .map((text) => running(markup === undefined ? undefined : text, text, longestAbstract))
    .filter((pieces) => pieces.length > 0);
}

function running(markup: string | undefined, plain: string, longest: number): Inline[] {
  return inlines(markup === undefined ? undefined : line(markup, longest), line(plain, longest));
}

function line(text: string, longest: number): string {
  return bounded(toOneLine(bounded(text, 2 * longest)), longest);
}

/** At most so many UTF-16 units, and an ellipsis in the place of the rest. */
function bounded(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
