import { auxiliaryTypes } from '../../formats/bibtex/bibTeXRecord';
import { scanBibTeX } from '../../formats/bibtex/bibTeXScanner';
import type { BibTeXField } from '../../formats/bibtex/bibTeXSyntax';
import { BibTeXAbbreviations } from '../../formats/bibtex/bibTeXValue';
import { ExpansionBudget } from '../../formats/bibtex/expansionBudget';
import type { WrittenEntry, WrittenField } from '../../formats/bibTeXFields';
import { readLibraryText } from '../../formats/readLibrary';
import type { PaperRecord } from '../../paper';
import { toOneLine } from '../../text';

/** An entry of a BibTeX text, and the paper that it is of. */
export interface PastedEntry {
  readonly record: PaperRecord;
  /** What it says, field by field, in its order: its own abbreviations written out, white space made blanks. */
  readonly written: WrittenEntry;
}

// Every BibTeX style defines them.
const month = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/iu;

/** The entries of a BibTeX text that have a title; none of a text whose end is missing. Never throws. */
export function pastedEntries(text: string): readonly PastedEntry[] {
  let isWhole = true;
  const abbreviations = new BibTeXAbbreviations(text, new ExpansionBudget(text.length));
  const entries: WrittenEntry[] = [];
  const items = scanBibTeX(text, ({ code }) => {
    if (code === 'unclosed-entry') isWhole = false;
  });
  const valueOf = ({ pieces }: BibTeXField): string => abbreviations.value(pieces, () => undefined);
  const written = (field: BibTeXField): WrittenField => {
    const value = toOneLine(valueOf(field));
    const [piece] = field.pieces;
    const name = text.slice(field.start, field.nameEnd);
    const macro = field.pieces.length === 1 && piece?.kind === 'macro' ? text.slice(piece.start, piece.end) : '';
    return month.test(macro) ? { name, value: macro, isMacro: true } : { name, value };
  };
  for (const item of items) {
    if (item.kind === 'strings') for (const field of item.fields) abbreviations.define(field.name, valueOf(field));
    if (item.kind === 'entry' && !auxiliaryTypes.has(item.type)) {
      entries.push({ type: item.type, fields: item.fields.map(written) });
    }
  }
  if (!isWhole) return [];
  const { papers } = readLibraryText(text, 'pasted.bib');
  return papers
    .map((record, index) => ({ record, written: entries[index]! }))
    .filter(({ written: { fields } }) => fields.some(({ name }) => name.toLowerCase() === 'title'));
}
