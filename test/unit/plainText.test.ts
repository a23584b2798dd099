import { expect } from 'chai';
import * as fc from 'fast-check';
import { plainText } from '../../src/core/mathematics/plainText';

describe('plain text of LaTeX', () => {
  const table: readonly [string, string][] = [
    // Mathematics.
    ['$10^{13}$ architectures', '10¹³ architectures'],
    ['E$^{2}$GAN', 'E²GAN'],
    ['A$^2$ATS', 'A²ATS'],
    ['$O(dm + m^2)$ and $O(dm^2)$', 'O(dm + m²) and O(dm²)'],
    ['$M=\\Theta(Nd)$', 'M = Θ(Nd)'],
    ['$M \\geq d^2$, $M < d^2$, $M\\le d$', 'M ≥ d², M < d², M ≤ d'],
    ['$\\frac{N^2d^2}{M}$', 'N²d²/M'],
    ['$\\frac ab$ $\\frac{a+b}{2}$', 'a/b (a+b)/2'],
    ['$O(\\log(D) \\cdot |p|)$', 'O(log(D) · |p|)'],
    ['$O(n \\log n)$', 'O(n log n)'],
    ['$O(n\\log n)$', 'O(n log n)'],
    ['$2.4\\times$ faster, $2.4 \\times$', '2.4× faster, 2.4×'],
    ['$3.72\\sim4.11\\times$', '3.72–4.11×'],
    ['$15\\times \\sim 24\\times$', '15×–24×'],
    ['$512\\times512$ and $N \\times d$', '512×512 and N × d'],
    ['$\\sim 5\\%$', '~5%'],
    ['$x \\sim \\mathcal{N}(0, \\sigma^2)$', 'x ∼ N(0, σ²)'],
    ['$x_i^{(t)}$', 'xᵢ⁽ᵗ⁾'],
    ['$\\alpha_{max}$', 'αₘₐₓ'],
    ['$w_{q}$ $w_{\\text{Qkv}}$', 'w_q w_(Qkv)'],
    ['$\\mathbb{R}^{n \\times d}$', 'ℝ^(n × d)'],
    ['$\\sqrt{n}$ $\\sqrt{n+1}$ $\\sqrt[3]{x}$', '√n √(n+1) ³√x'],
    ['$\\hat{x}$, $\\tilde{O}(n)$, $\\overline{abc}$', 'x̂, Õ(n), abc'],
    ["$f'(x)$", 'f′(x)'],
    ['$\\ell_2$ $\\|x\\|$', 'ℓ₂ ‖x‖'],
    ['$\\left( a \\right]$', '(a]'],
    ['$$a \\to b$$', 'a → b'],
    ['$\\unknown{x} y$', 'unknownx y'],
    ['$a $', 'a'],
    ['\\$5 or \\$6', '$5 or $6'],
    ['just $5', 'just $5'],
    // Text.
    ['91.7\\% of R\\&D', '91.7% of R&D'],
    ['95\\%ile', '95%ile'],
    ['up to 2.4\\times speedup', 'up to 2.4× speedup'],
    ['\\emph{very} \\textbf{fast} {\\em code}', 'very fast code'],
    ['{\\footnotesize small} {\\color{blue} x}', 'small  x'],
    ['\\url{https://a.example/b_c}', 'https://a.example/b_c'],
    ['\\href{https://a.example}{our page}', 'our page'],
    ["Models~(LLMs), Fig.~3, ~5 GB, a ~ b", 'Models (LLMs), Fig. 3, ~5 GB, a ~ b'],
    ['accuracy--complexity -- both --- or---all, --flag', 'accuracy–complexity – both — or—all, --flag'],
    ["``safe'' and `observation' don't `code`", '“safe” and ‘observation’ don\'t `code`'],
    ["Fran\\c{c}ois H\\\"ase, Ren\\'{e}, \\v{S}koda, Erd\\H{o}s, \\'{\\i}, {\\L}ukasz, Gro\\ss e, \\O rsted", 'François Häse, René, Škoda, Erdős, í, Łukasz, Große, Ørsted'],
    ['{GPU} and \\{a, b\\}', 'GPU and {a, b}'],
    ['x\\textsuperscript{2} CO\\textsubscript{2}', 'x² CO₂'],
    ['line\\\\break, thin\\,space', 'line break, thin space'],
    ['see \\cite{dao2022} there', 'see  there'],
    ['\\prjname can', 'prjname can'],
    ['unclosed { brace } } and \\', 'unclosed  brace   and '],
    ['', ''],
  ]; // prettier-ignore
  for (const [markup, plain] of table) {
    it(`${markup} → ${plain}`, () => expect(plainText(markup)).to.equal(plain));
  }

  it('changes no text without LaTeX', () => {
    const text = 'Sometimes simple, similar (2 to 25 times) lambda functions: in/out, "to" 5 < 6 > 4 | x = y.';
    expect(plainText(text)).to.equal(text);
  });

  it('reads any text, also a long or a deep one', () => {
    const piece = fc.constantFrom(
      '$',
      '\\',
      '{',
      '}',
      '^',
      '_',
      '\\frac',
      '\\sqrt[',
      'x',
      '~',
      '--',
      '``',
      "''",
      '`',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        expect(plainText(pieces.join(''))).to.be.a('string');
      }),
      { seed: 2022 },
    );
    for (const one of ['{', '}', '$', '\\', '^', '$\\frac', '$x^', '`', '\\"{', '$\\sqrt[', 'a--', '~a', '{\\em ']) {
      expect(plainText(one.repeat(50_000))).to.be.a('string');
      expect(plainText(`$${one.replace('$', '').repeat(50_000)}$`)).to.be.a('string');
    }
  }).timeout(20_000);
});
