/**
 * The elements of MathML that formulas in abstracts are made of. All of them are presentation: nothing in this list
 * loads, links or runs.
 */
export const mathElements = [
  'math', 'mfrac', 'mi', 'mmultiscripts', 'mn', 'mo', 'mover', 'mpadded', 'mphantom', 'mprescripts', 'mroot', 'mrow',
  'mspace', 'msqrt', 'mstyle', 'msub', 'msubsup', 'msup', 'mtable', 'mtd', 'mtext', 'mtr', 'munder', 'munderover',
] as const; // prettier-ignore
export type MathElement = (typeof mathElements)[number];

/** The attributes that MathML Core gives these elements for their layout; colours stay with the theme. */
export const mathAttributes = [
  'accent', 'accentunder', 'depth', 'displaystyle', 'fence', 'form', 'height', 'largeop', 'linethickness', 'lspace',
  'mathvariant', 'maxsize', 'minsize', 'movablelimits', 'rspace', 'scriptlevel', 'separator', 'stretchy', 'symmetric',
  'voffset', 'width',
] as const; // prettier-ignore
export type MathAttribute = (typeof mathAttributes)[number];
