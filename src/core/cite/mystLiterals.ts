import type { LiteralSpan, LiteralText } from './literalText';
import { literalSpans, whole } from './literalText';
import { blockLiterals, inlineLiterals } from './markdownLiterals';

// The directives that hold no Markdown; all others do (https://mystmd.org/guide/directives).
const codeDirectives =
  /^(?:code|code-block|code-cell|sourcecode|literalinclude|math|raw|mermaid|eval-rst|toctree|bibliography|csv-table|embed|iframe|video)$/iu;

const literals: readonly LiteralText[] = [
  ...blockLiterals,
  whole('comment', '^[ \\t]*%[^\\n]*', 'end'),
  whole('name', '^[ \\t]*\\([^()\\n]{1,200}\\)=[ \\t]*$'),
  // The text of a citation's role is what its citations are in.
  whole(undefined, '\\{cite[\\w:.-]{0,60}\\}`[^`\\n]{0,2000}`'),
  whole('name', '\\{[a-z][\\w:.-]{0,60}\\}`[^`\\n]{0,2000}`'),
  ...inlineLiterals,
];

/** What MyST does not read as text: as Markdown, with its comments, targets, roles, and directives. */
export function mystLiterals(text: string): readonly LiteralSpan[] {
  const { masked, options } = withoutDirectives(text);
  return [...literalSpans(masked, literals), ...options];
}

const opening =
  /^(?<lead>(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)(?<marker>`{3,1000}|~{3,1000}|:{3,1000})(?<name>[ \t]*\{[a-z][\w:.-]{0,60}\})?(?<rest>[^\n]*)$/gimu;
const option = /\n(?:[ \t]*>)*[ \t]*:[a-z][\w-]{0,60}:[^\n]*/iuy;
const codeFence = /^[`~]/u;

/**
 * The text with dots for the fences of directives that hold Markdown, so that what is in them is read like what is
 * around them, and with the fences of code in colons made those of code; and where options of directives stand.
 */
function withoutDirectives(text: string): { readonly masked: string; readonly options: readonly LiteralSpan[] } {
  const options: LiteralSpan[] = [];
  const blanked: { readonly start: number; readonly end: number; readonly sign?: string }[] = [];
  const closings = new Map<string, number>();
  /** Where the lines begin that close directives. */
  const closed = new Set<number>();
  /** The line that closes a fence; a line looked for before is not looked for again. */
  const closingOf = (marker: string, from: number): number => {
    const known = closings.get(marker);
    if (known !== undefined && known > from) return known;
    const pattern = new RegExp(`^(?:[ \\t]*>)*[ \\t]*${marker[0]!}{${marker.length},}[ \\t]*\\r?$`, 'gmu');
    pattern.lastIndex = from;
    const found = pattern.exec(text)?.index ?? Infinity;
    closings.set(marker, found);
    return found;
  };
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const { lead = '', marker = '', name, rest = '' } = match.groups!;
    if (name === undefined && (!codeFence.test(marker) || (marker.startsWith('`') && rest.includes('`')))) continue;
    if (closed.has(match.index)) continue;
    const start = match.index + lead.length;
    const close = closingOf(marker, opening.lastIndex);
    const isCode = name === undefined || codeDirectives.test(name.trim().slice(1, -1));
    if (!isCode) {
      blanked.push({ start, end: start + marker.length + name.length });
      if (close < Infinity && !closed.has(close)) blanked.push({ start: close, end: lineEndAt(text, close) });
      closed.add(close);
      option.lastIndex = opening.lastIndex;
      for (let found = option.exec(text); found; found = option.exec(text)) {
        options.push({ place: 'name', reach: 'lines', start: found.index + 1, end: option.lastIndex });
      }
      continue;
    }
    if (close === Infinity) break;
    if (!codeFence.test(marker)) {
      blanked.push({ start, end: start + marker.length, sign: '`' });
      blanked.push({ start: close, end: lineEndAt(text, close), sign: '`' });
    }
    opening.lastIndex = lineEndAt(text, close);
  }
  return { masked: blank(text, blanked), options };
}

function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The text with dots, or other signs, in some places: every other character stays where it is. */
function blank(
  text: string,
  places: readonly { readonly start: number; readonly end: number; readonly sign?: string }[],
): string {
  let result = '';
  let at = 0;
  for (const { start, end, sign = '.' } of [...places].sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\r]/gu, sign);
    at = end;
  }
  return result + text.slice(at);
}
