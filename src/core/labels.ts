import type { Author, PaperRecord } from './paper';

/** Who wrote it, as citations name them: `Dao`, `Li and Gu`, `Dao et al.`; empty without authors. */
export function authorsLabel({ authors, andOthers }: Pick<PaperRecord, 'authors' | 'andOthers'>): string {
  const [first, second] = authors;
  if (!first) return '';
  if (andOthers || authors.length > 2) return `${first.family} et al.`;
  return second ? `${first.family} and ${second.family}` : first.family;
}

/** A person's whole name: `Tri Dao`. */
export function fullName(author: Author): string {
  return author.given ? `${author.given} ${author.family}` : author.family;
}
