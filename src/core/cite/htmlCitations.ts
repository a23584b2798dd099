import type { FoundCitation } from './citationMarkup';
import { listExtension, listParts } from './listParts';
import { spellInRole } from './roleCitations';

const element =
  /<cite\b(?<before>[^<>]{0,200}?\sdata-cite=")(?<keys>[^"<>\n]{0,2000})"[^<>]{0,200}>(?:[^<]{0,500}<\/cite>)?/giu;

/** The citations of notebooks, of which nbconvert makes `\cite{a,b}`: `<cite data-cite="a,b">(A, 2020)</cite>`. */
export function htmlCitations(text: string, from: number, to: number): readonly FoundCitation[] {
  return Array.from(text.slice(from, to).matchAll(element), ({ 0: whole, groups, index }) => {
    const start = from + index;
    const open = start + '<cite'.length + groups!.before!.length;
    const parts = listParts(text, open, open + groups!.keys!.length, ',');
    const keys = parts.map((part) => part.text).filter(Boolean);
    return {
      start,
      end: start + whole.length,
      keys,
      spell: spellInRole,
      behind: '',
      ...listExtension(text, parts, ','),
    };
  });
}
