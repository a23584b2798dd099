import type { CitationStyle, FoundCitation } from './citationMarkup';
import { listExtension, listParts } from './listParts';
import { brokenCitation, unclosedEnd } from './unclosed';

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
    // The next backtick may belong to text behind it.
    const isClosed = backtick >= 0 && !isText(text.slice(open, backtick));
    const close = isClosed ? backtick : unclosedEnd(text, open);
    if (close === undefined) {
      found.push(brokenCitation(text, match.index, spellInRole));
      continue;
    }
    const parts = listParts(text, open, close, separators);
    const keys = parts.map((part) => part.text.replace(/^\{[^{}]*\}|\{[^{}]*\}$/gu, '').trim()).filter(Boolean);
    const list = listExtension(text, parts, ',');
    const [end, behind] = isClosed ? [close + 1, ''] : [close, '`'];
    found.push({ start: match.index, end, keys, spell: spellInRole, behind, ...list });
    role.lastIndex = end;
  }
  return found;
}

/** Whether a role would hold words that only blanks separate, which keys are not. */
function isText(content: string): boolean {
  return /[^\s,;]\s+[^\s,;]/u.test(content.replace(/\{[^{}]*\}/gu, ' '));
}
