/** What citation commands a LaTeX document has. */
export type LatexPackage = 'natbib' | 'biblatex';

const loading =
  /\\(?:usepackage|RequirePackage|documentclass|LoadClass)(?![a-z])\s{0,9}(?:\[(?<options>[^\]]{0,4000})\])?\s{0,9}\{(?<names>[^{}]{0,2000})\}/gu;
// Classes and styles of publishers and conferences that load natbib themselves, unless they are told not to.
const loadsNatbib =
  /^(?:natbib|elsarticle|cas-[sd]c|acmart|revtex4(?:-[12])?|aastex\d*|mnras|aa|copernicus|agujournal\d*|neurips_\d{4}|nips_\d{4}|icml\d{4}|iclr\d{4}_conference|colm\d{4}_conference|aistats\d{4}|jmlr2e|jmlr|tmlr|acl\d*|emnlp\d*|naacl\d*|aaai\d*|ijcai\d*|uai\d{4}|sn-jnl|interact|tac|natbib-.*)$/u;

/**
 * The package whose commands cite, from the preamble of a LaTeX project: the root file's text, and the texts of what
 * that inputs; `undefined` where no known one is loaded, and only `\cite` is safe.
 *
 * `\usepackage[style=apa]{biblatex}` → `biblatex`
 */
export function latexPackage(texts: readonly string[]): LatexPackage | undefined {
  let found: LatexPackage | undefined;
  for (const text of texts) {
    const end = text.indexOf('\\begin{document}');
    const preamble = (end < 0 ? text.slice(0, 100_000) : text.slice(0, end)).replace(/(?<!\\)%[^\n]*/gu, '');
    for (const { groups } of preamble.matchAll(loading)) {
      const options = groups!.options ?? '';
      for (const name of groups!.names!.split(',').map((one) => one.trim().replace(/^.*\//u, ''))) {
        if (name === 'biblatex' || name === 'biblatex-chicago') return 'biblatex';
        if (loadsNatbib.test(name) && !/\bnonatbib\b|\bnatbib\s*=\s*false\b/u.test(options)) found = 'natbib';
        if (name === 'apacite' && /\bnatbibapa\b/u.test(options)) found = 'natbib';
      }
    }
  }
  return found;
}
