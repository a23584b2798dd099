/** How sure it is that a word was meant of which the beginning was typed: this much … */
export const prefixWeight = 0.55;
/** … and the more of it was typed the more of this. */
const prefixShareWeight = 0.35;

export function completionWeight(typed: string, word: string): number {
  return prefixWeight + (prefixShareWeight * typed.length) / word.length;
}
