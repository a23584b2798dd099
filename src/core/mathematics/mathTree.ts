import temml from 'temml';
import type { MathNode } from './inline';
import { mathAttributes, mathElements } from './mathVocabulary';

const longestExpression = 2_000;
const mostNodes = 4_000;
const deepest = 60;

// With definitions out of the way, and expansions counted, the tree grows no faster than the expression.
const definition = /\\(?:[egx]?def|(?:future)?let|(?:re|provide)?newcommand|renewcommand|providecommand)(?![A-Za-z])/;

// TeX sets an operator that joins nothing, as in `3\times`, close to what it follows; Temml needs braces for that.
const lastOperator = /(\\times|\\pm|\\cdot|(?<!\\)[+-])\s*$/;

const elements: ReadonlySet<string> = new Set(mathElements);
const attributes: ReadonlySet<string> = new Set(mathAttributes);
const harmlessValue = /^(?:true|false|prefix|infix|postfix|normal|[+-]?\d{0,3}(?:\.\d{1,8})?(?:em|ex|pt|px|%)?)$/;

/**
 * A TeX expression, without its dollar signs, as presentation MathML: `10^{13}` gives `math > msup > mn, mn`.
 * `undefined` where it cannot be typeset: unknown commands, faults, and expressions too long or too deep to be one of
 * an abstract.
 */
export function mathTree(tex: string): MathNode | undefined {
  if (tex.length > longestExpression || definition.test(tex)) return undefined;
  try {
    const built: unknown = temml.__renderToMathMLTree(tex.replace(lastOperator, '{$1}'), {
      throwOnError: true,
      trust: false,
      maxExpand: 300,
      maxSize: [5, 20],
      // Rows that end in an operator, so that a long formula can break there.
      wrap: 'tex',
    });
    const budget = { nodes: mostNodes };
    const [tree] = convert(built, 0, budget);
    return typeof tree === 'object' && tree.tag === 'math' ? tree : undefined;
  } catch {
    // Temml reports what it cannot read by throwing, faults of its own included.
    return undefined;
  }
}

/** Temml's node as ours. Throws on whatever is not plain layout: links, images, styled spans, annotations. */
function convert(node: unknown, depth: number, budget: { nodes: number }): (MathNode | string)[] {
  if (typeof node !== 'object' || node === null || depth > deepest || --budget.nodes < 0) throw new RangeError();
  if ('text' in node && typeof node.text === 'string') return [node.text.toWellFormed()];
  if (!('children' in node && Array.isArray(node.children))) throw new TypeError();
  const children = joined(node.children.flatMap((child: unknown) => convert(child, depth + 1, budget)));
  if (!('type' in node)) {
    if ('attributes' in node || 'href' in node) throw new TypeError();
    return children; // A fragment: its children stand for it.
  }
  if (typeof node.type !== 'string') throw new TypeError();
  // The MathML 3 name of the empty script; MathML Core has an empty row there.
  const tag = node.type === 'none' ? 'mrow' : node.type;
  if (!elements.has(tag)) throw new TypeError();
  const kept = 'attributes' in node ? harmless(node.attributes) : undefined;
  return [{ tag, ...(kept && { attributes: kept }), children }];
}

/** With neighbouring texts as one: Temml gives each digit of a number on its own. */
function joined(nodes: readonly (MathNode | string)[]): (MathNode | string)[] {
  const merged: (MathNode | string)[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (typeof node === 'string' && typeof last === 'string') merged[merged.length - 1] = last + node;
    else merged.push(node);
  }
  return merged;
}

function harmless(given: unknown): Record<string, string> | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const kept = Object.entries(given)
    .map(([name, value]) => [name, String(value)] as const)
    .filter(([name, value]) => attributes.has(name) && harmlessValue.test(value));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}
