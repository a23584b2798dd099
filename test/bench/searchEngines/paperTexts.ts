import type { Paper } from '../../../src/core/paper';

/** What of a paper is searched, field by field. */
export interface PaperTexts {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: string;
  readonly venue: string;
  readonly year: string;
}

export function paperTexts({ id, title, abstract, authors, venue = '', year }: Paper): PaperTexts {
  const names = authors.map(({ given = '', family }) => `${given} ${family}`).join(', ');
  return { id, title, abstract, authors: names, venue, year: String(year ?? '') };
}
