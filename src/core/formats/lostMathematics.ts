import { texFunctions, texLetters, texRelations } from '../mathematics/texSymbols';

/** A formula in running text that lost its dollar signs and backslashes, and what it was in TeX. */
export interface LostFormula {
  readonly start: number;
  readonly end: number;
  readonly tex: string;
}

// Commands whose names no English text has as words, so that they need no other sign of mathematics around them.
const unmistakable = new Set(
  `geq leq neq geqslant leqslant gtrsim lesssim infty cdot cdots ldots varepsilon vartheta varphi rightarrow leftarrow
   leftrightarrow longrightarrow Rightarrow mapsto subseteq supseteq setminus otimes oplus nabla varnothing`.split(
    /\s+/u,
  ),
);
const relations: ReadonlyMap<string, string> = new Map([
  ...[...texRelations].map(([name, sign]) => [sign, `\\${name}`] as const).reverse(),
  ...['=', '<', '>', '+', '-', '*', '/'].map((sign) => [sign, sign] as const),
]);
const bracedMacros = new Set(
  'mathcal mathbb mathbf mathrm mathit mathsf mathfrak boldsymbol operatorname sqrt frac tilde hat overline'.split(' '),
);
const growthRates = new Set(['O', 'o', 'Theta', 'Omega']);

const longestFormula = 300;

/**
 * The formulas in a text whose LaTeX lost its dollar signs and its backslashes, in order: in `at most O(n^2), for M geq
 * d^2` they are `O(n^2)` and `M \geq d^2`. A stretch counts only with a sign that words do not have: a script, a
 * command that is no word, a growth rate such as `O(n)`; names are left whole around their scripts (`A^2ATS`).
 */
export function findLostMathematics(text: string): LostFormula[] {
  const found: LostFormula[] = [];
  const starts = /(?<![\p{L}\p{N}_\\^])[\p{L}\p{N}]/gu;
  const likely = /[\^_{]|\b[oO] ?\(|\b(?:Theta|Omega)\(|[a-z]{3}(?![a-z])/u;
  if (!likely.test(text)) return found;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const window = text.slice(match.index, match.index + longestFormula);
    const reader = new FormulaReader(window);
    const formula = reader.formula() ?? scriptOfName(window) ?? commandAlone(window);
    if (!formula) {
      // What was read in vain is no formula from any place within it either.
      starts.lastIndex = match.index + Math.max(1, reader.readInVain);
      continue;
    }
    found.push({ start: match.index + formula.start, end: match.index + formula.end, tex: formula.tex });
    starts.lastIndex = match.index + formula.end;
  }
  return found;
}

/** `A^2ATS`, `Mamba^{2}`: the script alone is mathematics. */
function scriptOfName(text: string): LostFormula | undefined {
  const match = /^([\p{L}\p{N}]*\p{L})(\^(?:\{[\d+-]{1,4}\}|\d{1,2}))(?![\p{N}^_{])/u.exec(text);
  return match ? { start: match[1]!.length, end: match[0].length, tex: match[2]! } : undefined;
}

/** `VSEinfty`, and a relation that lost its left side: `geq 90%`. */
function commandAlone(text: string): LostFormula | undefined {
  const attached = /^([A-Z\p{N}]+)infty(?!\p{L})/u.exec(text);
  if (attached) return { start: attached[1]!.length, end: attached[0].length, tex: '\\infty' };
  const name = /^[A-Za-z]+/.exec(text)?.[0] ?? '';
  return unmistakable.has(name) ? { start: 0, end: name.length, tex: `\\${name}` } : undefined;
}

interface Read {
  readonly tex: string;
  /** Whether it holds something that only mathematics has. */
  readonly certain: boolean;
}

/** Reads one formula from the beginning of a text; methods that find nothing leave the place where it was. */
class FormulaReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  #readInVain = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** How far it came without a sign of mathematics. */
  get readInVain(): number {
    return this.#readInVain;
  }

  formula(): LostFormula | undefined {
    const read = this.#sum(false);
    if (!read?.certain) this.#readInVain = this.#at;
    if (!read?.certain || /^[\p{L}\p{N}_^]/u.test(this.#text.slice(this.#at))) return undefined;
    return { start: 0, end: this.#at, tex: read.tex.trim() };
  }

  /** Terms with operators between them. Within brackets words of one letter may follow each other, and commas. */
  #sum(bracketed: boolean): Read | undefined {
    const first = this.#term(bracketed);
    if (!first) return undefined;
    let tex = first.tex;
    let certain = first.certain;
    for (;;) {
      const before = this.#at;
      const operator = this.#operator(bracketed);
      const term = operator ? this.#term(bracketed) : undefined;
      if (!operator || !term) {
        this.#at = before;
        return { tex, certain };
      }
      tex = joined(joined(tex, operator.tex), term.tex);
      certain ||= operator.certain || term.certain;
    }
  }

  #operator(bracketed: boolean): Read | undefined {
    const match = /^(\s?)(?:([A-Za-z]+)(?![A-Za-z])|([-=<>+*/≤≥≈×·±−]|,))?(\s?)/u.exec(this.#text.slice(this.#at));
    const [whole = '', before = '', name, sign, after = ''] = match ?? [];
    if (name !== undefined && texRelations.has(name) && unmistakable.has(name)) {
      this.#at += whole.length;
      return { tex: `${before}\\${name}${after}`, certain: true };
    }
    if (sign === ',' && !bracketed) return undefined;
    if (sign !== undefined) {
      // A hyphen belongs to words, unless spaces or brackets make it a minus.
      if (sign === '-' && !bracketed && (before === '' || after === '')) return undefined;
      this.#at += whole.length;
      return { tex: before + (relations.get(sign) ?? sign) + after, certain: false };
    }
    if (!bracketed || name === undefined || before === '') return undefined;
    this.#at += before.length;
    return { tex: ' ', certain: false };
  }

  /** Factors that touch each other: `N^2d^2`, `2^k(n)`. */
  #term(bracketed: boolean): Read | undefined {
    let tex = '';
    let certain = false;
    for (let factor = this.#factor(bracketed, true); factor; factor = this.#factor(bracketed, false)) {
      tex = joined(tex, factor.tex);
      certain ||= factor.certain;
    }
    return tex === '' ? undefined : { tex, certain };
  }

  #factor(bracketed: boolean, first: boolean): Read | undefined {
    const base = this.#base(bracketed, first);
    if (!base) return undefined;
    let { tex, certain } = base;
    for (let script = this.#script(); script; script = this.#script()) {
      tex += script;
      certain = true;
    }
    return { tex, certain };
  }

  #base(bracketed: boolean, first: boolean): Read | undefined {
    const rest = this.#text.slice(this.#at);
    const number = /^\d+(?:,\d{3})*(?:\.\d+)?/.exec(rest)?.[0];
    if (number !== undefined) {
      // Digits that follow a letter are part of a name (`T5`), except in brackets.
      if (!first && !bracketed && !/[)}]/.test(this.#text.charAt(this.#at - 1))) return undefined;
      this.#at += number.length;
      return { tex: number, certain: false };
    }
    if (rest.startsWith('(')) return first && !bracketed ? undefined : this.#brackets('(', ')');
    if (rest.startsWith('|') && bracketed) return this.#brackets('|', '|');
    const name = /^[A-Za-z]+/.exec(rest)?.[0];
    return name === undefined ? undefined : this.#named(name, bracketed, rest.slice(name.length));
  }

  #named(name: string, bracketed: boolean, following: string): Read | undefined {
    if (growthRates.has(name) && /^ ?\(/.test(following)) {
      const before = this.#at;
      this.#at += name.length + (following.startsWith(' ') ? 1 : 0);
      const inside = this.#brackets('(', ')');
      // With a space between, `O (x)` may be words.
      if (inside && (inside.certain || !following.startsWith(' '))) {
        return { tex: (name.length > 1 ? `\\${name}` : name) + inside.tex, certain: true };
      }
      this.#at = before;
      return undefined;
    }
    if (bracedMacros.has(name) && following.startsWith('{')) {
      const groups = /^(?:\{[^{}$]{0,80}\}){1,2}/.exec(following)?.[0];
      if (groups === undefined) return undefined;
      this.#at += name.length + groups.length;
      return { tex: `\\${name}${restoreCommands(groups)}`, certain: true };
    }
    if (unmistakable.has(name) && texLetters.has(name)) {
      this.#at += name.length;
      return { tex: `\\${name}`, certain: true };
    }
    if (texLetters.has(name) && (bracketed || /^(?:[_^]|\s?[=<>≤≥]\s?)/u.test(following))) {
      this.#at += name.length;
      return { tex: `\\${name}`, certain: /^\s?[=<>≤≥]/u.test(following) };
    }
    if (texFunctions.has(name) && (bracketed || following.startsWith('('))) {
      this.#at += name.length;
      return { tex: `\\${name}`, certain: bracketed };
    }
    // Letters side by side are a product; longer runs, and small words such as “of”, are words.
    if (name.length > 2 || (name.length === 2 && !bracketed && /^[a-z]+$/.test(name))) return undefined;
    if (name.length === 2 && /^[A-Z]+$/.test(name) && !bracketed) return undefined;
    this.#at += name.length;
    return { tex: name, certain: false };
  }

  #brackets(open: string, close: string): Read | undefined {
    const before = this.#at;
    if (this.#text[before] !== open || this.#depth > 5) return undefined;
    this.#at++;
    this.#depth++;
    const inside = this.#sum(true);
    this.#depth--;
    if (!inside || this.#text[this.#at] !== close) {
      this.#at = before;
      return undefined;
    }
    this.#at++;
    return { tex: open + inside.tex.trim() + close, certain: inside.certain };
  }

  #script(): string | undefined {
    const match =
      /^(?:\^(?:\{([^{}$]{1,60})\}|(-?\d+|[A-Za-z*]))|_(?:\{([^{}$]{1,60})\}|(\d+|[A-Za-z]|infty)(?![\p{L}\p{N}_])))/u.exec(
        this.#text.slice(this.#at),
      );
    if (!match) return undefined;
    const [whole, braced, bare, bracedBelow, bareBelow] = match;
    // In `v1_2` the line joins parts of a name.
    if (bareBelow !== undefined && !/[A-Za-z]/.test(this.#text.charAt(this.#at - 1))) return undefined;
    this.#at += whole.length;
    const content = restoreCommands(braced ?? bare ?? bracedBelow ?? bareBelow ?? '');
    const sign = whole.charAt(0);
    return content.length === 1 ? sign + content : `${sign}{${content}}`;
  }
}

/** TeX whose commands lost their backslashes: `10^{-3} times n` → `10^{-3} \times n`. For the inside of formulas. */
export function restoreCommands(tex: string): string {
  if (tex.includes('\\')) return tex;
  return tex.replace(/(?<![A-Za-z])[A-Za-z]{2,}(?![A-Za-z])/g, (name) =>
    texLetters.has(name) || texRelations.has(name) || texFunctions.has(name) ? `\\${name}` : name,
  );
}

/** Two pieces of TeX side by side, with the space that ends a command's name where a letter follows. */
function joined(one: string, other: string): string {
  return /\\[A-Za-z]+$/.test(one) && /^[A-Za-z]/.test(other) ? `${one} ${other}` : one + other;
}
