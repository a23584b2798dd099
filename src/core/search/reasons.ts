import { authorsLabel, fullName } from '../labels';
import { toOneLine } from '../text';
import type { FieldHits } from './fieldHits';
import {
  abstractMask,
  authorsMask,
  inFamily,
  inFirstFamily,
  inIdentifier,
  inVenue,
  inYear,
  titleMask,
} from './fieldHits';
import type { PaperStore } from './paperStore';
import type { Query } from './query';
import type { SearchHit } from './searchHit';
import type { RecentAbstracts } from './recentAbstracts';
import { splitAbstract } from './splitAbstract';
import type { ShownPaper } from './shownPaper';
import { snippet } from './snippet';
import type { SoughtWord } from './soughtWord';
import { countSought, soughtWord, stands } from './soughtWord';
import { stopWords } from './stopWords';
import type { WordMatches } from './wordMatches';
import { splitWords } from './words';

type Reason = NonNullable<SearchHit['reason']>;

interface TellingWord extends SoughtWord {
  readonly identifier: string;
  readonly match: WordMatches;
}

const mostNames = 3;

/** Why papers answer a query, where their rows do not show it. */
export class Reasons {
  readonly #store: PaperStore;
  readonly #words: readonly TellingWord[];
  readonly #abstracts: RecentAbstracts;

  constructor(store: PaperStore, query: Query, matches: readonly WordMatches[], abstracts: RecentAbstracts) {
    this.#store = store;
    this.#abstracts = abstracts;
    this.#words = query.words
      .map(({ word, identifier }, index) => ({ word, identifier, match: matches[index]! }))
      .filter(({ word }) => !stopWords.has(word))
      .map(({ identifier, match }) => ({ identifier, match, ...soughtWord(match, store.vocabulary) }));
  }

  /**
   * What a row says when title, authors' label and year do not show why the paper is there: the identifier, the people
   * or the venue found, or the piece of the abstract with most of the words.
   * @param abstractOf the abstract as it was written, where it is known
   */
  of(number: number, paper: ShownPaper, abstractOf: () => string | undefined): Reason | undefined {
    const found = this.#words.filter(({ match }) => match.worth(number) > 0);
    const unseen = found.filter((word) => !isShown(word, word.match.hits(number), paper));
    if (unseen.length === 0) return undefined;

    const fields = unseen.reduce((all, { match }) => all | match.hits(number), 0);
    const quote = (): string => {
      const { text, words } = this.#abstracts.of(number, () => {
        const written = abstractOf();
        return written === undefined ? this.#store.abstractOf(number) : splitAbstract(written);
      });
      return snippet(text, words, unseen, found);
    };
    const texts: readonly Reason[] = [
      { field: 'authors', text: fields & authorsMask ? namesWith(unseen, paper) : '' },
      { field: 'venue', text: (fields & inVenue && paper.venue) || '' },
      { field: 'abstract', text: fields & abstractMask ? quote() : '' },
    ];
    let best = fields & inIdentifier ? this.#identifierReason(unseen, number, paper) : undefined;
    let most = best ? unseen.length : 0;
    for (const candidate of texts) {
      const count = candidate.text === '' ? 0 : countSought(unseen, splitWords(candidate.text));
      if (count > most) [best, most] = [candidate, count];
    }
    return best && { field: best.field, text: toOneLine(best.text) };
  }

  /** The identifier that was looked for, as people write it. */
  #identifierReason(words: readonly TellingWord[], number: number, paper: ShownPaper): Reason | undefined {
    for (const { identifier } of words) {
      const name = identifier === '' ? undefined : this.#store.identifierOf(number, identifier);
      if (name === undefined) continue;
      if (name === paper.arxiv) return { field: 'identifier', text: `arXiv:${name}` };
      return { field: 'identifier', text: name === paper.key.toLowerCase() ? paper.key : name };
    }
    return undefined;
  }
}

/** Whether a row shows a word anyway: in its title, its authors' label or its year. */
function isShown(word: SoughtWord, hits: FieldHits, paper: ShownPaper): boolean {
  if (hits & (titleMask | inYear) || (hits & inFirstFamily && paper.authors.length > 0)) return true;
  return (hits & inFamily) !== 0 && stands(word, splitWords(authorsLabel(paper)));
}

function namesWith(words: readonly SoughtWord[], { authors, editors = [] }: ShownPaper): string {
  return [...authors, ...editors]
    .map(fullName)
    .filter((name) => countSought(words, splitWords(name)) > 0)
    .slice(0, mostNames)
    .join(', ');
}
