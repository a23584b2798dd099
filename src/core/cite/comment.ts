import type { Paper } from '../paper';
import type { CitationEdit, CitationFormat, CitedDocument } from './citationFormat';
import { CommentContext, type Span } from './commentContext';
import { commentSyntaxOf } from './commentLanguages';
import type { CommentSyntax } from './commentSyntax';
import { syntaxRegionAt, type SyntaxRegion } from './embeddedSyntax';
import { harmlessText } from './harmlessText';
import { reference } from './reference';
import { indentation, lineEnd, lineStart } from './textLines';

/**
 * Any other language: a reference in a comment, one line a paper. Where it goes:
 * - in a comment or docstring, as bare text at the cursor: `# see |` → `# see Dao (2024). …|`
 * - on a blank line, there; behind code whose line ends there, behind it: `x = 1|` → `x = 1  # Dao (2024). …|`
 * - else on a line of its own above the cursor's, with its indentation. Where that would fall into a string, a comment
 *   or a joined line, above all of it; where a line must stay the file's first (`#!`), below it.
 *
 * A language without comments gets the bare text at the cursor.
 */
export const comment: CitationFormat = {
  id: 'comment',
  languageIds: [],
  extensions: [],
  declaredIn: [],
  cite: (papers) => ({ kind: 'citation', text: papers.map(reference).join('\n') }),
  citationAt: () => undefined,
  insert: (document, selections, papers) => {
    const offsets = selections.map(({ end }) => end);
    const writer = new CommentWriter(document, offsets, papers);
    return { kind: 'edits', edits: offsets.map((offset) => writer.edit(offset)) };
  },
};

// Lines that mean something only as the first of a file, and comments that its readers look for on top.
const header = /^(?:#!|<\?xml|<!doctype|@charset|%%[a-z!]|[ \t]*#.*coding[:=]|#[ \t]*(?:syntax|escape|check)=)/iu;

class CommentWriter {
  readonly #document: CitedDocument;
  readonly #references: readonly string[];
  readonly #syntax: CommentSyntax;
  readonly #first: number;
  readonly #last: number;
  readonly #contexts = new Map<number, CommentContext>();

  constructor(document: CitedDocument, offsets: readonly number[], papers: readonly Paper[]) {
    this.#document = document;
    this.#references = papers.map(reference);
    this.#syntax = commentSyntaxOf(document);
    this.#first = offsets.reduce((least, offset) => Math.min(least, offset), document.text.length);
    this.#last = lineEnd(
      document.text,
      offsets.reduce((most, offset) => Math.max(most, offset), 0),
    );
  }

  edit(offset: number): CitationEdit {
    const { text } = this.#document;
    const region = syntaxRegionAt(text, offset, this.#syntax);
    const { syntax } = region;
    if (!syntax.line && !syntax.block) return this.#bareText(offset, syntax);
    const context = this.#context(region);
    const span = context.at(offset);
    const start = lineStart(text, offset);
    if (span && span.token.kind !== 'string' && !this.#isHeader(start)) return this.#bareText(offset, syntax, span);
    const textStart = syntax.amid?.startOfText(text, offset);
    // An apostrophe in it begins no string.
    const isText = textStart !== undefined && (!span || (span.token.kind === 'string' && span.start >= textStart));
    if (isText) return this.#amid(offset, syntax, syntax.amid!.block);
    const end = lineEnd(text, offset);
    const blankBefore = /^\s*$/u.test(text.slice(start, offset));
    const blankBehind = /^\s*$/u.test(text.slice(offset, end));
    if (span || !blankBehind || (syntax.ownLine && !blankBefore) || syntax.continuation?.test(text.slice(start, end))) {
      return this.#ownLine(start, region);
    }
    return this.#atLineEnd(start, end, blankBefore, syntax);
  }

  // ---- The places

  #atLineEnd(start: number, end: number, blank: boolean, syntax: CommentSyntax): CitationEdit {
    const { text, eol } = this.#document;
    const indent = indentation(text, start);
    const code = text.slice(start, end);
    const trailing = code.length - code.trimEnd().length;
    const gap = blank ? '' : ' '.repeat(Math.max(0, (syntax.gap ?? 1) - trailing));
    const inserted = gap + this.#comments(syntax, start).join(eol + indent);
    return { start: end, end, text: inserted, caret: inserted.length };
  }

  #ownLine(start: number, region: SyntaxRegion): CitationEdit {
    const { text, eol } = this.#document;
    const above = this.#above(start, region);
    const indent = indentation(text, above);
    if (above < region.start) {
      const end = lineEnd(text, above);
      // The language began in this line: what stands above it is another's.
      if (region.end > end) return this.#below(above, region.syntax);
      return this.#ownLine(above, syntaxRegionAt(text, above, this.#syntax));
    }
    if (this.#isHeader(above)) return this.#below(above, region.syntax);
    const lines = this.#comments(region.syntax, above).map((line) => indent + line + eol);
    return { start: above, end: above, text: lines.join('') };
  }

  #below(start: number, syntax: CommentSyntax): CitationEdit {
    const { text, eol } = this.#document;
    const indent = indentation(text, start);
    let end = lineEnd(text, start);
    for (let next = text.indexOf('\n', end) + 1; next > 0 && this.#isHeader(next); next = text.indexOf('\n', end) + 1) {
      end = lineEnd(text, next);
    }
    const lines = this.#comments(syntax, start).map((line) => eol + indent + line);
    return { start: end, end, text: lines.join(''), caret: lines.join('').length };
  }

  #bareText(offset: number, syntax: CommentSyntax, span?: Span): CitationEdit {
    const { eol } = this.#document;
    const at = span ? Math.min(offset, span.contentEnd) : offset;
    const lines = this.#references.map((line) => harmlessText(line, syntax, this.#isNearTop(at), span));
    const joined = lines.join(eol + this.#prefix(at, span));
    const before = this.#spaceBefore(at, joined, span) ? ' ' : '';
    const behind = this.#spaceBehind(at, joined, span) ? ' ' : '';
    return { start: at, end: at, text: before + joined + behind, caret: before.length + joined.length };
  }

  #amid(offset: number, syntax: CommentSyntax, block: readonly [string, string]): CitationEdit {
    const inserted = this.#blockComments(syntax, block, offset).join(' ');
    return { start: offset, end: offset, text: inserted, caret: inserted.length };
  }

  // ---- Their parts

  #comments(syntax: CommentSyntax, offset: number): readonly string[] {
    const nearTop = this.#isNearTop(offset);
    const { line, block } = syntax;
    if (line) return this.#references.map((reference) => `${line} ${harmlessText(reference, syntax, nearTop)}`);
    return this.#blockComments(syntax, block!, offset);
  }

  #blockComments(syntax: CommentSyntax, [open, close]: readonly [string, string], offset: number): readonly string[] {
    const nearTop = this.#isNearTop(offset);
    const token = syntax.tokens.find(({ kind, delimiters }) => kind === 'blockComment' && delimiters(open).length > 0);
    const span = token && { token, opened: open, start: 0, contentStart: 0, contentEnd: 0, end: 0 };
    return this.#references.map((reference) => `${open} ${harmlessText(reference, syntax, nearTop, span)} ${close}`);
  }

  /** The start of the first line above which a comment may stand. */
  #above(start: number, region: SyntaxRegion): number {
    const { text } = this.#document;
    const { continuation } = region.syntax;
    const context = this.#context(region);
    for (let above = start; ;) {
      const span = context.at(above);
      let higher = above;
      if (span && span.start < above) higher = lineStart(text, span.start);
      else if (continuation && above > 0) {
        const previous = lineStart(text, above - 1);
        if (continuation.test(text.slice(previous, lineEnd(text, previous)))) higher = previous;
      }
      if (higher === above) return above;
      above = higher;
    }
  }

  /** What the lines of a comment or docstring begin with. */
  #prefix(offset: number, span?: Span): string {
    const { text } = this.#document;
    const start = lineStart(text, offset);
    const indent = indentation(text, start);
    switch (span?.token.kind) {
      case 'lineComment':
        return `${indent}${span.opened.trim()} `;
      case 'blockComment':
        if (/^[ \t]*\*(?!\/)/u.test(text.slice(start, offset))) return `${indent}* `;
        if (span.start < start) return indent;
        return indent + (span.opened === '/*' ? ' * ' : ' '.repeat(span.opened.length + 1));
      default:
        return indent;
    }
  }

  #spaceBefore(offset: number, inserted: string, span?: Span): boolean {
    const { text } = this.#document;
    if (offset === 0) return false;
    if (offset === span?.contentStart) return span.token.kind !== 'docstring' && /\S/u.test(text[offset - 1]!);
    const before = text.slice(Math.max(0, offset - 8), offset);
    return /[^\s([{"'“‘«„]$/u.test(before) || joins(before, inserted, span);
  }

  #spaceBehind(offset: number, inserted: string, span?: Span): boolean {
    const behind = this.#document.text.slice(offset, offset + 8);
    if (joins(inserted, behind, span)) return true;
    if (span && offset === span.contentEnd && span.end > offset) {
      return span.token.kind === 'blockComment' && /^\S/u.test(behind);
    }
    return /^[^\s)\]}.,;:!?…"'”’»]/u.test(behind);
  }

  #isHeader(start: number): boolean {
    const { text } = this.#document;
    return this.#isNearTop(start) && header.test(text.slice(start, Math.min(lineEnd(text, start), start + 200)));
  }

  /** Whether the offset lies in one of the first two lines. */
  #isNearTop(offset: number): boolean {
    const start = lineStart(this.#document.text, offset);
    return start === 0 || lineStart(this.#document.text, start - 1) === 0;
  }

  #context(region: SyntaxRegion): CommentContext {
    let context = this.#contexts.get(region.start);
    if (!context) {
      const from = Math.max(region.start, this.#first);
      context = new CommentContext(
        this.#document.text,
        region.syntax,
        from,
        Math.min(region.end, this.#last),
        region.start,
      );
      this.#contexts.set(region.start, context);
    }
    return context;
  }
}

/** Whether two texts put together make a delimiter that neither holds. */
function joins(left: string, right: string, span?: Span): boolean {
  return (span?.token.delimiters(span.opened) ?? []).some((delimiter) =>
    Array.from({ length: delimiter.length - 1 }, (_, index) => index + 1).some(
      (length) => left.endsWith(delimiter.slice(0, length)) && right.startsWith(delimiter.slice(length)),
    ),
  );
}
