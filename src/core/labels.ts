import type { Author } from './paper';

/** Who wrote it, as citations name them: `Dao`, `Li and Gu`, `Dao et al.`; empty without authors. */
export function authorsLabel(authors: readonly Author[]): string {
  const [first, second] = authors;
  if (!first) return '';
  if (!second) return first.family;
  return authors.length === 2 ? `${first.family} and ${second.family}` : `${first.family} et al.`;
}

/** A person's whole name: `Tri Dao`. */
export function fullName(author: Author): string {
  return author.given ? `${author.given} ${author.family}` : author.family;
}
