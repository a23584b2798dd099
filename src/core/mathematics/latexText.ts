import { subscripts, superscripts, texAccents, texLetters, texRelations } from './texSymbols';

const deepest = 40;

const shown = new Set(
  `emph textbf textit texttt textsc textrm textsf textsl textup textmd textnormal underline uline mbox hbox text
   textcolor url path enquote ensuremath mkbibquote mkbibemph`.split(/\s+/u),
);
const declarations = new Set(
  `em bf it tt sc rm sf sl bfseries itshape ttfamily scshape normalfont tiny scriptsize footnotesize small normalsize
   large Large LARGE huge Huge centering noindent protect`.split(/\s+/u),
);
const dropped = new Set('cite citep citet ref eqref label footnote footnotemark color vspace hspace index'.split(' '));
const spaces = new Set([' ', '\n', ',', ';', ':', '\\', 'quad', 'qquad', 'newline', 'linebreak', 'par', 'space']);
const letters: ReadonlyMap<string, string> = new Map([
  ['i', 'ı'], ['j', 'ȷ'], ['ss', 'ß'], ['o', 'ø'], ['O', 'Ø'], ['ae', 'æ'], ['AE', 'Æ'], ['oe', 'œ'], ['OE', 'Œ'],
  ['aa', 'å'], ['AA', 'Å'], ['l', 'ł'], ['L', 'Ł'], ['dh', 'ð'], ['DH', 'Ð'], ['th', 'þ'], ['TH', 'Þ'], ['dj', 'đ'],
  ['DJ', 'Đ'], ['ng', 'ŋ'], ['NG', 'Ŋ'], ['S', '§'], ['P', '¶'], ['dag', '†'], ['ddag', '‡'], ['copyright', '©'],
  ['pounds', '£'], ['euro', '€'], ['texteuro', '€'], ['textdegree', '°'], ['texttimes', '×'], ['textendash', '–'],
  ['textemdash', '—'], ['textellipsis', '…'], ['textasciitilde', '~'], ['textasciicircum', '^'],
  ['textbackslash', '\\'], ['textbar', '|'], ['textless', '<'], ['textgreater', '>'], ['textunderscore', '_'],
  ['textquoteleft', '‘'], ['textquoteright', '’'], ['textquotedblleft', '“'], ['textquotedblright', '”'],
  ['texttrademark', '™'], ['textregistered', '®'], ['textbraceleft', '{'], ['textbraceright', '}'], ['textpm', '±'], ['textmu', 'μ'], ['hyphen', '-'], ['LaTeX', 'LaTeX'], ['TeX', 'TeX'], ['BibTeX', 'BibTeX'],
]); // prettier-ignore

/**
 * LaTeX outside mathematics as plain Unicode: `\emph{Häse} et~al.\ 10\% -- ``safe''` → `Häse et al. 10% – “safe”`.
 * Commands it does not know leave their names.
 * @param options.keepBraces leaves braces that no command owns, for text in which they may be meant
 */
export function latexText(text: string, options: { readonly keepBraces?: boolean } = {}): string {
  const plain = /[\\{}]/.test(text) ? new Passage(text, options.keepBraces === true).all() : text;
  return typographic(plain);
}

/** TeX's ligatures and ties. Option-like `--flag` and a tilde for “about” (`~5`) stay. */
function typographic(text: string): string {
  let typeset = text;
  if (typeset.includes('~')) typeset = typeset.replace(/(?<=[\p{L}\p{N}.,:;)\]%])~(?=[\p{L}\p{N}([\\])/gu, ' ');
  if (typeset.includes('--')) {
    typeset = typeset
      .replace(/(?<=[^\s-])---(?=[^\s-])|(?<=\s)---(?=\s)/gu, '—')
      .replace(/(?<=[^\s-])--(?=[^\s-])|(?<=\s)--(?=\s)/gu, '–');
  }
  if (!typeset.includes('`')) return typeset;
  return typeset
    .replace(/``(?=\S)([^`]*?\S)''/gu, '“$1”')
    .replace(/(?<![\p{L}\p{N}`])`(?=[^\s`])([^`'\n]*[^\s`'])'(?![\p{L}\p{N}'])/gu, '‘$1’');
}

/** Reads a passage from left to right, once, and writes it as it goes. */
class Passage {
  readonly #text: string;
  readonly #keepBraces: boolean;
  #at = 0;
  #depth = 0;

  constructor(text: string, keepBraces: boolean) {
    this.#text = text;
    this.#keepBraces = keepBraces;
  }

  all(): string {
    let out = '';
    while (this.#at < this.#text.length) {
      out += this.#sequence();
      if (this.#at < this.#text.length && this.#keepBraces) out += '}';
      this.#at++;
    }
    return out;
  }

  #sequence(): string {
    let out = '';
    while (this.#at < this.#text.length && this.#text[this.#at] !== '}') {
      const plainEnd = this.#plainEnd();
      if (plainEnd > this.#at) {
        out += this.#text.slice(this.#at, plainEnd);
        this.#at = plainEnd;
      } else if (this.#text[this.#at++] === '{') {
        out += this.#group();
      } else {
        out += this.#command();
      }
    }
    return out;
  }

  #plainEnd(): number {
    const special = /[\\{}]/g;
    special.lastIndex = this.#at;
    return special.exec(this.#text)?.index ?? this.#text.length;
  }

  #group(): string {
    if (this.#depth >= deepest) return this.#keepBraces ? '{' : '';
    const owned =
      /^\s*\\(?:[A-Za-z]+)/u
        .exec(this.#text.slice(this.#at, this.#at + 40))?.[0]
        .trim()
        .slice(1) ?? '';
    this.#depth++;
    const inner = this.#sequence();
    this.#depth--;
    const closed = this.#at < this.#text.length;
    this.#at++;
    if (!this.#keepBraces || inner === '' || declarations.has(owned) || dropped.has(owned)) return inner;
    return `{${inner}${closed ? '}' : ''}`;
  }

  /** What stands in braces after a command; nothing where no brace follows. */
  #argument(): string | undefined {
    if (this.#text[this.#at] !== '{' || this.#depth >= deepest) return undefined;
    this.#at++;
    this.#depth++;
    const inner = this.#sequence();
    this.#depth--;
    this.#at++;
    return inner;
  }

  #command(): string {
    const name = /^(?:[A-Za-z]+\*?|[^])/u.exec(this.#text.slice(this.#at, this.#at + 40))?.[0] ?? '';
    this.#at += name.length;
    if (spaces.has(name)) return ' ';
    const accent = texAccents.get(name);
    if (accent !== undefined && !/^[a-z]{3,}$/.test(name)) return this.#accented(accent, name);
    if (!/^[A-Za-z]/.test(name)) return name === '-' || name === '/' ? '' : name;
    if (declarations.has(name)) {
      this.#skipSpaces();
      return '';
    }
    if (name === 'href' || name === 'textcolor') {
      const first = this.#argument();
      return this.#argument() ?? first ?? '';
    }
    if (dropped.has(name)) {
      this.#argument();
      return '';
    }
    if (shown.has(name)) return this.#argument() ?? '';
    if (name === 'textsuperscript') return script(this.#argument() ?? '', superscripts);
    if (name === 'textsubscript') return script(this.#argument() ?? '', subscripts);
    const symbol = letters.get(name) ?? texLetters.get(name) ?? texRelations.get(name);
    if (symbol === undefined) return name + (this.#argument() ?? '');
    // As in TeX, a space after the name of a letter only ends the name; after a sign it is meant.
    if (/^\p{L}/u.test(symbol)) this.#skipSpaces();
    if (this.#text.startsWith('{}', this.#at)) this.#at += 2;
    return symbol;
  }

  #accented(accent: string, name: string): string {
    // Accents named by a letter need a brace or a space: `\c{c}`, `\v s`.
    if (/[a-z]/i.test(name)) this.#skipSpaces();
    const inner = this.#argument() ?? this.#nextLetter();
    const [first = '', ...rest] = [...inner];
    const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
    return /^\p{L}/u.test(base) ? (base + accent).normalize('NFC') + rest.join('') : inner;
  }

  #nextLetter(): string {
    if (this.#text[this.#at] === '\\') {
      this.#at++;
      return this.#command();
    }
    const letter = /^\p{L}/u.exec(this.#text.slice(this.#at, this.#at + 2))?.[0] ?? '';
    this.#at += letter.length;
    return letter;
  }

  #skipSpaces(): void {
    while (this.#text[this.#at] === ' ') this.#at++;
  }
}

function script(text: string, forms: ReadonlyMap<string, string>): string {
  const characters = [...text];
  return characters.every((one) => forms.has(one)) ? characters.map((one) => forms.get(one)!).join('') : text;
}
