import type { PaperType } from '../../paper';

/** What an entry of a type is about, and where it says so. */
export interface EntryKind {
  readonly type: PaperType;
  /** Fields that name where it was published, the first that is there counts. */
  readonly venue: readonly string[];
}

const journal = ['journaltitle', 'journal'];
const chapter: EntryKind = { type: 'chapter', venue: ['booktitle'] };
const book: EntryKind = { type: 'book', venue: ['publisher'] };
const thesis: EntryKind = { type: 'thesis', venue: ['school', 'institution'] };
const report: EntryKind = { type: 'report', venue: ['institution', 'school', 'organization'] };
const meeting: EntryKind = { type: 'paper-conference', venue: ['booktitle', 'eventtitle', ...journal] };
const page: EntryKind = { type: 'webpage', venue: ['organization', 'howpublished'] };
const other: EntryKind = { type: 'document', venue: ['howpublished', ...journal, 'organization'] };

const kinds: ReadonlyMap<string, EntryKind> = new Map([
  ['article', { type: 'article-journal', venue: journal }],
  ['suppperiodical', { type: 'article-journal', venue: journal }],
  ['inproceedings', meeting],
  ['conference', meeting],
  ['book', book],
  ['mvbook', book],
  ['booklet', { type: 'book', venue: ['publisher', 'howpublished'] }],
  ['collection', book],
  ['mvcollection', book],
  ['proceedings', book],
  ['mvproceedings', book],
  ['reference', book],
  ['manual', { type: 'book', venue: ['organization', 'publisher'] }],
  ['incollection', chapter],
  ['inbook', chapter],
  ['bookinbook', chapter],
  ['suppbook', chapter],
  ['suppcollection', chapter],
  ['inreference', chapter],
  ['phdthesis', thesis],
  ['mastersthesis', thesis],
  ['thesis', thesis],
  ['techreport', report],
  ['report', report],
  ['unpublished', { type: 'article', venue: ['howpublished', 'eventtitle'] }],
  ['online', page],
  ['electronic', page],
  ['www', page],
  ['webpage', page],
  ['software', { type: 'software', venue: ['organization', 'publisher', 'howpublished'] }],
  ['dataset', { type: 'dataset', venue: ['organization', 'publisher', 'howpublished'] }],
]);

/** What entries of a type of BibTeX or BibLaTeX are; a type that neither knows is `misc`. */
export function entryKind(type: string): EntryKind {
  return kinds.get(type.toLowerCase()) ?? other;
}
