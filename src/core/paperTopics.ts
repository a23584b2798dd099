import { LibraryTopics } from './libraryTopics';
import type { LibraryPaper, PaperId } from './paper';
import { otherTopic, topicLabels, topicsOf } from './topics';

/** From so many papers on a library's own topics are found; with fewer, the bundled papers' rule is asked if they are there. */
const leastForOwn = 12;
/** The bundled papers' rule is slow, and a library so large has topics of its own whatever it is about. */
const mostForBundledRule = 1000;
/** A library is about what the bundled papers are about if their rule places this part of its papers. */
const bundledShare = 0.5;
const sampled = 50;

/** Topics are found anew when this part of the papers has changed, or more than a few. */
const staleShare = 0.1;
const fewChanges = 5;

/**
 * The topics of a library's papers. A person's correction goes first, then the groups of their own library, then what a
 * source of topics says (the bundled papers have theirs), then the topics found in this library ({@link LibraryTopics}).
 * If a library is about the same things as the bundled papers beside it, their rule goes before the last. Nothing is
 * found before it is asked for, and what was found stays until much has changed.
 */
export class PaperTopics {
  #known = new WeakMap<LibraryPaper, readonly string[]>();
  #found: LibraryTopics | undefined;
  #byBundledRule = false;
  #foundIn = 0;
  #changes = 0;

  /** Papers came, went or changed. */
  note(changes: number): void {
    this.#changes += changes;
  }

  /**
   * The main topic first; the catch-all alone where none fits.
   * @param papers the whole library
   */
  topicsOf(
    paper: LibraryPaper,
    papers: () => readonly LibraryPaper[],
    corrections: ReadonlyMap<PaperId, string>,
  ): readonly string[] {
    const corrected = corrections.get(paper.id);
    const own = this.#uncorrected(paper, papers);
    if (corrected === undefined) return own;
    return [corrected, ...own.filter((topic) => topic !== corrected && topic !== otherTopic)];
  }

  #uncorrected(paper: LibraryPaper, papers: () => readonly LibraryPaper[]): readonly string[] {
    if (paper.groups?.length) return paper.groups;
    if (paper.topics.length > 0) return paper.topics;
    const topics = this.#topics(papers);
    let known = this.#known.get(paper);
    if (!known) {
      known = this.#byBundledRule ? withoutOther(this.#bundledTopics(paper)) : [];
      if (known.length === 0) known = topics.topicsOf(paper);
      if (known.length === 0) known = [otherTopic];
      this.#known.set(paper, known);
    }
    return known;
  }

  #topics(papers: () => readonly LibraryPaper[]): LibraryTopics {
    if (this.#found && this.#changes <= Math.max(fewChanges, this.#foundIn * staleShare)) return this.#found;
    const all = papers();
    const own = all.filter(({ topics, groups }) => topics.length === 0 && !groups?.length);
    this.#byBundledRule = isAboutBundled(all, own);
    const rest = this.#byBundledRule
      ? own.filter((paper) => withoutOther(this.#bundledTopics(paper)).length === 0)
      : own;
    const isMuchTheSame = own.length <= 2 * this.#foundIn;
    this.#found = new LibraryTopics(rest, isMuchTheSame ? this.#found?.labels : []);
    this.#foundIn = own.length;
    this.#changes = 0;
    this.#known = new WeakMap();
    return this.#found;
  }

  /** A person's own keywords say more than a rule. */
  #bundledTopics(paper: LibraryPaper): readonly string[] {
    return paper.keywords?.length ? [] : topicsOf(paper);
  }
}

function isAboutBundled(all: readonly LibraryPaper[], own: readonly LibraryPaper[]): boolean {
  const labels = new Set(topicLabels);
  if (own.length > mostForBundledRule || !all.some(({ topics }) => topics.some((topic) => labels.has(topic))))
    return false;
  if (own.length < leastForOwn) return true;
  const stride = Math.ceil(own.length / sampled);
  const sample = own.filter((_, position) => position % stride === 0);
  return sample.filter((paper) => withoutOther(topicsOf(paper)).length > 0).length >= sample.length * bundledShare;
}

function withoutOther(topics: readonly string[]): readonly string[] {
  return topics[0] === otherTopic ? [] : topics;
}
