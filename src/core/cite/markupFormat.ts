import type { Paper } from '../paper';
import type {
  Citation,
  CitationEdit,
  CitationFormat,
  CitedDocument,
  RefusedCitation,
  SelectedRange,
} from './citationFormat';
import type { CitationMarkup, CitationStyle, FoundCitation } from './citationMarkup';
import { spellPapers } from './citeKeys';
import { literalPlaceAt, type LiteralSpan, literalSpans } from './literalText';
import { blankBefore, blankBehind } from './spacing';

// Nobody's citation is longer; what is, is text that somebody forgot to close.
const longestCitation = 20_000;
// An address, at the longest.
const longestWord = 500;

/** A markup as a citation format: the citation under the cursor takes in what is new, else a new one is written. */
export function markupFormat(markup: CitationMarkup): CitationFormat {
  const { id, languageIds, extensions, claims, declaredIn } = markup;
  return {
    id,
    languageIds,
    extensions,
    claims,
    declaredIn,
    cite: (papers, document) => newCitation(papers, markup.style(document)),
    insert: (document, selections, papers) => {
      const spans = spansOf(markup, document.text);
      const style = markup.style(document);
      const edits: CitationEdit[] = [];
      for (const selection of selections) {
        const place = literalPlaceAt(document.text, selection.end, spans);
        if (place) return { kind: 'refused', reason: 'place', place };
        const edit = citing(markup, style, document, behindClosed(markup, document.text, selection), papers, spans);
        if ('kind' in edit) return edit;
        edits.push(escapedEdit(markup, document.text, edit));
      }
      return { kind: 'edits', edits };
    },
    citationAt: (document, selection) => {
      const spans = spansOf(markup, document.text);
      if (literalPlaceAt(document.text, selection.end, spans)) return undefined;
      const found = findAt(markup, document, selection, spans);
      return found && !found.isBroken ? { start: found.start, end: found.end, keys: found.keys } : undefined;
    },
  };
}

function spansOf({ literals }: CitationMarkup, text: string): readonly LiteralSpan[] {
  return typeof literals === 'function' ? literals(text) : literalSpans(text, literals);
}

function newCitation(papers: readonly Paper[], style: CitationStyle): Citation {
  const result = spellPapers(papers, style.spell);
  if (result.kind === 'spelled') return { kind: 'citation', text: style.join(result.spelled) };
  return style.otherwise ? newCitation(papers, style.otherwise) : result;
}

function citing(
  markup: CitationMarkup,
  style: CitationStyle,
  document: CitedDocument,
  selection: SelectedRange,
  papers: readonly Paper[],
  spans: readonly LiteralSpan[],
): CitationEdit | RefusedCitation {
  const { text } = document;
  const found = findAt(markup, document, selection, spans);
  if (found?.isBroken) return { kind: 'refused', reason: 'place', place: 'name' };
  if (found && !(selection.start < selection.end && isWhole(text, found, selection))) {
    return extension(markup, found, text, papers);
  }
  const citation = newCitation(papers, style);
  if (citation.kind === 'refused') return citation;
  const { start, end } = found ?? { start: selection.end, end: selection.end };
  const isNeeded = markup.needsBlank === true;
  const following = text.slice(end, end + 4);
  const preceding = text.slice(Math.max(0, start - longestWord), start);
  const before = found || style.attached ? '' : blankBefore(preceding, following, isNeeded);
  const written = before + citation.text;
  const behind = separation(markup, citation.text, following);
  return { start, end, text: written + behind, caret: written.length };
}

/** The citation with the new papers in it; the cursor goes behind all of it. */
function extension(
  markup: CitationMarkup,
  found: FoundCitation,
  text: string,
  papers: readonly Paper[],
): CitationEdit | RefusedCitation {
  const result = spellPapers(papers, found.spell, found.keys);
  if (result.kind === 'refused') return result;
  const { at, before, between, behind } = found;
  if (result.spelled.length === 0) return { start: found.end, end: found.end, text: '', caret: 0 };
  const written = before + result.spelled.join(between) + behind;
  if (found.isNeighbour) {
    const blank = separation(markup, written, text.slice(at, at + 4));
    return { start: at, end: at, text: written + blank, caret: written.length };
  }
  return { start: at, end: at, text: written, caret: written.length + found.end - at };
}

function separation(markup: CitationMarkup, citation: string, following: string): '' | ' ' {
  return markup.continues?.(citation, following) ? ' ' : blankBehind(following, markup.needsBlank === true);
}

/** The innermost citation that holds the whole selection, its ends included. */
function findAt(
  markup: CitationMarkup,
  document: CitedDocument,
  { start, end }: SelectedRange,
  spans: readonly LiteralSpan[],
): FoundCitation | undefined {
  const { text } = document;
  const from = paragraphStart(text, start);
  const to = paragraphEnd(text, end);
  return (
    markup
      .find(text, from, to, document)
      .filter((one) => one.start <= start && end <= one.end)
      // What begins in code or a comment breaks nothing behind it.
      .filter((one) => !one.isBroken || !literalPlaceAt(text, one.start + 1, spans))
      .reduce<FoundCitation | undefined>(
        (best, one) => (best && best.end - best.start <= one.end - one.start ? best : one),
        undefined,
      )
  );
}

/** The edit as the place wants it; the cursor stays behind what is written. */
function escapedEdit({ escaped }: CitationMarkup, text: string, edit: CitationEdit): CitationEdit {
  if (!escaped) return edit;
  const written = escaped(text, edit.start, edit.text);
  const caret = edit.caret === undefined ? {} : { caret: edit.caret + written.length - edit.text.length };
  return { ...edit, text: written, ...caret };
}

/** The selection, or the end of what it ends amid without a citation being able to. */
function behindClosed({ closed }: CitationMarkup, text: string, selection: SelectedRange): SelectedRange {
  const ranges = closed?.(text, paragraphStart(text, selection.end), paragraphEnd(text, selection.end)) ?? [];
  const around = ranges.filter(({ start, end }) => start < selection.end && selection.end < end);
  if (around.length === 0) return selection;
  const behind = Math.max(...around.map(({ end }) => end));
  return { start: behind, end: behind };
}

function isWhole(text: string, { start, end }: SelectedRange, selection: SelectedRange): boolean {
  return text.slice(selection.start, selection.end).trim() === text.slice(start, end);
}

const blankLine = /\n[^\S\n]*\n/gu;

function paragraphStart(text: string, offset: number): number {
  const from = Math.max(0, offset - longestCitation);
  let start = from;
  for (const { index, 0: found } of text.slice(from, offset).matchAll(blankLine)) start = from + index + found.length;
  return start;
}

function paragraphEnd(text: string, offset: number): number {
  const piece = text.slice(offset, offset + longestCitation);
  const blank = piece.search(/\n[^\S\n]*\n/u);
  return offset + (blank < 0 ? piece.length : blank);
}
