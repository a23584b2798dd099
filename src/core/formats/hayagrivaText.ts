/**
 * The words of a “formattable string”: without the braces that keep a word's case (`{GAN}`) and the dollars around
 * Typst's mathematics; a backslash stands before a brace, a dollar or a backslash that is meant
 * (github.com/typst/hayagriva, docs/file-format.md and src/types/strings.rs).
 */
export function hayagrivaText(text: string): string {
  return text.replace(/\\([\\{}$])|[{}$]/gu, '$1');
}

/** Plain text as a formattable string. */
export function writeHayagrivaText(text: string): string {
  return text.replace(/[{}$]|\\(?=[\\{}$]|$)/gu, '\\$&');
}
