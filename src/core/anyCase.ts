/** A glob's letters in either case, as searches tell case apart on some systems: `bib` → `[bB][iI][bB]`. */
export function anyCase(text: string): string {
  return text.replace(/[a-z]/giu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
