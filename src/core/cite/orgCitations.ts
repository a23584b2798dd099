import type { CitationStyle, FoundCitation } from './citationMarkup';
import { closingBracket, type ListPart, listExtension, listParts } from './listParts';

// Org's manual, "Citations", and `org-element-citation-key-re` in org-element.el.
const key = /@([\p{L}\p{N}\-.:?!`'/*@+|(){}<>&_^$#%~]+)/u;
const whole = /^[\p{L}\p{N}\-.:?!`'/*@+|(){}<>&_^$#%~]+$/u;
const plain = /^[\w\-:./]*[\w\-/]$/u;
// org-ref's README: version 3 marks keys with & and separates them with ; where version 2 has bare keys and commas.
const link =
  /(?<![\w:/[])(?<brackets>\[\[)?(?<command>(?:no|foot|paren|auto|text|smart|super)?[cC]ite[a-z]*\*?):(?=[&\w])/gu;

/** How a document cites: with Org's own citations, or with a version of org-ref. */
export type OrgDialect = 'org-cite' | 'org-ref-2' | 'org-ref-3';

/** A key as each spells it. */
export const spellOrg: Readonly<Record<OrgDialect, CitationStyle['spell']>> = {
  'org-cite': ({ key }) => (whole.test(key) ? `@${key}` : undefined),
  'org-ref-3': ({ key }) => (plain.test(key) ? `&${key}` : undefined),
  'org-ref-2': ({ key }) => (plain.test(key) ? key : undefined),
};

/** The citations in a piece of an Org file: `[cite/t:see @a p. 3;@b]`, `cite:&a;&b`, `[[citep:See &a]]`, `cite:a,b`. */
export function orgCitations(text: string, from: number, to: number): readonly FoundCitation[] {
  const found: FoundCitation[] = [];
  for (const { 0: opened, index } of text.slice(from, to).matchAll(/\[cite(?:\/[\w/-]*)?:/gu)) {
    const start = from + index;
    const close = closingBracket(text, start, to);
    if (close < 0) continue;
    const parts = listParts(text, start + opened.length, close, ';');
    found.push({ start, end: close + 1, behind: '', ...list(text, parts, key, 'org-cite', ';') });
  }
  for (const match of text.slice(from, to).matchAll(link)) {
    const start = from + match.index;
    const open = start + match[0].length;
    const isBracketed = match.groups!.brackets !== undefined;
    const pattern = isBracketed
      ? /[^\]\n]*/uy
      : /(?:&[\w\-:./]*[\w\-/](?:;&[\w\-:./]*[\w\-/])*|[\w\-:./]*[\w\-/](?:,[^\S\n]?[\w\-:./]*[\w\-/])*)/uy;
    pattern.lastIndex = open;
    const content = pattern.exec(text)?.[0];
    if (!content) continue;
    const close = open + content.length;
    if (isBracketed && !text.startsWith(']]', close)) continue;
    const isThird = content.includes('&');
    const parts = listParts(text, open, close, isThird ? ';' : ',');
    const extension = isThird
      ? list(text, parts, /&([\w\-:./]*[\w\-/])/u, 'org-ref-3', ';')
      : list(text, parts, /^(.+)$/su, 'org-ref-2', ',');
    found.push({ start, end: isBracketed ? close + 2 : close, behind: '', ...extension });
  }
  return found;
}

/** The list, but for what precedes all its keys and follows them, which is no part of it: `[cite:see;@a;and others]`. */
function list(text: string, parts: readonly ListPart[], pattern: RegExp, dialect: OrgDialect, separator: string) {
  const citing = parts.filter((part) => pattern.test(part.text));
  const keys = citing.map((part) => pattern.exec(part.text)![1]!);
  const listed = citing.length > 0 ? citing : parts;
  return { keys, spell: spellOrg[dialect], ...listExtension(text, listed, separator) };
}
