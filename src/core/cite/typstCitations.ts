import type { CitationStyle, FoundCitation } from './citationMarkup';
import { closingBracket } from './listParts';

const citation =
  /(?<![\w.+\\@-])(?:@(?<label>[\p{ID_Continue}\-:.]*[\p{ID_Continue}-])|#cite\(\s*(?:<(?<key>[^<>\s]{1,1000})>|label\(\s*"(?<quoted>[^"\\]{1,1000})"\s*\)))/gu;

/**
 * Typst's citations in a piece of text: `@a[p. 7]`, `#cite(<a>, form: "prose")`. Those that only blanks separate are
 * one, as Typst sets them together.
 */
export function typstCitations(
  text: string,
  from: number,
  to: number,
  spell: CitationStyle['spell'],
): readonly FoundCitation[] {
  const found: FoundCitation[] = [];
  const piece = text.slice(0, to);
  citation.lastIndex = from;
  for (let match = citation.exec(piece); match; match = citation.exec(piece)) {
    const { label, key, quoted } = match.groups!;
    const end = endOf(piece, match.index, citation.lastIndex, label === undefined);
    if (end < 0) continue;
    citation.lastIndex = end;
    const previous = found.at(-1);
    const gap = previous && piece.slice(previous.end, match.index);
    const isNext = previous && /^\s*$/u.test(gap!);
    if (isNext) found.pop();
    found.push({
      start: isNext ? previous.start : match.index,
      end,
      keys: [...(isNext ? previous.keys : []), (label ?? key ?? quoted)!],
      at: end,
      spell,
      before: ' ',
      between: ' ',
      behind: '',
      isNeighbour: true,
    });
  }
  return found;
}

function endOf(text: string, start: number, behind: number, isCall: boolean): number {
  const close = isCall ? closingBracket(text, start + '#cite'.length, text.length) + 1 : behind;
  if (close <= 0) return -1;
  if (text[close] !== '[') return close;
  const supplement = closingBracket(text, close, text.length);
  return supplement < 0 ? close : supplement + 1;
}
