import type { SplitAbstract } from './splitAbstract';

/** Some times what a pick shows: while somebody types, most papers found stay the same from key to key. */
const mostTexts = 200;

/** The abstracts of papers that were lately asked for. */
export class RecentAbstracts {
  readonly #abstracts = new Map<number, SplitAbstract>();

  /** @param read gives the abstract of a paper that was not asked for lately */
  of(paper: number, read: () => SplitAbstract): SplitAbstract {
    const abstract = this.#abstracts.get(paper) ?? read();
    this.#abstracts.delete(paper);
    this.#abstracts.set(paper, abstract);
    if (this.#abstracts.size > mostTexts) this.#abstracts.delete(this.#abstracts.keys().next().value!);
    return abstract;
  }

  /** To be called when numbers may stand for other papers. */
  clear(): void {
    this.#abstracts.clear();
  }
}
