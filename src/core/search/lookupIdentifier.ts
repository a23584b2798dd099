import { normalizeArxiv, normalizeDoi } from '../identifiers';
import type { Paper } from '../paper';

const wrapping = /^\\[a-z]{0,12}cite[a-z]{0,12}\*?\{|^[<("'[{@\\]+|[>)"'\]},.;:!?]+$/gi;
// Pages about arXiv papers elsewhere end in the identifier: huggingface.co/papers/2205.14135.
const pageOfArxiv = /^https?:\/\/\S+?\/(\d{4}\.\d{4,5})(?:v\d+)?(?:[?#]\S*)?$/i;

/**
 * The one spelling in which an identifier is kept and looked up, whether it was pasted bare, as a link, or as it stands
 * in a document: `arXiv:2205.14135v2`, `https://arxiv.org/pdf/2205.14135`, `doi:10.1145/…`, `@dao2022flashattention`,
 * `\citep{dao2022flashattention}`, `https://github.com/naver-ai/seit`.
 */
export function lookupIdentifier(text: string): string {
  const bare = text.replace(wrapping, '');
  return (
    normalizeArxiv(bare) ??
    normalizeDoi(bare) ??
    pageOfArxiv.exec(bare)?.[1] ??
    bare
      .toLowerCase()
      .replace(/^(?:arxiv|doi):/, '')
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/(?:\.git)?[/?#]*$/, '')
  );
}

const whiteSpace = /\s/u;

/** Everything a paper is known by, in that spelling; nothing that could not be typed as one word. */
export function identifiersOf(paper: Paper): ReadonlySet<string> {
  const names = [paper.id, paper.key, paper.arxiv ?? '', paper.doi ?? '', ...paper.links.map(({ url }) => url)];
  return new Set(
    names.map((name) => lookupIdentifier(name.toWellFormed())).filter((name) => name !== '' && !whiteSpace.test(name)),
  );
}
