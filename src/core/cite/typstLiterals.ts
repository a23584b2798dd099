import type { LiteralPlace } from './citationFormat';
import { nestedComment } from './commentSyntax';
import { closingBracket } from './listParts';
import type { LiteralSpan } from './literalText';

const comment = nestedComment('/*', '*/');
// A backslash and what it takes the meaning from; raw text, which one backtick or three and more end.
const markupToken =
  /\\[^]|https?:\/\/[^\s()[\]{}<>"]*|\/\/[^\n]*|\/\*|`{3,}|``|`|<[\p{ID_Start}_][\p{ID_Continue}\-.:]*>|#|\$|\[|\]/gu;
const codeToken =
  /"(?:[^"\\]|\\[^])*"?|\/\/[^\n]*|\/\*|`{3,}|``|`|<[\p{ID_Start}_][\p{ID_Continue}\-.:]*>|\$|[()[\]{}\n;]/gu;
const mathematicsToken = /\\[^]|"(?:[^"\\]|\\[^])*"?|\/\/[^\n]*|\/\*|\$/gu;
const statement = /(?:let|set|show|import|include|if|for|while|return|context)(?![\p{ID_Continue}-])/uy;
const callee = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:\.[\p{ID_Start}_][\p{ID_Continue}-]*)*/uy;
/** Its argument is a citation's; without a whole key it is still being written, and code like any other. */
const citing = /cite(?=\(\s*(?:<[^<>\s]{1,1000}>|label\())/uy;
const string = /"(?:[^"\\]|\\[^])*"?/uy;
/** What keeps a condition going behind a block. */
const orElse = /\s*else(?![\p{ID_Continue}-])/uy;
const chained = /\.[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Where in a Typst file no markup is read: comments, raw text, mathematics, labels, addresses, and code but for the
 * content in its square brackets (Typst's reference, "Syntax"). In order and apart from each other. Never throws.
 */
export function typstLiterals(text: string): readonly LiteralSpan[] {
  return new Reader(text).read();
}

/** What is open. */
interface Level {
  readonly isMarkup: boolean;
  /** What ends it; a line break ends a statement. */
  readonly close: string;
  /** What may follow its end. */
  readonly follows: 'arguments' | 'else' | 'nothing';
  /** Where what is no markup goes on from. */
  from: number;
}

class Reader {
  readonly #text: string;
  readonly #spans: LiteralSpan[] = [];
  /** Content within code within content: the innermost last. */
  readonly #levels: Level[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly LiteralSpan[] {
    while (this.#at < this.#text.length) {
      const level = this.#levels.at(-1);
      if (!level || level.isMarkup) this.#markup(level);
      else this.#code(level);
    }
    for (const level of this.#levels) if (!level.isMarkup) this.#add('verbatim', level.from, Infinity, 'end');
    return this.#spans.sort((one, other) => one.start - other.start);
  }

  #markup(level: Level | undefined): void {
    const token = this.#next(markupToken);
    if (!token) return;
    const { 0: found, index } = token;
    if (this.#literal(found, index)) return;
    if (found === '#') this.#embedded(index);
    else if (found === '[') this.#levels.push({ isMarkup: true, close: ']', follows: 'nothing', from: this.#at });
    else if (found === ']' && level) this.#closed(index);
  }

  /** Code from a `#` on: a statement to the end of its line, a bracket, or a call with its arguments. */
  #embedded(index: number): void {
    if (this.#match(citing, this.#at)) {
      const close = closingBracket(this.#text, this.#at + 'cite'.length, this.#text.length);
      if (close > 0) {
        this.#at = close + 1;
        return;
      }
    }
    const keyword = this.#match(statement, this.#at);
    if (keyword !== undefined) {
      const follows = /^(?:if|for|while)$/u.test(keyword) ? 'else' : 'nothing';
      this.#levels.push({ isMarkup: false, close: '\n', follows, from: index });
      return;
    }
    const quoted = this.#match(string, this.#at);
    if (quoted !== undefined) {
      const isClosed = /^"(?:[^"\\]|\\[^])*"$/u.test(quoted);
      this.#take('verbatim', index, isClosed ? this.#at + quoted.length : Infinity);
      this.#arguments(this.#at);
      return;
    }
    const name = this.#match(callee, this.#at) ?? '';
    this.#at += name.length;
    if (name !== '') this.#add('verbatim', index, this.#at, 'inside');
    this.#arguments(name === '' ? index : this.#at);
  }

  /** What stands right behind a call belongs to it, and so does what is called of its result. */
  #arguments(behindName: number): void {
    let from = behindName;
    for (let method = this.#match(chained, this.#at); method; method = this.#match(chained, this.#at)) {
      this.#at += method.length;
      this.#add('verbatim', from, this.#at, 'inside');
      from = this.#at;
    }
    const open = this.#text[this.#at] ?? '';
    const isBlock = open === '(' || (open === '{' && this.#text[this.#at - 1] === '#');
    if (open !== '[' && !isBlock) return;
    this.#at++;
    const isMarkup = open === '[';
    this.#levels.push({ isMarkup, close: closing[open]!, follows: 'arguments', from: isMarkup ? this.#at : from });
  }

  #code(level: Level): void {
    const token = this.#next(codeToken);
    if (!token) return;
    const { 0: found, index } = token;
    if (found.startsWith('"')) return;
    if (/^(?:[/`$<])/u.test(found)) {
      // Spans stay apart: what is no markup in code either is a part of the code.
      const kept = this.#spans.length;
      this.#literal(found, index);
      this.#spans.length = kept;
    } else if (found in closing) {
      this.#add('verbatim', level.from, this.#at, 'inside');
      this.#levels.push({ isMarkup: found === '[', close: closing[found]!, follows: 'nothing', from: this.#at });
    } else if (found === level.close || (found === ';' && level.close === '\n')) {
      this.#closed(index);
    } else if (/[)\]}]/u.test(found) && level.close === '\n') {
      // The statement ends with what it stands in.
      this.#at = index;
      this.#closed(index);
    }
  }

  /** Ends what is open, at its closing character; what it stood in goes on. */
  #closed(index: number): void {
    const { close, follows, from, isMarkup } = this.#levels.pop()!;
    const outer = this.#levels.at(-1);
    const isStatement = close === '\n';
    if (!isMarkup) this.#add('verbatim', from, isStatement ? index : this.#at, isStatement ? 'end' : 'inside');
    if (outer && !outer.isMarkup) {
      outer.from = isMarkup ? index : this.#at;
      const isDone = outer.follows === 'else' && close !== ')' && !this.#match(orElse, this.#at);
      if (isDone) this.#closed(this.#at);
    } else if (follows === 'arguments') this.#arguments(this.#at);
  }

  /** Takes what is no markup anywhere. */
  #literal(found: string, index: number): boolean {
    if (found.startsWith('//')) this.#add('comment', index, this.#at, 'end');
    else if (found === '/*') {
      const { contentEnd, end } = comment.end(this.#text, this.#at, found);
      this.#take('comment', index, contentEnd === end ? Infinity : end);
    } else if (found.startsWith('`')) {
      // Two hold nothing.
      const end = found === '``' ? this.#at : this.#text.indexOf(found, this.#at) + found.length;
      this.#take('verbatim', index, end < this.#at ? Infinity : end);
    } else if (found === '$') {
      let end = this.#next(mathematicsToken);
      while (end && end[0] !== '$') end = this.#next(mathematicsToken);
      this.#take('mathematics', index, end ? this.#at : Infinity);
    } else if (found.startsWith('<')) this.#add('name', index, this.#at, 'inside');
    else if (found.startsWith('http')) this.#add('address', index, this.#at, 'inside');
    else return found.startsWith('\\');
    return true;
  }

  #take(place: LiteralPlace, start: number, end: number): void {
    this.#add(place, start, end, 'inside');
    this.#at = Math.min(end, this.#text.length);
  }

  #add(place: LiteralPlace, start: number, end: number, reach: LiteralSpan['reach']): void {
    if (start < end) this.#spans.push({ place, start, end, reach });
  }

  #next(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    this.#at = found ? pattern.lastIndex : this.#text.length;
    return found ?? undefined;
  }

  #match(pattern: RegExp, at: number): string | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.#text)?.[0];
  }
}
