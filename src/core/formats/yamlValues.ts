import { isAlias, isMap, isScalar, isSeq } from 'yaml';

/** What a node says, or why it is not read. */
export type YamlValue =
  | { readonly kind: 'value'; readonly plain: unknown }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

interface Expanded {
  readonly plain: unknown;
  /** How many values it holds, each counted as often as it is repeated. */
  readonly size: number;
  /** How many of them aliases brought. */
  readonly repeated: number;
}

// yaml's own `maxAliasCount` looks through the whole document for each item, and refuses an anchor's 101st use.
const mostRepeated = 100_000;

class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * The plain values of a document's nodes, in the document's order: an alias is what its anchor named last. Repeated
 * values are shared and never copied; an item into which aliases would unfold more than 100,000 values is refused.
 */
export class YamlValues {
  readonly #anchors = new Map<string, Expanded>();

  /** @throws {RangeError} when the node is nested too deeply */
  read(node: unknown): YamlValue {
    try {
      return { kind: 'value', plain: this.#expand(node).plain };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { kind: 'refused', code: error.code, message: error.message };
    }
  }

  #expand(node: unknown): Expanded {
    if (isAlias(node)) {
      const named = this.#anchors.get(node.source);
      if (named) return this.#whole(named.plain, [{ ...named, repeated: named.size }]);
      throw new Refusal(
        'unknown-alias',
        `The alias “*${node.source.slice(0, 60)}” names nothing that stands above it.`,
      );
    }
    const expanded = this.#plain(node);
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor) this.#anchors.set(node.anchor, expanded);
    return expanded;
  }

  #plain(node: unknown): Expanded {
    if (isSeq(node)) {
      const items = node.items.map((item) => this.#expand(item));
      return this.#whole(
        items.map((item) => item.plain),
        items,
      );
    }
    if (isMap(node)) {
      const fields = node.items.map(({ key, value }) => [this.#expand(key), this.#expand(value)] as const);
      const named = fields.flatMap(([{ plain: name }, { plain }]) => (typeof name === 'string' ? [[name, plain]] : []));
      // Not by assignment: a field may be called `__proto__`.
      return this.#whole(Object.fromEntries(named), fields.flat());
    }
    return { plain: isScalar(node) && typeof node.value === 'string' ? node.value : '', size: 1, repeated: 0 };
  }

  #whole(plain: unknown, members: readonly Expanded[]): Expanded {
    const size = members.reduce((sum, member) => sum + member.size, 1);
    const repeated = members.reduce((sum, member) => sum + member.repeated, 0);
    if (repeated > mostRepeated) throw new Refusal('too-many-aliases', 'This repeats itself too often to be read.');
    return { plain, size, repeated };
  }
}
