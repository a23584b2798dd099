import type { Paper } from '../paper';
import { toOneLine } from '../text';

// BibTeX counts braces whether or not a backslash stands before them, so that only names of characters are safe.
const special: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** Plain text as TeX: every character that means something to TeX escaped, all others kept. */
export function escapeTeX(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/gu, (character) => special[character]!);
}

/** A title as the value of a BibTeX field, its mathematics kept as TeX where the paper has it. */
export function texTitle(paper: Pick<Paper, 'title' | 'markup'>): string {
  return (paper.markup && markedUp(toOneLine(paper.markup.title))) ?? protect(toOneLine(paper.title));
}

/** The words of a text, those that lose something in lower case in braces: `FlashAttention` → `{FlashAttention}`. */
function protect(text: string): string {
  return text
    .split(/([\s\-–—:/()[\]"“”.,;!?]+)/u)
    .map((word) => (losesCapitals(word) ? `{${escapeTeX(word)}}` : escapeTeX(word)))
    .join('');
}

function losesCapitals(word: string): boolean {
  return /^.+\p{Lu}|^\p{Lu}.*\d/u.test(word) || (/^\p{Lu}$/u.test(word) && word !== 'A');
}

// ---- Mathematics

/** Text with mathematics between dollars; `undefined` where some of that is not plainly mathematics. */
function markedUp(markup: string): string | undefined {
  let written = '';
  const pieces = markup.split(/(?<!\\)\$/u);
  if (pieces.length % 2 === 0) return undefined;
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 0) written += protect(piece.replaceAll('\\$', '$'));
    else if (isPlainMathematics(piece)) written += `{$${piece.replace(/(?<!\\)[%#&]/gu, '\\$&')}$}`;
    else return undefined;
  }
  // A word that holds mathematics is one word: {E}{$^{2}$}{GAN} is {E$^{2}$GAN}.
  return written.replaceAll('}{$', '$').replaceAll('$}{', '$');
}

const commands = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho varrho ' +
    'sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ' +
    'ell hbar partial nabla infty emptyset varnothing forall exists aleph Re Im ' +
    'times div cdot pm mp ast star circ bullet oplus otimes odot cap cup setminus wedge vee neg ' +
    'le leq ge geq ne neq ll gg lt gt approx sim simeq cong equiv propto prec succ subset subseteq supset supseteq in ni ' +
    'notin mid parallel perp to gets mapsto rightarrow leftarrow Rightarrow Leftarrow leftrightarrow uparrow downarrow ' +
    'sum prod int oint lim max min sup inf arg log ln exp sin cos tan det dim ker Pr gcd deg ' +
    'frac tfrac dfrac binom sqrt overline underline hat widehat tilde widetilde bar vec dot ddot acute grave check breve ' +
    'mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm text textrm textbf textit ' +
    'operatorname left right big Big bigl bigr lfloor rfloor lceil rceil langle rangle lvert rvert lVert rVert vert Vert ' +
    'ldots cdots dots vdots quad qquad prime dagger ddagger top bot'
  ).split(' '),
);

/** Balanced, and no command but those of mathematics: TeX reads files and runs programs for anybody who asks. */
function isPlainMathematics(tex: string): boolean {
  if (tex.includes('^^') || /\\$/u.test(tex) || tex.trim() === '') return false;
  for (const [, command = ''] of tex.matchAll(/\\([A-Za-z]+|[^])/gu)) {
    // Not \{ and \}: BibTeX counts them with the other braces, TeX does not.
    if (/^[A-Za-z]/u.test(command) ? !commands.has(command) : !/[,;:!| %&#_]/u.test(command)) return false;
  }
  let depth = 0;
  for (const brace of tex.replace(/[^{}]/gu, '')) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
