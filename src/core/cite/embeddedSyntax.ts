import type { CommentSyntax } from './commentSyntax';
import { commentSyntaxes } from './commentSyntaxes';

/** A stretch of a document in which one comment syntax holds. */
export interface SyntaxRegion {
  readonly syntax: CommentSyntax;
  readonly start: number;
  readonly end: number;
}

/** How another language begins and ends within a document. */
interface Embedding {
  /** The source of a pattern without capturing groups. */
  readonly open: string;
  readonly close: RegExp;
  /** Absent: nothing begins in here, and the outer syntax goes on. */
  readonly inside?: CommentSyntax;
}

const comment: Embedding = { open: '<!--', close: /-->/gu };
const script: Embedding = {
  open: '<script\\b[^<>]{0,2000}>',
  close: /<\/script/giu,
  inside: commentSyntaxes.scriptInMarkup,
};
const style: Embedding = {
  open: '<style\\b[^<>]{0,2000}>',
  close: /<\/style/giu,
  inside: commentSyntaxes.styleInMarkup,
};
const php: Embedding = { open: '<\\?(?:php\\b|=)', close: /\?>/gu, inside: commentSyntaxes.php };
const frontMatter: Embedding = { open: '(?<![^])---\\r?\\n', close: /^---/gmu, inside: commentSyntaxes.javascript };

/** A document whose syntax changes along the way. */
interface Host {
  readonly outside: CommentSyntax;
  readonly embeddings: readonly Embedding[];
  readonly opening: RegExp;
}

function host(outside: CommentSyntax, ...embeddings: readonly Embedding[]): Host {
  const opening = new RegExp(embeddings.map(({ open }) => `(${open})`).join('|'), 'giu');
  return { outside, embeddings, opening };
}

const hosts = new Map<CommentSyntax, Host>([
  [commentSyntaxes.markup, host(commentSyntaxes.markup, comment, script, style)],
  [commentSyntaxes.handlebars, host(commentSyntaxes.handlebars, comment, script, style)],
  [commentSyntaxes.razor, host(commentSyntaxes.razor, comment, script, style)],
  [commentSyntaxes.astro, host(commentSyntaxes.markup, comment, frontMatter, script, style)],
  [commentSyntaxes.php, host(commentSyntaxes.markup, comment, php, script, style)],
]);

/** The region that holds `offset`: the script, the style or the PHP it stands in, else the text between them. */
export function syntaxRegionAt(text: string, offset: number, syntax: CommentSyntax): SyntaxRegion {
  const found = hosts.get(syntax);
  if (!found) return { syntax, start: 0, end: text.length };
  const { outside, embeddings, opening } = found;
  let start = 0;
  opening.lastIndex = 0;
  for (;;) {
    const match = opening.exec(text);
    const embedding = match && embeddings[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
    // In front of an opening and amid it is outside.
    if (!match || !embedding || match.index + match[0].length > offset) {
      return { syntax: outside, start, end: match?.index ?? text.length };
    }
    const from = match.index + match[0].length;
    embedding.close.lastIndex = from;
    const closing = embedding.close.exec(text);
    const end = closing?.index ?? text.length;
    opening.lastIndex = end + (closing?.[0].length ?? 0);
    if (!embedding.inside) continue;
    if (offset <= end) return { syntax: embedding.inside, start: from, end };
    start = opening.lastIndex;
  }
}
