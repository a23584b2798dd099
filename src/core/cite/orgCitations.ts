import type { CitationStyle, FoundCitation } from './citationMarkup';
import { closingBracket, type ListPart, listExtension, listParts } from './listParts';
import { brokenCitation, unclosedEnd } from './unclosed';

// Org's manual, "Citations", and `org-element-citation-key-re` in org-element.el.
const key = /@([\p{L}\p{N}\-.:?!`'/*@+|(){}<>&_^$#%~]+)/u;
const whole = /^[\p{L}\p{N}\-.:?!`'/*@+|(){}<>&_^$#%~]+$/u;
const plain = /^[\w\-:./]*[\w\-/]$/u;
// Behind a bracket it is Org's own only if it is no link, which two brackets open and close: `[[cite:&a]]`.
const own = /\[cite(?:\/[\w/-]*)?:(?!(?<=\[\[cite:)(?:[^\]\n]{0,2000}\][\][]|[^@\]\n]{0,2000}(?:\]|$)))/gmu;
// org-ref's README: version 3 marks keys with & and separates them with ; where version 2 has bare keys and commas.
const link =
  /(?<![\w:/[])(?<brackets>\[\[)?(?:no|foot|paren|auto|text|smart|super)?[cC]ite[a-z]*\*?:(?=[&\w]|(?<=\[\[\w{4,40}\*?:))/gu;
// A link without brackets ends at a blank (Org's manual, "External Links"): what follows a comma and one is prose.
const keysInText = /&[\w\-:./]*[\w\-/](?:;&[\w\-:./]*[\w\-/])*|[\w\-:./]*[\w\-/](?:,[\w\-:./]*[\w\-/])*/uy;
const description = /\]\[[^\n]{1,2000}?\]\]/uy;

// What goes on for longer was never closed.
const longestCitation = 4000;

/** How a document cites: with Org's own citations, or with a version of org-ref. */
export type OrgDialect = 'org-cite' | 'org-ref-2' | 'org-ref-3';

/** A key as each spells it. */
export const spellOrg: Readonly<Record<OrgDialect, CitationStyle['spell']>> = {
  'org-cite': ({ key }) => (whole.test(key) ? `@${key}` : undefined),
  'org-ref-3': ({ key }) => (plain.test(key) ? `&${key}` : undefined),
  'org-ref-2': ({ key }) => (plain.test(key) ? key : undefined),
};

/**
 * The citations in a piece of an Org file: `[cite/t:see @a p. 3;@b]`, `cite:&a;&b`, `[[citep:See &a][the first]]`,
 * `cite:a,b`.
 */
export function orgCitations(text: string, from: number, to: number): readonly FoundCitation[] {
  const piece = text.slice(0, to);
  const found: FoundCitation[] = [];
  for (const { 0: opened, index } of piece.slice(from).matchAll(own)) {
    const start = from + index;
    found.push(
      bracketed(
        piece,
        start,
        start + opened.length,
        closingBracket(piece, start, Math.min(to, start + longestCitation)),
        ']',
      ),
    );
  }
  link.lastIndex = from;
  for (let opened = link.exec(piece); opened; opened = link.exec(piece)) {
    const start = opened.index;
    const open = link.lastIndex;
    if (opened.groups!.brackets === undefined) {
      const close = open + (match(keysInText, piece, open) ?? '').length;
      link.lastIndex = close;
      if (close > open) found.push({ start, end: close, behind: '', ...linkedList(piece, open, close) });
    } else {
      const close = open + match(/[^\]\n]{0,4000}/uy, piece, open)!.length;
      found.push(bracketed(piece, start, open, close, ']]'));
    }
  }
  return found;
}

/** A citation in brackets, of whichever kind. */
function bracketed(text: string, start: number, open: number, close: number, closing: ']' | ']]'): FoundCitation {
  const isLink = closing === ']]';
  const listIn = isLink ? linkedList : ownList;
  const behind = isLink && close >= 0 ? (match(description, text, close) ?? closing) : closing;
  if (close >= 0 && text.startsWith(behind, close)) {
    return { start, end: close + behind.length, behind: '', ...listIn(text, open, close) };
  }
  const end = unclosedEnd(text, open);
  if (end === undefined) return brokenCitation(text, start, spellOrg['org-cite']);
  return { start, end, behind: closing, ...listIn(text, open, end) };
}

function ownList(text: string, open: number, close: number) {
  return list(text, listParts(text, open, close, ';'), key, 'org-cite', ';');
}

function linkedList(text: string, open: number, close: number) {
  return text.slice(open, close).includes('&')
    ? list(text, listParts(text, open, close, ';'), /&([\w\-:./]*[\w\-/])/u, 'org-ref-3', ';')
    : list(text, listParts(text, open, close, ','), /^(.+)$/su, 'org-ref-2', ',');
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The list, but for what precedes all its keys and follows them, which is no part of it: `[cite:see;@a;and others]`. */
function list(text: string, parts: readonly ListPart[], pattern: RegExp, dialect: OrgDialect, separator: string) {
  const citing = parts.filter((part) => pattern.test(part.text));
  const keys = citing.map((part) => pattern.exec(part.text)![1]!);
  const first = citing[0] ? parts.indexOf(citing[0]) : 0;
  const behind = citing.length > 0 ? parts.indexOf(citing.at(-1)!) + 1 : parts.length;
  // What is empty behind a separator is a place for the next key: `[cite:@a;|]`.
  const listed = parts.slice(first, parts[behind]?.text === '' ? behind + 1 : behind);
  return { keys, spell: spellOrg[dialect], ...listExtension(text, listed, separator) };
}
