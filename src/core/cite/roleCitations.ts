import type { CitationStyle, FoundCitation } from './citationMarkup';
import { listExtension, listParts } from './listParts';

// What ends or splits a role's text, or gives it a meaning of its own.
const unsafe = /[\s,;`{}[\]()<>\\"]|^[!~]/u;

/** A key within a role is written as it is. */
export const spellInRole: CitationStyle['spell'] = ({ key }) => (unsafe.test(key) ? undefined : key);

/**
 * Citations by roles in a piece of text: `` :cite:p:`{see}a{p. 3},b` `` and, in MyST, `` {cite:p}`a,b` ``.
 * @param role what a role begins with, up to the backtick and with it; has the flags `gu`
 * @param separators what splits keys: a comma, and in MyST a semicolon
 */
export function roleCitations(
  text: string,
  from: number,
  to: number,
  role: RegExp,
  separators: string,
): readonly FoundCitation[] {
  const found: FoundCitation[] = [];
  role.lastIndex = from;
  for (let match = role.exec(text); match && match.index < to; match = role.exec(text)) {
    const open = role.lastIndex;
    const backtick = text.slice(0, to).indexOf('`', open);
    // Where nothing closes it, or only what belongs to text behind it, the writer has got as far as the keys go.
    const close = backtick < 0 || isText(text.slice(open, backtick)) ? -1 : backtick;
    const end = close < 0 ? Math.min(behindKeys(text, open), to) : close;
    const parts = listParts(text, open, end, separators);
    const keys = parts.map((part) => part.text.replace(/^\{[^{}]*\}|\{[^{}]*\}$/gu, '').trim()).filter(Boolean);
    const list = listExtension(text, parts, ',');
    const behind = close < 0 ? '`' : '';
    found.push({ start: match.index, end: close < 0 ? end : close + 1, keys, spell: spellInRole, behind, ...list });
    role.lastIndex = end + 1;
  }
  return found;
}

/** Whether a role would hold words that only blanks separate, which keys are not. */
function isText(content: string): boolean {
  return /[^\s,;]\s+[^\s,;]/u.test(content.replace(/\{[^{}]*\}/gu, ' '));
}

/** Where the keys end that stand at an offset, without the text that follows them on their line. */
function behindKeys(text: string, from: number): number {
  const keys = /[^\s,;`]*(?:[^\S\n]*[,;][^\S\n]*[^\s,;`]+)*(?:[,;][^\S\n]*$)?/muy;
  keys.lastIndex = from;
  return from + keys.exec(text)![0].length;
}
