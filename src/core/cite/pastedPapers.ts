import { normalizePaperId } from '../identifiers';
import type { PaperId } from '../paper';
import { lookupIdentifier } from '../search/lookupIdentifier';

const longestEntries = 100_000;
const longestIds = 5_000;
const bibTeX = /^\s*@[a-z]+\s*[{(]/iu;
const isIdentifier = /^(?:arxiv|doi):/u;

/** What a pasted text could be cited by. */
export type PastedPapers =
  | { readonly kind: 'ids'; readonly ids: readonly PaperId[] }
  /** BibTeX, which has yet to be read. */
  | { readonly kind: 'entries' };

/**
 * Tells whether a pasted text is BibTeX, or nothing but arXiv ids, DOIs or links to either; `undefined` for any other.
 *
 * `https://arxiv.org/abs/2205.14135v2` → `arxiv:2205.14135`
 */
export function pastedPapers(text: string): PastedPapers | undefined {
  if (text.length <= longestEntries && bibTeX.test(text)) return { kind: 'entries' };
  if (text.length > longestIds) return undefined;
  const ids = text
    .replace(/\b(arxiv|doi):\s+/giu, '$1:')
    .split(/[\s,;]+/u)
    .filter((word) => word !== '')
    .map((word) => normalizePaperId(lookupIdentifier(word)));
  return ids.length > 0 && ids.every((id) => isIdentifier.test(id))
    ? { kind: 'ids', ids: [...new Set(ids)] }
    : undefined;
}
