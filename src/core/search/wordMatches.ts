import type { FieldHits } from './fieldHits';
import { hitsWorth } from './fieldHits';
import type { Term } from './vocabulary';

/** Where one word of a query was found, in whichever form. */
export class WordMatches {
  /** The papers, each once, by number. */
  readonly papers: number[] = [];
  /** The terms that stand for the word. */
  readonly terms = new Set<Term>();
  /** Terms that stand for it together, one after the other. */
  readonly pairs: (readonly [Term, Term])[] = [];
  readonly #worth: Float32Array;
  readonly #hits: Uint16Array;

  /** @param numbersEnd one more than the highest number of a paper */
  constructor(numbersEnd: number) {
    this.#worth = new Float32Array(numbersEnd);
    this.#hits = new Uint16Array(numbersEnd);
  }

  /** What the best form in which a paper has the word is worth, 0 to about 2. */
  worth(paper: number): number {
    return this.#worth[paper] ?? 0;
  }

  /** The fields in which a paper has the word, as flags. */
  hits(paper: number): FieldHits {
    return this.#hits[paper] ?? 0;
  }

  /** @param weight how sure it is that this term was meant, 0 to 1 */
  addTerm(term: Term, weight: number): void {
    this.terms.add(term);
    const { postings } = term;
    for (let i = 0; i < postings.length; i += 2) this.addPaper(postings[i]!, postings[i + 1]!, weight);
  }

  addPaper(paper: number, hits: FieldHits, weight: number): void {
    const worth = weight * hitsWorth[hits]!;
    const known = this.#worth[paper]!;
    if (known === 0) this.papers.push(paper);
    if (worth > known) this.#worth[paper] = worth;
    this.#hits[paper]! |= hits;
  }
}
