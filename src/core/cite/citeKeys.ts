import type { Paper } from '../paper';
import { foldDiacritics, toOneLine } from '../text';
import type { RefusedCitation } from './citationFormat';
import type { CitationStyle } from './citationMarkup';
import { crossReference } from './pandocCitations';

const longestKeyShown = 100;

/** Papers as a style spells them, each key once. */
export type SpelledPapers = { readonly kind: 'spelled'; readonly spelled: readonly string[] } | RefusedCitation;

/** Spells papers but for those whose keys are `known`. A key that the style cannot hold refuses them all. */
export function spellPapers(
  papers: readonly Paper[],
  spell: CitationStyle['spell'],
  known: readonly string[] = [],
): SpelledPapers {
  const seen = new Set(known);
  const spelled: string[] = [];
  for (const paper of papers) {
    const { key } = paper;
    // Characters that nobody sees make two keys look alike, and those that end a line end the construct.
    const written = key === '' || toOneLine(key) !== key ? undefined : spell(paper);
    if (written === undefined) return refuseKey(paper);
    if (!seen.has(key)) spelled.push(written);
    seen.add(key);
  }
  return { kind: 'spelled', spelled };
}

/** The refusal of a key, with the key cut and cleaned for a message. */
function refuseKey({ id, key }: Paper): RefusedCitation {
  const shown = toOneLine(key.slice(0, longestKeyShown * 2)).slice(0, longestKeyShown);
  return { kind: 'refused', reason: 'key', paper: id, key: shown.toWellFormed(), suggestion: harmlessKey(shown) };
}

/** A key that every format can hold, as like the given one as may be: `Müller, 2020` → `Muller-2020`, `fig-1` → `fig_1`. */
function harmlessKey(key: string): string {
  const plain = foldDiacritics(key)
    .replace(/[^A-Za-z0-9_]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .replace(crossReference, (prefix) => prefix.replace('-', '_'));
  return plain === '' ? 'paper' : plain;
}
