import { authorsLabel, fullName } from '../labels';
import type { Paper } from '../paper';
import { toOneLine } from '../text';
import { identifiersOf } from './lookupIdentifier';
import type { Query } from './query';
import type { SearchHit } from './searchHit';
import { snippet } from './snippet';
import { countSought, soughtWord, stands } from './soughtWord';
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
  const found = query.words
    .map(({ word, identifier }, index) => ({ word, identifier, match: matches[index]! }))
    .filter(({ word, match }) => match.worth(number) > 0 && !stopWords.has(word))
    .map(({ identifier, match }) => ({ identifier, ...soughtWord(match) }));
  const shown = splitWords(`${paper.title} | ${authorsLabel(paper.authors)} | ${paper.year ?? ''}`);
  const unseen = found.filter((word) => !stands(word, shown));
  if (unseen.length === 0) return undefined;

  const people = [...paper.authors, ...(paper.editors ?? [])].map(fullName);
  const names = people.filter((name) => countSought(unseen, splitWords(name)) > 0).slice(0, mostNames);
  const texts: readonly Reason[] = [
    { field: 'authors', text: names.join(', ') },
    { field: 'venue', text: paper.venue ?? '' },
    { field: 'abstract', text: snippet(paper.abstract, unseen, found) },
  ];
  let best: Reason | undefined = identifierReason(paper, unseen.map(({ identifier }) => identifier)); // prettier-ignore
  let most = best ? unseen.length : 0;
  for (const candidate of texts) {
    const count = countSought(unseen, splitWords(candidate.text));
    if (count > most) [best, most] = [candidate, count];
  }
  return best && { field: best.field, text: toOneLine(best.text) };
}

/** The identifier that was looked for, as people write it. */
function identifierReason(paper: Paper, wanted: readonly string[]): Reason | undefined {
  const name = [...identifiersOf(paper)].find((known) => wanted.some((text) => text !== '' && known.startsWith(text)));
  if (name === undefined) return undefined;
  if (name === paper.arxiv) return { field: 'identifier', text: `arXiv:${name}` };
  return { field: 'identifier', text: name === paper.key.toLowerCase() ? paper.key : name };
}
