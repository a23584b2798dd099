import type { SelectedRange } from './citationFormat';
import type { CitationStyle, FoundCitation } from './citationMarkup';
import { bracketPairs, closingBracket, type ListPart, listExtension, listParts } from './listParts';

// Pandoc's manual, "Citation syntax": a bare key begins with a letter, a digit or _, and holds single internal
// punctuation out of :.#$%&-+?<>~/ ; any other key stands in braces.
const bare = /^[\p{L}\p{N}_]+(?:[:.#$%&\-+?~/][\p{L}\p{N}_]+)*$/u;
// What braces cannot hold, and what other Markdown would read as a link, as code or as HTML.
const unsafe = /[\s{}[\]<>`\\"]/u;
const bareKey = '[\\p{L}\\p{N}_]+(?:[:.#$%&\\-+?<>~/][\\p{L}\\p{N}_]+)*';
const cited = new RegExp(
  `(?<![\\p{L}\\p{N}\\\\_@./])-?@(?:\\{(?<braced>[^{}\\s]{1,1000})\\}|(?<bare>${bareKey}))`,
  'gu',
);
// Quarto's references to figures and the like look like citations (https://quarto.org/docs/authoring/cross-references.html).
export const crossReference =
  /^(?:fig|tbl|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|supp)-/u;

/** `@key`, or `@{a/b?c=1}` for a key that is not bare. */
export const spellPandoc: CitationStyle['spell'] = ({ key }) =>
  unsafe.test(key) ? undefined : bare.test(key) ? `@${key}` : `@{${key}}`;

/** The same where Quarto reads, which takes some keys for references: `fig-one`, in braces too. */
export const spellQuarto: CitationStyle['spell'] = (paper) =>
  crossReference.test(paper.key) ? undefined : spellPandoc(paper);

// A link to a note, as Obsidian and Foam have it, or a bracket that is no link's text and no span.
const bracketed = /!?\[\[[^[\]\n]{1,500}\]\](?!\()|\[[^[\]\n]{1,500}\](?![([{])/gu;
// As far as it is sure to be a list of keys, a word or two before them and a locator behind them on their line; a separator
// at the end of a line asks for one more.
const anyKey = `-?@(?:\\{[^{}\\s]{1,1000}\\}|${bareKey})`;
const halfWritten = new RegExp(
  `(?:[\\p{L}.,]{1,12}[^\\S\\n]{1,9}){0,3}${anyKey}(?:[^\\S\\n]*;[^\\S\\n]*\\n?[^\\S\\n]*${anyKey})*` +
    '(?:;[^\\S\\n]*$|,[^[\\]\\n;@]{1,30}(?<=\\S)[^\\S\\n]*$)?',
  'muy',
);

interface Mention extends SelectedRange {
  readonly key: string;
}

/**
 * Pandoc's citations in a piece of Markdown: `[see @a, p. 3; -@b]` and, in the text, `@a`, `@a [p. 3]`, `@a [@b]`.
 * A citation in the text takes further ones in the brackets behind it; brackets that nobody closed yet are closed.
 */
export function pandocCitations(text: string, from: number, to: number, spell = spellPandoc): readonly FoundCitation[] {
  const mentions = mentionsIn(text, from, to);
  if (mentions.length === 0) return [];
  const others = closedToCitations(text, from, to);
  const groups = groupsIn(text, from, to, mentions, others, spell);
  const found = [...groups];
  for (const mention of mentions) {
    if ([...groups, ...others].some(({ start, end }) => start <= mention.start && mention.end <= end)) continue;
    found.push(textual(text, to, mention, groups, others, spell));
  }
  return found;
}

/** What a citation goes behind, not into: links to notes, `[[@a]]`, and references to figures, `[@fig-a]` and `@fig-a`. */
export function closedToCitations(text: string, from: number, to: number): readonly SelectedRange[] {
  const references = mentionsIn(text, from, to).filter(({ key }) => crossReference.test(key));
  const brackets = Array.from(text.slice(from, to).matchAll(bracketed), ({ 0: whole, index }) => {
    const [start, end] = [from + index, from + index + whole.length];
    const isClosed = /^!?\[\[/u.test(whole) || references.some((one) => start < one.start && one.end < end);
    return isClosed ? { start, end } : undefined;
  });
  return [...brackets.filter((one) => one !== undefined), ...references];
}

function mentionsIn(text: string, from: number, to: number): readonly Mention[] {
  const mentions: Mention[] = [];
  for (const { 0: whole, index, groups } of text.slice(from, to).matchAll(cited)) {
    const start = from + index;
    mentions.push({ start, end: start + whole.length, key: groups!.braced ?? groups!.bare! });
  }
  return mentions;
}

function groupsIn(
  text: string,
  from: number,
  to: number,
  mentions: readonly Mention[],
  others: readonly SelectedRange[],
  spell: CitationStyle['spell'],
): readonly FoundCitation[] {
  const found: FoundCitation[] = [];
  const pairs = bracketPairs(text, from, to);
  const otherAt = new Map(others.map(({ start, end }) => [start, end]));
  for (let index = from; index < to; index++) {
    const character = text[index];
    const other = otherAt.get(index);
    if (other !== undefined) index = other - 1;
    else if (character === '\\') index++;
    // An image's text, an inline note, or the second half of a link.
    else if (character === '[' && !/[!^\]]/u.test(text[index - 1] ?? '')) {
      const close = pairs.get(index);
      const group =
        close === undefined ? halfGroup(text, index, mentions, spell) : wholeGroup(text, index, close, mentions, spell);
      if (!group) continue;
      found.push(group);
      index = group.end - 1;
    }
  }
  return found;
}

function wholeGroup(
  text: string,
  open: number,
  close: number,
  mentions: readonly Mention[],
  spell: CitationStyle['spell'],
): FoundCitation | undefined {
  if (/^(?:[([{]|:(?=\s))/u.test(text.slice(close + 1, close + 3))) return undefined;
  const parts = listParts(text, open + 1, close, ';');
  const inside = mentions.filter(({ start, end }) => start > open && end <= close);
  const keys = inside.map(({ key }) => key);
  if (keys.length === 0 || keys.some((key) => crossReference.test(key)) || !parts.every((part) => cites(part, inside)))
    return undefined;
  return { start: open, end: close + 1, keys, spell, behind: '', ...listExtension(text, parts, '; ') };
}

/** `[@a` that nothing closes: the writer has got that far, and the bracket is ours to add. */
function halfGroup(
  text: string,
  open: number,
  mentions: readonly Mention[],
  spell: CitationStyle['spell'],
): FoundCitation | undefined {
  halfWritten.lastIndex = open + 1;
  if (!halfWritten.test(text)) return undefined;
  const end = halfWritten.lastIndex;
  const keys = mentions.filter((one) => one.start > open && one.end <= end).map(({ key }) => key);
  const list = listExtension(text, listParts(text, open + 1, end, ';'), '; ');
  return { start: open, end, keys, spell, behind: ']', ...list };
}

function cites(part: ListPart, mentions: readonly Mention[]): boolean {
  return part.text === '' || mentions.some(({ start, end }) => start >= part.start && end <= part.end);
}

function textual(
  text: string,
  to: number,
  { start, end, key }: Mention,
  groups: readonly FoundCitation[],
  others: readonly SelectedRange[],
  spell: CitationStyle['spell'],
): FoundCitation {
  const blanks = /^[^\S\n]*\n?[^\S\n]*/u.exec(text.slice(end, Math.min(end + 200, to)))![0];
  const open = end + blanks.length;
  const group = groups.find((one) => one.start === open);
  if (group) return { ...group, start, keys: [key, ...group.keys] };
  const isNote = text[open] === '[' && text[open + 1] !== '^' && !others.some((one) => one.start === open);
  const close = isNote ? closingBracket(text, open, to) : -1;
  if (close > 0 && !/^[([{:]/u.test(text.slice(close + 1, close + 2)) && !blanks.includes('\n')) {
    return { start, end: close + 1, keys: [key], spell, at: close, before: '; ', between: '; ', behind: '' };
  }
  return { start, end, keys: [key], spell, at: end, before: ' [', between: '; ', behind: ']', isNeighbour: true };
}
