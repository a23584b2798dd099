import { expect } from 'chai';
import * as fc from 'fast-check';
import type { MathNode } from '../../src/core/mathematics/inline';
import { mathTree } from '../../src/core/mathematics/mathTree';
import { mathAttributes, mathElements } from '../../src/core/mathematics/mathVocabulary';

/** A tree as one line: `math(msup(mn"10" mn"13"))`. */
function outline(node: MathNode | string | undefined): string {
  if (node === undefined) return 'nothing';
  if (typeof node === 'string') return JSON.stringify(node);
  return `${node.tag}(${node.children.map(outline).join(' ')})`;
}

function* allNodes(node: MathNode): Generator<MathNode> {
  yield node;
  for (const child of node.children) if (typeof child !== 'string') yield* allNodes(child);
}

describe('mathTree', () => {
  const typeset: readonly (readonly [string, string])[] = [
    ['10^{13}', 'math(msup(mn("10") mn("13")))'],
    ['\\mathbb{R}', 'math(mi("ℝ"))'],
    ['\\frac{a}{b}', 'math(mfrac(mi("a") mi("b")))'],
    ['\\sqrt{2}', 'math(msqrt(mn("2")))'],
    ['x_i', 'math(msub(mi("x") mi("i")))'],
    ['a+b', 'math(mrow(mi("a") mo("+")) mrow(mi("b")))'],
    ['\\text{<b>bold</b>}', 'math(mtext("<b>bold</b>"))'],
  ];
  for (const [tex, expected] of typeset) {
    it(`typesets ${tex}`, () => expect(outline(mathTree(tex))).to.equal(expected));
  }

  it('sets an operator that joins nothing close to what it follows', () => {
    const last = (tex: string): unknown => {
      const tree = mathTree(tex);
      return tree && [...allNodes(tree)].at(-1)?.attributes?.['lspace'];
    };
    for (const tex of ['3\\times', '2.4\\times ', '50+', '\\times']) expect(last(tex), tex).to.equal('0em');
    expect(last('3\\times4')).to.equal(undefined);
  });

  const refused: readonly (readonly [string, string])[] = [
    ['an unknown command', '\\prjname'],
    ['half an expression', 'x^'],
    ['an open brace', '\\frac{a'],
    ['a link', '\\href{javascript:alert(1)}{x}'],
    ['an address', '\\url{command:workbench.action.quit}'],
    ['an image', '\\includegraphics{https://a.example/x.png}'],
    ['a class', '\\class{a}{b}'],
    ['a reference', '\\ref{x}'],
    ['elements outside MathML Core', '\\cancel{x}'],
    ['a definition', '\\def\\a{x}\\a'],
    ['a definition that doubles', '\\newcommand{\\a}{xx}\\newcommand{\\b}{\\a\\a}\\b'],
    ['a definition in a group', '{\\gdef\\a#1{#1#1}\\a{x}}'],
    ['more than an abstract has', `x${'+x'.repeat(1_000)}`],
    ['deep nesting', `${'{\\sqrt'.repeat(200)}{x}${'}'.repeat(200)}`],
    ['nesting that overflows the stack', '{'.repeat(2_000)],
  ];
  for (const [what, tex] of refused) {
    it(`refuses ${what}`, () => expect(mathTree(tex)).to.equal(undefined));
  }

  it('leaves colours and styles to the theme', () => {
    const tree = mathTree('\\color{red}x \\textcolor{#fff}{y} \\colorbox{red}{z}');
    const attributes = tree && [...allNodes(tree)].flatMap((node) => Object.keys(node.attributes ?? {}));
    expect(attributes).to.be.an('array').that.does.not.include.members(['style', 'mathcolor', 'mathbackground']);
  });

  it('keeps spaces small', () => {
    const tree = mathTree('\\hspace{99999em}\\rule{99999em}{99999em}x');
    const widths = tree && [...allNodes(tree)].map((node) => parseFloat(node.attributes?.['width'] ?? '0'));
    expect(Math.max(...(widths ?? [Infinity]))).to.be.at.most(5);
  });

  it('gives only listed elements and attributes, whatever it is given', () => {
    const commands = ['\\href', '\\htmlId', '\\style', '\\color', '\\text', '\\frac', '\\sqrt', '\\left(', '\\right)', '\\begin{matrix}', '\\end{matrix}', '\\ref', '\\tag', '\\label', '\\big', '\\over', '\\mathcal', '\\cancel', '\\hspace', '\\unicode', '\\char']; // prettier-ignore
    const pieces = fc.oneof(
      fc.constantFrom(...commands, '{', '}', '^', '_', '&', '\\\\', '$', '%', '#1', '<script>', 'javascript:', '1em'),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (given) => {
        const tree = mathTree(given.join(''));
        for (const node of tree ? allNodes(tree) : []) {
          expect(mathElements).to.include(node.tag);
          for (const [name, value] of Object.entries(node.attributes ?? {})) {
            expect(mathAttributes).to.include(name);
            expect(value).to.match(/^[a-z0-9.+%-]*$/);
          }
        }
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
