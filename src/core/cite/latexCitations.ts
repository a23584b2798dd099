import type { CitationStyle, FoundCitation } from './citationMarkup';
import { closingBracket, listExtension, listParts } from './listParts';
import { brokenCitation } from './unclosed';

// Characters that end or split the argument of \cite, start a comment, or mean something to TeX or BibTeX in a key.
const unsafe = /[\s{},%\\#~^$&"]/u;
// What cites by keys is called something with "cite"; these take other things, or keys among them.
const others = /text$|style|setup|field|name$|list|reset|index|volcite|declare|command|alias|refresh|bibitem/iu;
const command = /%[^\n]*|\\(?:(?<name>[a-z]*cite[a-z]*)(?<star>\*?)|[a-z@]+|[^])/giu;

/** A LaTeX key is written as it is. */
export const spellLatex: CitationStyle['spell'] = ({ key }) => (unsafe.test(key) ? undefined : key);

/**
 * The citations of natbib, biblatex and their like in a piece of LaTeX: `\citep[see][p.~3]{a,b}`, and multicites,
 * which take a group of arguments for each key: `\parencites(see)[35]{a}[88--120]{b}` (biblatex's manual, 3.9.3).
 */
export function latexCitations(text: string, from: number, to: number): readonly FoundCitation[] {
  const found: FoundCitation[] = [];
  const piece = text.slice(0, to);
  command.lastIndex = from;
  for (let match = command.exec(piece); match; match = command.exec(piece)) {
    const { name } = match.groups!;
    if (!name || others.test(name)) continue;
    const citation = /cites$/iu.test(name)
      ? multicite(piece, match.index, command.lastIndex)
      : simpleCite(piece, match.index, command.lastIndex);
    if (citation) found.push(citation);
  }
  return found;
}

function simpleCite(text: string, start: number, behindName: number): FoundCitation | undefined {
  const open = behindNotes(text, behindName, '[');
  if (text[open] === '[' && closingNote(text, open) < 0) return brokenCitation(text, start, spellLatex);
  if (text[open] !== '{') return undefined;
  const close = closingBrace(text, open);
  if (close < 0) return unclosed(text, start, open) ?? brokenCitation(text, start, spellLatex);
  const content = maskComments(text, open + 1, close);
  const parts = listParts(content, open + 1, close, ',');
  const keys = parts.map((part) => part.text).filter(Boolean);
  const list = listExtension(content, parts, ',');
  // What separates keys is not repeated where a comment stands in it.
  const own = content === text ? list : { at: list.at, before: list.before && ',', between: ',' };
  return { start, end: close + 1, keys, spell: spellLatex, behind: '', ...own };
}

function multicite(text: string, start: number, behindName: number): FoundCitation | undefined {
  const keys: string[] = [];
  let end = 0;
  let open = behindNotes(text, behindNotes(text, behindName, '('), '[');
  while (text[open] === '{') {
    const close = closingBrace(text, open);
    if (close < 0) break;
    keys.push(...listParts(text, open + 1, close, ',').map((part) => part.text));
    end = close + 1;
    open = behindNotes(text, end, '[');
  }
  if (end === 0) return undefined;
  const spell: CitationStyle['spell'] = (paper) => {
    const key = spellLatex(paper);
    return key && `{${key}}`;
  };
  return { start, end, keys: keys.filter(Boolean), at: end, spell, before: '', between: '', behind: '' };
}

/** `\cite{a` with nothing that could be its end: the writer has got that far, and the brace is ours to add. */
function unclosed(text: string, start: number, open: number): FoundCitation | undefined {
  const line = /[^\n\r]*/uy;
  line.lastIndex = open + 1;
  const [rest] = line.exec(text)!;
  if (/[{}\\%]|\S\s+\S/u.test(rest.replaceAll(/\s*,\s*/gu, ','))) return undefined;
  const end = open + 1 + rest.trimEnd().length;
  const parts = listParts(text, open + 1, end, ',');
  const keys = parts.map((part) => part.text).filter(Boolean);
  return { start, end, keys, spell: spellLatex, behind: '}', ...listExtension(text, parts, ',') };
}

/** Where the optional arguments end, and the blanks around them. */
function behindNotes(text: string, from: number, bracket: '[' | '('): number {
  let offset = from;
  for (let count = 0; count < 3; count++) {
    const blank = /[^\S\n]*(?:%[^\n]*)?(?:\n[^\S\n]*)?/uy;
    blank.lastIndex = offset;
    const next = offset + blank.exec(text)![0].length;
    if (text[next] === '{' && bracket === '[') return next;
    // Notes before the keys in apacite, and beamer's slides: `\cite<see>[p.~3]{a}`.
    const angle = bracket === '[' ? /<[^<>\n]{0,500}>/uy : undefined;
    if (angle) angle.lastIndex = next;
    if (angle?.test(text)) {
      offset = angle.lastIndex;
      continue;
    }
    if (text[next] !== bracket) return offset;
    const close = closingNote(text, next);
    if (close < 0) return offset;
    offset = close + 1;
  }
  return offset;
}

/** What closes an optional argument: the first bracket that no braces hold. */
export function closingNote(text: string, open: number): number {
  const close = text[open] === '[' ? ']' : ')';
  for (let index = open + 1; index < text.length; index++) {
    const character = text[index];
    if (character === close) return index;
    if (character === '\\') index++;
    else if (character === '{') {
      const end = closingBracket(text, index, text.length);
      if (end < 0) return -1;
      index = end;
    }
  }
  return -1;
}

/** The brace that closes a list of keys, in which no other may open. */
function closingBrace(text: string, open: number): number {
  const content = /(?:%[^\n]*|[^{}%])*/uy;
  content.lastIndex = open + 1;
  const end = open + 1 + content.exec(text)![0].length;
  return text[end] === '}' ? end : -1;
}

/** The text with blanks for comments between two offsets. */
function maskComments(text: string, from: number, to: number): string {
  const masked = text.slice(from, to).replace(/%[^\n]*/gu, (comment) => ' '.repeat(comment.length));
  return text.slice(0, from) + masked + text.slice(to);
}
