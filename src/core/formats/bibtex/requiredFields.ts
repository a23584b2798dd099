// What both BibTeX (btxdoc, section 3.1) and BibLaTeX (its manual, section 2.1) require; of several names one is enough.
const author = ['author'];
const creator = ['author', 'editor'];
const date = ['year', 'date'];
const byType: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['article', [author, ['journal', 'journaltitle'], date]],
  ['book', [creator, date]],
  ['incollection', [author, ['booktitle'], date]],
  ['inproceedings', [author, ['booktitle'], date]],
  ['conference', [author, ['booktitle'], date]],
  ['phdthesis', [author, ['school', 'institution'], date]],
  ['mastersthesis', [author, ['school', 'institution'], date]],
  ['thesis', [author, ['school', 'institution'], date]],
  ['techreport', [author, ['institution', 'school'], date]],
  ['report', [author, ['institution'], date]],
  ['proceedings', [date]],
  ['unpublished', [author]],
]);

// An arXiv preprint is an `@article` to many, and has no journal then.
const preprint = [author, date];

/**
 * What an entry lacks of what its type requires, by the first name of each field: `journal`, `year`. A title is
 * required of all.
 */
export function missingFields(type: string, fields: ReadonlyMap<string, string>): string[] {
  const required = type === 'article' && fields.has('eprint') ? preprint : (byType.get(type) ?? []);
  return [['title'], ...required]
    .filter((names) => !names.some((name) => fields.get(name)?.trim()))
    .map((names) => names[0]!);
}
