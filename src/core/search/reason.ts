import { authorsLabel, fullName } from '../labels';
import type { Paper } from '../paper';
import { toOneLine } from '../text';
import { identifiersOf } from './lookupIdentifier';
import type { Query } from './query';
import type { SearchHit } from './searchHit';
import { snippet } from './snippet';
import { stopWords } from './stopWords';
import type { WordMatches } from './wordMatches';
import { splitWords } from './words';

type Reason = NonNullable<SearchHit['reason']>;

const mostNames = 3;

/**
 * What a row says when title, authors' label and year do not show why the paper is there: the identifier, the people
 * or the venue found, or the piece of the abstract with most of the words.
 * @param number the paper's number in `matches`
 */
export function reasonFor(
  paper: Paper,
  number: number,
  query: Query,
  matches: readonly WordMatches[],
): Reason | undefined {
  const shown = formsIn(`${paper.title} ${authorsLabel(paper.authors)} ${paper.year ?? ''}`);
  const found = query.words
    .map(({ word, identifier }, index) => ({ word, identifier, match: matches[index]! }))
    .filter(({ word, match }) => match.worth(number) > 0 && !stopWords.has(word))
    .map(({ identifier, match }) => ({ identifier, forms: new Set([...match.terms].map((term) => term.word)) }));
  const unseen = found.filter(({ forms }) => !overlap(forms, shown));
  if (unseen.length === 0) return undefined;

  const wanted = unseen.map(({ forms }) => forms);
  const people = [...paper.authors, ...(paper.editors ?? [])].map(fullName);
  const names = people.filter((name) => countIn(name, wanted) > 0).slice(0, mostNames);
  const quote = snippet(paper.abstract, wanted, found.map(({ forms }) => forms)); // prettier-ignore
  const identifier = identifierShown(paper, unseen.map((word) => word.identifier)); // prettier-ignore
  const candidates: readonly (Reason & { readonly words: number })[] = [
    { field: 'identifier', text: identifier ?? '', words: identifier === undefined ? 0 : unseen.length },
    { field: 'authors', text: names.join(', '), words: countIn(names.join(' '), wanted) },
    { field: 'venue', text: paper.venue ?? '', words: countIn(paper.venue ?? '', wanted) },
    { field: 'abstract', text: quote, words: countIn(quote, wanted) },
  ];
  const best = candidates.reduce((a, b) => (b.words > a.words ? b : a));
  return best.words > 0 ? { field: best.field, text: toOneLine(best.text) } : undefined;
}

/** The identifier that was looked for, as people write it. */
function identifierShown(paper: Paper, wanted: readonly string[]): string | undefined {
  const name = [...identifiersOf(paper)].find((known) => wanted.some((text) => text !== '' && known.startsWith(text)));
  if (name === undefined) return undefined;
  if (name === paper.arxiv) return `arXiv:${name}`;
  return name === paper.key.toLowerCase() ? paper.key : name;
}

function formsIn(text: string): ReadonlySet<string> {
  return new Set(splitWords(text).flatMap(({ word, others }) => [word, ...others]));
}

function countIn(text: string, words: readonly ReadonlySet<string>[]): number {
  const forms = formsIn(text);
  return words.filter((word) => overlap(word, forms)).length;
}

function overlap(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [fewer, more] = some.size < others.size ? [some, others] : [others, some];
  for (const word of fewer) if (more.has(word)) return true;
  return false;
}
