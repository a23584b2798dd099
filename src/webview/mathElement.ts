import type { MathNode } from '../core/mathematics/inline';
import type { MathAttribute, MathElement } from '../core/mathematics/mathVocabulary';

const namespace = 'http://www.w3.org/1998/Math/MathML';

// The same lists as in core, held against them by their types: this side takes nothing on trust.
const elements: Readonly<Record<MathElement, true>> = {
  math: true, mfrac: true, mi: true, mmultiscripts: true, mn: true, mo: true, mover: true, mpadded: true,
  mphantom: true, mprescripts: true, mroot: true, mrow: true, mspace: true, msqrt: true, mstyle: true, msub: true,
  msubsup: true, msup: true, mtable: true, mtd: true, mtext: true, mtr: true, munder: true, munderover: true,
}; // prettier-ignore
const attributes: Readonly<Record<MathAttribute, true>> = {
  accent: true, accentunder: true, depth: true, displaystyle: true, fence: true, form: true, height: true,
  largeop: true, linethickness: true, lspace: true, mathvariant: true, maxsize: true, minsize: true,
  movablelimits: true, rspace: true, scriptlevel: true, separator: true, stretchy: true, symmetric: true,
  voffset: true, width: true,
}; // prettier-ignore

/**
 * A formula as MathML elements.
 * @param plain the formula in plain text, for those who cannot see it
 */
export function mathElement(tree: MathNode, plain: string): Element {
  const math = build(tree);
  math.setAttribute('alttext', plain);
  math.setAttribute('aria-label', plain);
  return math;
}

function build({ tag, attributes: given = {}, children }: MathNode): Element {
  const created = document.createElementNS(namespace, Object.hasOwn(elements, tag) ? tag : 'mrow');
  for (const [name, value] of Object.entries(given)) {
    if (Object.hasOwn(attributes, name)) created.setAttribute(name, value);
  }
  created.append(...children.map((child) => (typeof child === 'string' ? child : build(child))));
  return created;
}
