import type {
  BibTeXEntry,
  BibTeXFault,
  BibTeXField,
  BibTeXItem,
  BibTeXPiece,
  BibTeXStrings,
  TextRange,
} from './bibTeXSyntax';

// What no file of people holds, so that no file can exhaust the memory.
const mostItems = 500_000;
const mostFields = 1_000;

const itemStart = /@[ \t]*([^\s{}()@,="#%'\\.;:<>[\]|]+)\s*([{(])/y;
const commentLine = /@[ \t]*comment(?![^\s%])/iy;
const fieldStart = /([^\s=,{}()"#%@]+)\s*=/y;
const furtherField = /\s*,\s*[^\s=,{}()"#%@]+\s*=/y;
const bareWord = /[^\s,"#{}=()%]+/y;
const keyEnd = /[,={}"\r\n]|$/g;
const afterQuote = /\s*(?:[,}#)%@]|$|[^\s=,{}()"#%@]+\s*=)/y;
/** A line within a value that looks like the entry's next field. */
const swallowedField = /[\r\n][ \t]*[A-Za-z][\w+:-]*\s*=\s*["{\w]/;
const braceMarks = /[{}@]/g;
const parenthesisMarks = /[{}()@]/g;
const quoteMarks = /["{}@]/g;

/**
 * Cuts a BibTeX or BibLaTeX text into its entries, each with the exact places of its type, key, names and values, and
 * yields them one by one, so that a long file need not be held in pieces. As in BibTeX, braces count whether or not a
 * backslash stands before them, and what stands between entries is no concern of ours; as in biber, `%` begins a
 * comment there and between fields. An entry that is broken keeps the fields that can be told apart and ends, at the
 * latest, where the next one begins. Takes time in proportion to the text.
 * @param report told what is wrong, one fault an entry, since what follows is mostly a consequence
 */
export function scanBibTeX(text: string, report: (fault: BibTeXFault) => void): Generator<BibTeXItem> {
  return new Scanner(text, report).items();
}

class Scanner {
  readonly #text: string;
  readonly #report: (fault: BibTeXFault) => void;
  #at = 0;
  /** Nothing from here on belongs to what is being read. */
  #end: number;
  /** Whether an entry at the beginning of a line may still stand within a value: once a value never ended, it may not. */
  #trusting = true;
  #faulty = false;
  #reread = false;

  constructor(text: string, report: (fault: BibTeXFault) => void) {
    this.#text = text;
    this.#report = report;
    this.#end = text.length;
  }

  *items(): Generator<BibTeXItem> {
    const outside = /[@%]/g;
    for (let count = 0; count < mostItems;) {
      outside.lastIndex = this.#at;
      if (!outside.test(this.#text)) return;
      const start = outside.lastIndex - 1;
      this.#at = start;
      if (this.#text[start] === '%') {
        this.#skipLine();
        continue;
      }
      const item = this.#item();
      if (!item) {
        this.#at = Math.max(this.#at, start + 1);
        continue;
      }
      yield item;
      count++;
    }
    const message = `The file holds more than ${mostItems.toLocaleString('en')} entries. What follows was not read.`;
    this.#report({ code: 'too-many-entries', severity: 'error', message, offset: this.#at });
  }

  /** Reads what begins at an `@`. */
  #item(): BibTeXItem | undefined {
    const start = this.#at;
    if (start > 0 && /[\w.]/.test(this.#text[start - 1]!)) return undefined; // an address: somebody@example.org
    const head = this.#match(itemStart);
    if (!head) {
      if (this.#match(commentLine)) this.#skipLine();
      return undefined;
    }
    this.#faulty = false;
    this.#reread = false;
    const type = head[1]!.toLowerCase();
    const typeStart = start + head[0].indexOf(head[1]!);
    const typeRange = { start: typeStart, end: typeStart + head[1]!.length };
    const close = head[2] === '{' ? '}' : ')';
    const open = this.#at - 1;
    switch (type) {
      case 'comment':
      case 'preamble': {
        const content = this.#group(open, close);
        const range = { start, end: this.#at };
        return type === 'comment' ? { kind: type, ...range, content } : { kind: type, ...range };
      }
      case 'string':
        return this.#strings(start, close);
      default:
        return this.#entry(start, type, typeRange, close);
    }
  }

  #strings(start: number, close: string): BibTeXStrings {
    const fields = this.#fields(close, start);
    return { kind: 'strings', start, end: this.#at, fields };
  }

  #entry(start: number, type: string, typeRange: TextRange, close: string): BibTeXEntry {
    const keyRange = this.#key(close, start);
    const key = this.#text.slice(keyRange.start, keyRange.end);
    const fields = this.#fields(close, start);
    return { kind: 'entry', start, end: this.#at, type, typeRange, key, keyRange, fields };
  }

  /** Up to the comma after the key. A key may stand on a line of its own, and white space around it. */
  #key(close: string, start: number): TextRange {
    this.#skipBlanks();
    const from = this.#at;
    keyEnd.lastIndex = from;
    let end = keyEnd.exec(this.#text)?.index ?? this.#text.length;
    if (close === ')') {
      const closing = this.#text.slice(from, end).indexOf(')');
      if (closing >= 0) end = from + closing;
    }
    let written = this.#text.slice(from, end).trimEnd();
    if (this.#text[from] === '@' && this.#startsItem(from)) written = '';
    else if (this.#text[end] === '=') {
      // `@article{title = …`: no key. `@article{key title = …`: no comma.
      const space = written.search(/\s/);
      if (space < 0) {
        this.#fault('missing-key', 'The entry has no citation key.', start);
        return { start: from, end: from };
      }
      written = written.slice(0, space);
    }
    this.#at = from + written.length;
    this.#skipBlanks();
    if (written === '') this.#fault('missing-key', 'The entry has no citation key.', start);
    else if (/\s/.test(written)) this.#fault('malformed-key', 'The citation key holds white space.', from);
    if (this.#text[this.#at] === ',') this.#at++;
    else if (this.#text[this.#at] !== close && this.#at < this.#text.length && !this.#startsItem(this.#at)) {
      this.#fault('malformed-entry', 'A comma is missing after the citation key.', this.#at);
    }
    return { start: from, end: from + written.length };
  }

  // ---- Fields

  /** Reads fields until the item is closed, and passes over its closing brace. */
  #fields(close: string, start: number): BibTeXField[] {
    const fields: BibTeXField[] = [];
    for (;;) {
      this.#skipBlanks();
      const character = this.#at < this.#end ? this.#text[this.#at]! : '';
      if (character === ',') this.#at++;
      else if (character === '%') this.#skipLine();
      else if (character === close || character === '}') {
        this.#at++;
        const goesOn = this.#peek(furtherField);
        if (goesOn) this.#malformed('A brace too many closes the entry here.', this.#at - 1);
        else if (character !== close) this.#malformed('A “)” is expected here.', this.#at - 1);
        if (!goesOn) break;
      } else if (character === '' || (character === '@' && this.#startsItem(this.#at))) {
        this.#fault('unclosed-entry', 'The entry is never closed: a brace is missing.', start);
        if (!this.#cutLast(fields)) break;
      } else if (character === '@' && this.#match(commentLine)) this.#skipLine();
      else {
        const field = this.#field(close);
        if (!field) continue;
        if (fields.length < mostFields) fields.push(field);
        else this.#malformed(`The entry has more than ${mostFields.toLocaleString('en')} fields.`, field.start);
      }
    }
    // What was read up to the next entry ends there.
    this.#end = this.#text.length;
    return fields;
  }

  #field(close: string): BibTeXField | undefined {
    const start = this.#at;
    const head = this.#match(fieldStart);
    if (!head) {
      this.#malformed('The name of a field and “=” are expected here.', start);
      this.#skipToField(close);
      return undefined;
    }
    const name = head[1]!;
    const { pieces, end, complete } = this.#value();
    const field = { start, end, name: name.toLowerCase(), nameEnd: start + name.length, pieces };
    this.#skipBlanks();
    const next = this.#text[this.#at];
    if (!complete || this.#at >= this.#end || next === ',' || next === close || next === '%' || next === '@')
      return field;
    if (this.#peek(fieldStart)) this.#malformed(`A comma is missing after the field “${name}”.`, end);
    else if (next !== '}') {
      this.#malformed(`A comma is expected after the field “${name}”.`, this.#at);
      this.#skipToField(close);
    }
    return field;
  }

  /** The pieces of a value. `complete` is false where it had to be cut off, and reading goes on right behind it. */
  #value(): { readonly pieces: BibTeXPiece[]; readonly end: number; readonly complete: boolean } {
    const pieces: BibTeXPiece[] = [];
    let end = this.#at;
    for (;;) {
      this.#skipBlanks();
      const start = this.#at;
      const character = start < this.#end ? this.#text[start] : '';
      if (character === '{') {
        const { end: inner, closed } = this.#braced(start, '}');
        pieces.push({ kind: 'braced', start: start + 1, end: inner });
        if (!closed) return { pieces, end: inner, complete: false };
      } else if (character === '"') {
        const { end: inner, closed } = this.#quoted(start);
        pieces.push({ kind: 'quoted', start: start + 1, end: inner });
        if (!closed) return { pieces, end: inner, complete: false };
      } else {
        const word = character === undefined || character === '' ? undefined : this.#match(bareWord)?.[0];
        if (word === undefined) {
          this.#malformed('A value is expected here.', start);
          return { pieces, end, complete: true };
        }
        pieces.push({ kind: /^\d+$/.test(word) ? 'number' : 'macro', start, end: this.#at });
      }
      end = this.#at;
      this.#skipBlanks();
      if (this.#at >= this.#end || this.#text[this.#at] !== '#') return { pieces, end, complete: true };
      this.#at++;
    }
  }

  /**
   * From an opening brace behind its partner. Without one it ends where the next entry begins at the beginning of a
   * line; as long as all braces have partners, such a line is a quotation.
   */
  #braced(open: number, close: string): { readonly end: number; readonly closed: boolean } {
    const marks = close === '}' ? braceMarks : parenthesisMarks;
    marks.lastIndex = open + 1;
    let depth = 0;
    let next: number | undefined;
    while (marks.test(this.#text)) {
      const at = marks.lastIndex - 1;
      if (at >= this.#end) break;
      const character = this.#text[at];
      if (character === '@') {
        if (next !== undefined || !this.#beginsLine(at) || !this.#startsItem(at)) continue;
        next = at;
        if (!this.#trusting) break;
      } else if (depth === 0 && character === close) {
        this.#at = at + 1;
        return { end: at, closed: true };
      } else if (character === '{') depth++;
      else if (character === '}' && depth > 0) depth--;
    }
    this.#trusting = false;
    this.#at = next ?? this.#end;
    this.#end = this.#at;
    return { end: this.#at, closed: false };
  }

  /** From a quotation mark behind its partner. A mark within braces, or one that nothing can follow, is text. */
  #quoted(open: number): { readonly end: number; readonly closed: boolean } {
    quoteMarks.lastIndex = open + 1;
    let depth = 0;
    let next: number | undefined;
    for (let mark = quoteMarks.exec(this.#text); mark && mark.index < this.#end; mark = quoteMarks.exec(this.#text)) {
      const at = mark.index;
      if (mark[0] === '{') depth++;
      else if (mark[0] === '@') {
        if (next !== undefined || !this.#beginsLine(at) || !this.#startsItem(at)) continue;
        next = at;
        if (!this.#trusting) break;
      } else if (mark[0] === '}') {
        if (--depth >= 0) continue;
        this.#malformed('A closing quotation mark is missing.', open);
        return { end: this.#cut(open + 1, at), closed: false };
      } else if (depth === 0) {
        this.#at = at + 1;
        if (this.#peek(afterQuote)) return { end: at, closed: true };
        if (this.#text[at - 1] !== '\\') this.#malformed('A quotation mark within a value needs braces around it.', at);
      }
    }
    this.#trusting = false;
    this.#at = next ?? this.#end;
    this.#end = this.#at;
    return { end: this.#at, closed: false };
  }

  // ---- Recovery

  /** Ends a value that swallowed the fields behind it, and goes back to them; once an entry, so that time stays linear. */
  #cut(start: number, end: number): number {
    const swallowed = this.#reread ? undefined : swallowedField.exec(this.#text.slice(start, end));
    this.#reread = true;
    this.#at = swallowed ? start + swallowed.index : end;
    return swallowed ? start + this.#text.slice(start, this.#at).trimEnd().replace(/,$/, '').length : end;
  }

  /** The same for the last field of an entry that turned out not to be closed. False where there is nothing to mend. */
  #cutLast(fields: BibTeXField[]): boolean {
    const field = fields.at(-1);
    const piece = field?.pieces.at(-1);
    if (!field || !piece || this.#reread || (piece.kind !== 'braced' && piece.kind !== 'quoted')) return false;
    const boundary = this.#at;
    const end = this.#cut(piece.start, piece.end);
    if (end === piece.end) {
      this.#at = boundary;
      return false;
    }
    this.#end = boundary;
    fields[fields.length - 1] = { ...field, end, pieces: [...field.pieces.slice(0, -1), { ...piece, end }] };
    return true;
  }

  /** Passes over what is no field: up to the next comma, a line with a field, or the end of the entry. */
  #skipToField(close: string): void {
    const marks = /[{}),@\n\r]/g;
    marks.lastIndex = this.#at;
    for (let mark = marks.exec(this.#text); mark && mark.index < this.#end; mark = marks.exec(this.#text)) {
      this.#at = mark.index;
      const character = mark[0];
      if (character === ',' || character === close || character === '}') return;
      if (character === '{') {
        if (!this.#braced(mark.index, '}').closed) return;
      } else {
        if (character === '@' && this.#startsItem(this.#at)) return;
        this.#at++;
        if (character !== ')' && character !== '@') {
          this.#skipBlanks();
          if (this.#peek(fieldStart)) return;
        }
      }
      marks.lastIndex = this.#at;
    }
    this.#at = this.#end;
  }

  /** A group that is not looked into. */
  #group(open: number, close: string): TextRange {
    const { end, closed } = this.#braced(open, close);
    if (!closed) this.#fault('unclosed-entry', 'A brace is opened here and never closed.', open);
    this.#end = this.#text.length;
    return { start: open + 1, end };
  }

  // ---- Steps

  #skipBlanks(): void {
    // By hand, as this is most of what the scanner does.
    for (
      let code = this.#text.charCodeAt(this.#at);
      code <= 32 || code === 160;
      code = this.#text.charCodeAt(++this.#at)
    );
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }

  #peek(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #startsItem(at: number): boolean {
    itemStart.lastIndex = at;
    return itemStart.test(this.#text);
  }

  /** Whether nothing but a few blanks stands before it on its line. */
  #beginsLine(at: number): boolean {
    return /(?:^|[\r\n])[ \t]*$/.test(this.#text.slice(Math.max(0, at - 40), at));
  }

  #skipLine(): void {
    const lineEnd = /[\r\n]|$/g;
    lineEnd.lastIndex = this.#at;
    this.#at = Math.min(lineEnd.exec(this.#text)!.index, this.#end);
  }

  #malformed(message: string, offset: number): void {
    this.#fault('malformed-entry', message, offset);
  }

  #fault(code: string, message: string, offset: number): void {
    if (this.#faulty) return;
    this.#faulty = true;
    this.#report({ code, severity: 'error', message, offset });
  }
}
