import { doubleStruck, subscripts, superscripts, texAccents, texLetters, texRelations } from './texSymbols';

const deepest = 40;
const spaces = new Set([',', ';', ':', '>', ' ', '\n', '~', 'quad', 'qquad', 'enspace', 'thinspace', '\\']);
const silent = new Set(
  `! left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle scriptstyle
   limits nolimits nonumber bf it rm cal em small footnotesize`.split(/\s+/u),
);
const dropped = new Set(['begin', 'end', 'label', 'tag', 'color', 'hspace', 'vspace', 'phantom']);
const textMacros = new Set('text textrm textbf textit texttt textsf textsc mbox hbox operatorname'.split(' '));

/**
 * A TeX expression, without its dollar signs, as a reader would type it in plain Unicode: `10^{13}` → `10¹³`,
 * `\frac{N^2}{M}` → `N²/M`, `M \geq d^2` → `M ≥ d²`. What it does not know stays readable, without backslashes.
 */
export function texToUnicode(tex: string): string {
  return new Expression(tex)
    .all()
    .replace(/\s+/gu, ' ')
    .replace(/(\d) ×(?= ?(?:[∼–,;.)]|$))/gu, '$1×')
    .replace(/(\d) × (?=\d)/gu, '$1×')
    .replace(/([\d×%]) ?∼ ?(?=\d)/gu, '$1–')
    .replace(/^ ?∼ ?(?=\d)/u, '~')
    .replace(/([([{⟨⌊⌈]) | (?=[)\]}⟩⌋⌉,;])/gu, '$1')
    .trim();
}

/** Reads an expression from left to right, once, and writes it as it goes. */
class Expression {
  readonly #tex: string;
  #at = 0;
  #depth = 0;

  constructor(tex: string) {
    this.#tex = tex;
  }

  /** Everything, stray closing braces passed over. */
  all(): string {
    let out = '';
    while (this.#at < this.#tex.length) {
      out += this.#sequence();
      this.#at++;
    }
    return out;
  }

  /** Up to the closing brace of the group, or the end. */
  #sequence(): string {
    let out = '';
    while (this.#at < this.#tex.length && this.#tex[this.#at] !== '}') out += this.#atom();
    return out;
  }

  #atom(): string {
    const character = String.fromCodePoint(this.#tex.codePointAt(this.#at)!);
    this.#at += character.length;
    switch (character) {
      case '\\':
        return this.#command();
      case '{':
        return this.#group();
      case '^':
        return script(this.#argument(), superscripts, '^');
      case '_':
        return script(this.#argument(), subscripts, '_');
      case '=':
      case '<':
      case '>':
        return ` ${character} `;
      case "'":
        return '′';
      case '~':
      case '&':
        return ' ';
      case '$':
        return '';
      default:
        return character;
    }
  }

  #group(): string {
    // Deeper than any formula: the braces are passed over, and what they hold is read in line.
    if (this.#depth >= deepest) return '';
    this.#depth++;
    const inner = this.#sequence();
    this.#depth--;
    this.#at++;
    return inner;
  }

  /** What a command or a script applies to: a group, or one token. */
  #argument(): string {
    while (this.#tex[this.#at] === ' ') this.#at++;
    const next = this.#tex[this.#at];
    if (next === undefined || next === '}' || this.#depth >= deepest) return '';
    this.#depth++;
    const written = next === '^' || next === '_' ? '' : this.#atom();
    this.#depth--;
    return written.trim();
  }

  #rawArgument(open: string, close: string): string {
    if (this.#tex[this.#at] !== open) return '';
    const end = this.#tex.indexOf(close, this.#at);
    const raw = this.#tex.slice(this.#at + 1, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#tex.length : end + 1;
    return raw;
  }

  #name(): string {
    const name = /^(?:[A-Za-z]+|[^])/u.exec(this.#tex.slice(this.#at, this.#at + 40))?.[0] ?? '';
    this.#at += name.length;
    return name;
  }

  #command(): string {
    const name = this.#name();
    if (spaces.has(name)) return ' ';
    if (silent.has(name)) {
      if (this.#tex[this.#at] === '.') this.#at++; // `\left.` stands for no bracket.
      return '';
    }
    if (dropped.has(name)) {
      this.#rawArgument('{', '}');
      return '';
    }
    const relation = texRelations.get(name);
    if (relation !== undefined) return ` ${relation} `;
    const letter = texLetters.get(name);
    if (letter !== undefined) {
      this.#skipSpace();
      return letter;
    }
    if (textMacros.has(name)) {
      if (this.#tex[this.#at] === '*') this.#at++;
      return this.#argument();
    }
    if (/^math(?:bb|rm|bf|it|sf|tt|cal|scr|frak|normal|op|bin|rel)$|^(?:boldsymbol|bm|pmb)$/.test(name)) {
      const inner = this.#argument();
      return name === 'mathbb' ? [...inner].map((one) => doubleStruck.get(one) ?? one).join('') : inner;
    }
    return this.#macro(name);
  }

  #macro(name: string): string {
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'nicefrac':
        return `${bracketed(this.#argument())}/${bracketed(this.#argument())}`;
      case 'binom':
        return `(${this.#argument()} choose ${this.#argument()})`;
      case 'sqrt':
        return `${script(this.#rawArgument('[', ']'), superscripts, '^')}√${bracketed(this.#argument())}`;
      case 'not':
        return `${this.#argument()}\u0338`;
      case '|':
        return '‖';
      case 'bmod':
      case 'pmod':
        return ' mod ';
    }
    const accent = texAccents.get(name);
    if (accent !== undefined && /^[a-z]{3,}$/.test(name)) {
      const inner = this.#argument();
      return [...inner].length === 1 ? (inner + accent).normalize('NFC') : inner;
    }
    return /^[a-z]/i.test(name) ? this.#word(name) : name;
  }

  /** A function, or a command that is not known, set apart from the letters around it. */
  #word(name: string): string {
    const start = this.#at - name.length - 1;
    const before = /[\p{L}\d)]\s*$/u.test(this.#tex.slice(Math.max(0, start - 2), start)) ? ' ' : '';
    const after = /^\s*[\p{L}\d\\]/u.test(this.#tex.slice(this.#at, this.#at + 3)) ? ' ' : '';
    return before + name + after;
  }

  #skipSpace(): void {
    while (this.#tex[this.#at] === ' ') this.#at++;
  }
}

function script(text: string, forms: ReadonlyMap<string, string>, sign: string): string {
  const bare = text.replace(/\s+/gu, '');
  if (bare === '') return '';
  const characters = [...bare];
  if (characters.every((one) => forms.has(one))) return characters.map((one) => forms.get(one)!).join('');
  return characters.length === 1 ? sign + bare : `${sign}(${text.trim()})`;
}

function bracketed(text: string): string {
  return /^[\p{L}\p{N}\p{M}.∞]*$/u.test(text) || /^\([^()]*\)$/u.test(text) ? text : `(${text})`;
}
