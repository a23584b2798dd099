import { normalizeArxiv, normalizeDoi } from '../identifiers';
import type { Paper } from '../paper';

const wrapping = /^\\[a-z]{0,12}cite[a-z]{0,12}\*?\{|^[<("'`[{@&\\-]+|[>)"'`\]},.;:!?]+$/gi;
// Pages about arXiv papers elsewhere end in the identifier: huggingface.co/papers/2205.14135.
const pageOfArxiv = /^(?:https?:\/\/\S+?\/|abs\/|oai:arxiv\.org:)(\d{4}\.\d{4,5})(?:v\d+)?(?:[?#]\S*)?$/i;
// Publishers' pages have the DOI in their address: dl.acm.org/doi/abs/10.1145/3669940.3707256.
const pageOfDoi = /^(?:https?:\/\/)?[a-z][\w-]*(?:\.[\w-]+)+\/(?:[^\s?#]*?\/)?(10\.\d{4,9}(?:\/|%2f)[^\s?#]+)/i;
const partOfPage = /\/(?:abstract|epdf|full|fulltext|html|meta|pdf)$|\.pdf$/i;
// The ACL's anthology: aclanthology.org/2025.acl-long.498.
const pageOfAnthology =
  /^(?:https?:\/\/)?(?:www\.)?aclanthology\.org\/(\d{4}\.[\w-]+\.\d+|[a-z]\d{2}-\d{4})(?:\.pdf)?\/?$/i;

/**
 * The one spelling in which an identifier is kept and looked up, whether it was pasted bare, as a link, or as it stands
 * in a document: `arXiv:2205.14135v2`, `https://arxiv.org/pdf/2205.14135`, `doi:10.1145/…`, `@dao2022flashattention`,
 * `\citep{dao2022flashattention}`, `https://github.com/naver-ai/seit`, `https://dl.acm.org/doi/10.1145/3669940.3707256`.
 */
export function lookupIdentifier(text: string): string {
  const bare = text.replace(wrapping, '');
  return (
    normalizeArxiv(bare) ??
    normalizeDoi(bare) ??
    pageOfArxiv.exec(bare)?.[1] ??
    doiOfPage(bare) ??
    bare
      .toLowerCase()
      .replace(/^(?:arxiv|doi):/, '')
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/(?:\.git)?[/?#]*$/, '')
  );
}

function doiOfPage(address: string): string | undefined {
  const paper = pageOfAnthology.exec(address)?.[1];
  if (paper !== undefined) return normalizeDoi(`10.18653/v1/${paper}`);
  const doi = pageOfDoi.exec(address)?.[1]?.replace(partOfPage, '');
  return doi && normalizeDoi(`https://doi.org/${doi}`);
}

const whiteSpace = /\s/u;

/** Everything a paper is known by, in that spelling; nothing that could not be typed as one word. */
export function identifiersOf(paper: Paper): ReadonlySet<string> {
  const names = [paper.id, paper.key, paper.arxiv ?? '', paper.doi ?? '', ...paper.links.map(({ url }) => url)];
  return new Set(
    names.map((name) => lookupIdentifier(name.toWellFormed())).filter((name) => name !== '' && !whiteSpace.test(name)),
  );
}
