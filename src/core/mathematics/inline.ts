/** A node of presentation MathML, as data: only element and attribute names on the allow list ever get this far. */
export interface MathNode {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Elements, or text for token elements such as `mi`. */
  readonly children: readonly (MathNode | string)[];
}

/** A piece of running text, ready to be shown with `textContent` alone. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** `plain` is its alternative text; without `tree` the expression could not be typeset, and `plain` is shown. */
  | { readonly kind: 'mathematics'; readonly tex: string; readonly plain: string; readonly tree?: MathNode };
