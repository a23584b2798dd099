import { authorsLabel, fullName } from '../labels';
import { toOneLine } from '../text';
import { bitCount } from './bitCount';
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
import type { RecentValues } from './recentValues';
import type { SplitAbstract } from './splitAbstract';
import { splitAbstract } from './splitAbstract';
import type { ShownPaper } from './shownPaper';
import { snippet } from './snippet';
import { SoughtWords } from './soughtWords';
import { stopWords } from './stopWords';
import type { WordMatches } from './wordMatches';
import { splitWords } from './words';

type Reason = NonNullable<SearchHit['reason']>;

const mostNames = 3;

/** Why papers answer a query, where their rows do not show it. */
export class Reasons {
  readonly #store: PaperStore;
  readonly #query: Query;
  /** By the places of the words that say something. */
  readonly #matches: ReadonlyMap<number, WordMatches>;
  readonly #abstracts: RecentValues<SplitAbstract>;
  #knownSought: SoughtWords | undefined;

  constructor(
    store: PaperStore,
    query: Query,
    matches: readonly WordMatches[],
    abstracts: RecentValues<SplitAbstract>,
  ) {
    this.#store = store;
    this.#query = query;
    this.#abstracts = abstracts;
    const telling = Array.from(matches.entries()).filter(([place]) => !stopWords.has(query.words[place]!.word));
    this.#matches = new Map(telling);
  }

  /**
   * What a row says when title, authors' label and year do not show why the paper is there: the identifier, the people
   * or the venue found, or the piece of the abstract with most of the words.
   * @param abstractOf the abstract as it was written, where it is known
   */
  of(number: number, paper: ShownPaper, abstractOf: () => string | undefined): Reason | undefined {
    let found = 0;
    let unseen = 0;
    let fields = 0;
    for (const [place, match] of this.#matches) {
      if (match.worth(number) === 0) continue;
      found |= 1 << place;
      if (this.#isShown(place, match.hits(number), paper)) continue;
      unseen |= 1 << place;
      fields |= match.hits(number);
    }
    if (unseen === 0) return undefined;

    const quote = (): string => {
      const { text, words } = this.#abstracts.of(number, () => {
        const written = abstractOf();
        return written === undefined ? this.#store.abstractOf(number) : splitAbstract(written);
      });
      return snippet(text, words, this.#sought, unseen, found);
    };
    const texts: readonly Reason[] = [
      { field: 'authors', text: fields & authorsMask ? this.#namesWith(unseen, paper) : '' },
      { field: 'venue', text: (fields & inVenue && paper.venue) || '' },
      { field: 'abstract', text: fields & abstractMask ? quote() : '' },
    ];
    let best = fields & inIdentifier ? this.#identifierReason(unseen, number, paper) : undefined;
    let most = best ? bitCount(unseen) : 0;
    for (const candidate of texts) {
      const count = candidate.text === '' ? 0 : bitCount(this.#sought.in(splitWords(candidate.text)) & unseen);
      if (count > most) [best, most] = [candidate, count];
    }
    return best && { field: best.field, text: toOneLine(best.text) };
  }

  /** Made when a row first needs it: the beginning of a word may stand for thousands. */
  get #sought(): SoughtWords {
    return (this.#knownSought ??= new SoughtWords(this.#matches, this.#store.vocabulary));
  }

  /** Whether a row shows a word anyway: in its title, its authors' label or its year. */
  #isShown(place: number, hits: FieldHits, paper: ShownPaper): boolean {
    if (hits & (titleMask | inYear) || (hits & inFirstFamily && paper.authors.length > 0)) return true;
    return (hits & inFamily) !== 0 && (this.#sought.in(splitWords(authorsLabel(paper))) & (1 << place)) !== 0;
  }

  /** The identifier that was looked for, as people write it. */
  #identifierReason(unseen: number, number: number, paper: ShownPaper): Reason | undefined {
    for (const [place, { identifier }] of this.#query.words.entries()) {
      const name =
        !(unseen & (1 << place)) || identifier === '' ? undefined : this.#store.identifierOf(number, identifier);
      if (name === undefined) continue;
      if (name === paper.arxiv) return { field: 'identifier', text: `arXiv:${name}` };
      return { field: 'identifier', text: name === paper.key.toLowerCase() ? paper.key : name };
    }
    return undefined;
  }

  #namesWith(words: number, { authors, editors = [] }: ShownPaper): string {
    return [...authors, ...editors]
      .map(fullName)
      .filter((name) => (this.#sought.in(splitWords(name)) & words) !== 0)
      .slice(0, mostNames)
      .join(', ');
  }
}
