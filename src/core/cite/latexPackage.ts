import { closingNote } from './latexCitations';
import { latexMarkup } from './latexMarkup';

/** What citation commands a LaTeX document has. */
export type LatexPackage = 'natbib' | 'biblatex';

const loading = /\\(?:usepackage|RequirePackage|documentclass|LoadClass)(?![a-zA-Z@])/gu;
const blanks = /\s{0,100}/uy;
const braced = /\{[^{}]{0,2000}\}/uy;
// Classes and styles of publishers and conferences that load natbib themselves, unless they are told not to.
const loadsNatbib =
  /^(?:natbib|elsarticle|cas-[sd]c|acmart|revtex4(?:-[12])?|aastex\d*|mnras|aa|copernicus|agujournal\d*|neurips_\d{4}|nips_\d{4}|icml\d{4}|iclr\d{4}_conference|colm\d{4}_conference|aistats\d{4}|jmlr2e|jmlr|tmlr|acl\d*|emnlp\d*|naacl\d*|aaai\d*|ijcai\d*|uai\d{4}|sn-jnl|interact|tac|natbib-.*)$/u;

const longestPreamble = 100_000;
const longestOptions = 4000;

/** A package that a preamble loads, and the offset behind the command that does. */
export interface LoadedPackage {
  readonly package: LatexPackage;
  readonly end: number;
}

/**
 * The package whose commands cite, from the preamble of a LaTeX project: the root file's text, and the texts of what
 * that inputs; `undefined` where no known one is loaded, and only `\cite` is safe.
 *
 * `\usepackage[style=apa]{biblatex}` → `biblatex`
 */
export function latexPackage(texts: readonly string[]): LatexPackage | undefined {
  let found: LatexPackage | undefined;
  for (const text of texts) {
    const loaded = loadedPackage(text)?.package;
    if (loaded === 'biblatex') return loaded;
    found ??= loaded;
  }
  return found;
}

/** What the preamble of this text loads to cite with, and where; biblatex where it loads both. */
export function loadedPackage(text: string): LoadedPackage | undefined {
  const markup = latexMarkup(text.slice(0, longestPreamble));
  const begin = markup.indexOf('\\begin{document}');
  const preamble = begin < 0 ? markup : markup.slice(0, begin);
  let found: LoadedPackage | undefined;
  for (const { index, 0: command } of preamble.matchAll(loading)) {
    const { options, names, end } = argumentsAt(preamble, index + command.length);
    const loaded = names.map((name) => packageOf(name, options));
    if (loaded.includes('biblatex')) return { package: 'biblatex', end };
    if (loaded.includes('natbib')) found ??= { package: 'natbib', end };
  }
  return found;
}

function packageOf(name: string, options: string): LatexPackage | undefined {
  if (name === 'biblatex' || name === 'biblatex-chicago') return 'biblatex';
  if (loadsNatbib.test(name) && !/\bnonatbib\b|\bnatbib\s*=\s*false\b/u.test(options)) return 'natbib';
  return name === 'apacite' && /\bnatbibapa\b/u.test(options) ? 'natbib' : undefined;
}

/** `[options]{a,b}`, where options in braces hold brackets. */
function argumentsAt(text: string, from: number): { options: string; names: readonly string[]; end: number } {
  const open = behindBlanks(text, from);
  const close = text[open] === '[' ? closingNote(text.slice(0, open + longestOptions), open) : -1;
  const next = close < 0 ? open : behindBlanks(text, close + 1);
  braced.lastIndex = next;
  const list = braced.exec(text)?.[0] ?? '';
  const names = list.slice(1, -1).split(',');
  return {
    options: close < 0 ? '' : text.slice(open, close),
    names: names.map((name) => name.trim().replace(/^.*\//u, '')),
    end: next + list.length,
  };
}

function behindBlanks(text: string, from: number): number {
  blanks.lastIndex = from;
  return from + blanks.exec(text)![0].length;
}
