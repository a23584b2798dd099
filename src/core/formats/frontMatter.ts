/** Longer ones are no properties of a note: a note may begin with a rule. */
const longest = 64 * 1024;

/**
 * The YAML between the dashes at a note's beginning, with the opening dashes, so that its lines are the file's; nothing
 * where the note has none, or none that ends within its first 64 KB.
 */
export function frontMatter(text: string): string | undefined {
  const head = text.slice(0, longest).replace(/^\uFEFF/u, '');
  const opening = /^---[ \t]*(?:\r\n?|\n)/u.exec(head)?.[0].length;
  if (opening === undefined) return undefined;
  const closing = /^(?:---|\.\.\.)[ \t]*$/mu.exec(head.slice(opening));
  return closing ? head.slice(0, opening + closing.index) : undefined;
}
