import { findUrls } from '../links';
import type { Inline } from './inline';
import { mathTree } from './mathTree';
import { plainText } from './plainText';

/** Typesetting costs; an abstract with more formulas than this shows the rest of them as plain text. */
const mostTypeset = 300;

// `\$` is a dollar; `$…$` and `$$…$$` hold TeX, in which `\$` may stand too. Dollars without partner, or with
// nothing between them, are text.
const dollars = /\\\$|\$\$((?:\\[^]|[^$\\])+)\$\$|\$\$|\$((?:\\[^]|[^$\\])+)\$/gu;

/**
 * Running text cut into words, links and mathematics: `cost $O(n^2)$, see https://a.example.` gives text, mathematics,
 * text, link, text.
 * @param markup the text with TeX between dollar signs, where it has any
 * @param plain the same text without mathematics, used when there is no markup; its dollars are dollars
 */
export function inlines(markup: string | undefined, plain: string): Inline[] {
  if (markup === undefined) return linked(plain);
  const pieces: Inline[] = [];
  let typeset = 0;
  let end = 0;
  for (const match of markup.matchAll(dollars)) {
    const tex = (match[1] ?? match[2])?.trim();
    if (!tex) continue;
    pieces.push(...linked(unescaped(markup.slice(end, match.index))));
    end = match.index + match[0].length;
    const tree = ++typeset <= mostTypeset ? mathTree(tex) : undefined;
    pieces.push({ kind: 'mathematics', tex, plain: plainText(`$${tex}$`), ...(tree && { tree }) });
  }
  pieces.push(...linked(unescaped(markup.slice(end))));
  return pieces;
}

function unescaped(text: string): string {
  return text.replaceAll('\\$', '$');
}

/** Text with its web addresses as links. */
function linked(text: string): Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const found of findUrls(text)) {
    if (found.start > end) pieces.push({ kind: 'text', text: text.slice(end, found.start) });
    pieces.push({ kind: 'link', text: text.slice(found.start, found.end), url: found.url });
    end = found.end;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: text.slice(end) });
  return pieces;
}
