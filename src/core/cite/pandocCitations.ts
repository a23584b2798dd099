import type { CitationStyle, FoundCitation } from './citationMarkup';
import { crossReference } from './crossReference';
import { closingBracket, type ListPart, listExtension, listParts } from './listParts';

// Pandoc's manual, "Citation syntax": a bare key begins with a letter, a digit or _, and holds single internal
// punctuation out of :.#$%&-+?<>~/ ; any other key stands in braces.
const bare = /^[\p{L}\p{N}_]+(?:[:.#$%&\-+?~/][\p{L}\p{N}_]+)*$/u;
// What braces cannot hold, and what other Markdown would read as a link, as code or as HTML.
const unsafe = /[\s{}[\]<>`\\"]/u;
const cited =
  /(?<![\p{L}\p{N}\\_@./])-?@(?:\{(?<braced>[^{}\s]{1,1000})\}|(?<bare>[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*))/gu;
/** `@key`, or `@{a/b?c=1}` for a key that is not bare. */
export const spellPandoc: CitationStyle['spell'] = ({ key }) =>
  unsafe.test(key) ? undefined : bare.test(key) ? `@${key}` : `@{${key}}`;

/** The same in Quarto, which takes some keys for references of its own. */
export const spellQuarto: CitationStyle['spell'] = (paper) =>
  crossReference.test(paper.key) ? undefined : spellPandoc(paper);

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/**
 * Pandoc's citations in a piece of Markdown: `[see @a, p. 3; -@b]` and, in the text, `@a`, `@a [p. 3]`, `@a [@b]`.
 * A citation in the text takes further ones in the brackets behind it.
 */
export function pandocCitations(text: string, from: number, to: number, spell = spellPandoc): readonly FoundCitation[] {
  const mentions = mentionsIn(text, from, to);
  if (mentions.length === 0) return [];
  const groups = groupsIn(text, from, to, mentions, spell);
  const found = [...groups];
  for (const mention of mentions) {
    if (crossReference.test(mention.key)) continue;
    if (groups.some(({ start, end }) => start < mention.start && mention.end < end)) continue;
    found.push(textual(text, to, mention, groups, spell));
  }
  return found;
}

function mentionsIn(text: string, from: number, to: number): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const { 0: whole, index, groups } of text.slice(from, to).matchAll(cited)) {
    const start = from + index;
    if (text.startsWith('[[', start - 2)) continue; // a link between notes
    mentions.push({ start, end: start + whole.length, key: groups!.braced ?? groups!.bare! });
  }
  return mentions;
}

function groupsIn(
  text: string,
  from: number,
  to: number,
  mentions: readonly Mention[],
  spell: CitationStyle['spell'],
): readonly FoundCitation[] {
  const found: FoundCitation[] = [];
  for (let index = from; index < to; index++) {
    const character = text[index];
    if (character === '\\') index++;
    if (character !== '[') continue;
    const close = closingBracket(text, index, to);
    // An image's text, an inline note, or the second half of a link.
    if (close < 0 || /[!^\]]/u.test(text[index - 1] ?? '')) continue;
    if (text[index + 1] === '[' && text[close - 1] === ']') {
      index = close; // a link between notes: `[[note]]`
      continue;
    }
    if (/^(?:[([{]|:(?=\s))/u.test(text.slice(close + 1, close + 3))) continue;
    const parts = listParts(text, index + 1, close, ';');
    const inside = mentions.filter(({ start, end }) => start > index && end <= close);
    const keys = inside.map(({ key }) => key);
    if (keys.length === 0 || !parts.every((part) => cites(part, inside))) continue;
    if (keys.some((key) => crossReference.test(key))) {
      found.push({ start: index, end: close + 1, keys: [], spell, ...bracketsBehind(close + 1) });
      continue;
    }
    found.push({ start: index, end: close + 1, keys, spell, behind: '', ...listExtension(text, parts, '; ') });
    index = close;
  }
  return found;
}

function cites(part: ListPart, mentions: readonly Mention[]): boolean {
  return part.text === '' || mentions.some(({ start, end }) => start >= part.start && end <= part.end);
}

function textual(
  text: string,
  to: number,
  { start, end, key }: Mention,
  groups: readonly FoundCitation[],
  spell: CitationStyle['spell'],
): FoundCitation {
  const blanks = /^[^\S\n]*\n?[^\S\n]*/u.exec(text.slice(end, Math.min(end + 200, to)))![0];
  const open = end + blanks.length;
  const group = groups.find((one) => one.start === open);
  if (group) return { ...group, start, keys: [key, ...group.keys] };
  const close = text[open] === '[' && text[open + 1] !== '^' ? closingBracket(text, open, to) : -1;
  if (close > 0 && !/^[([{:]/u.test(text.slice(close + 1, close + 2)) && !blanks.includes('\n')) {
    return { start, end: close + 1, keys: [key], spell, at: close, before: '; ', between: '; ', behind: '' };
  }
  return { start, end, keys: [key], spell, ...bracketsBehind(end) };
}

/** Further papers in brackets of their own. */
function bracketsBehind(at: number) {
  return { at, before: ' [', between: '; ', behind: ']', isNeighbour: true } as const;
}
