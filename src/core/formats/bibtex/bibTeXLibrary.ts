import type { PaperRecord } from '../../paper';
import type { Problem } from '../../problem';
import type { LibraryFormat, ParsedLibrary } from '../libraryFormat';
import { type FindPosition, linePositions } from '../linePositions';
import { BibTeXInheritance, type ExpandedEntry } from './bibTeXInheritance';
import { auxiliaryTypes, bibTeXRecord } from './bibTeXRecord';
import { scanBibTeX } from './bibTeXScanner';
import type { BibTeXEntry, BibTeXFault, BibTeXField } from './bibTeXSyntax';
import { BibTeXAbbreviations } from './bibTeXValue';
import { ExpansionBudget } from './expansionBudget';
import { jabRefGroups } from './jabRefGroups';
import { missingFields } from './requiredFields';

interface FileEntry extends ExpandedEntry {
  /** Everything that the entry says, its abbreviations written out. */
  readonly text: string;
}

type Report = (fault: BibTeXFault) => void;

/** BibTeX and BibLaTeX files, those of JabRef, BibDesk, Zotero and others included. */
export const bibTeXLibrary: LibraryFormat = {
  id: 'bibtex',

  detect(path, head) {
    return /\.bib(?:tex)?$/iu.test(path) || /^\uFEFF?(?:\s|%[^\n]*\n)*@[a-z]+\s*\{\s*[^\s,{}]+\s*,/iu.test(head);
  },

  parse(text, madeBefore): ParsedLibrary {
    const found: BibTeXFault[] = [];
    const report: Report = (fault) => void found.push(fault);
    const budget = new ExpansionBudget(text.length);
    const abbreviations = new BibTeXAbbreviations(text, budget);
    const groups = new Map<string, ReadonlySet<string>>();
    const entries: FileEntry[] = [];

    const undefinedNames = new Set<string>();
    const valueOf = (field: BibTeXField): string =>
      abbreviations.value(field.pieces, ({ start: offset }, name) => {
        // Once is enough: a file of abbreviations of its own is loaded beside this one.
        if (undefinedNames.has(name.toLowerCase())) return;
        undefinedNames.add(name.toLowerCase());
        const message = `“${excerpt(name)}” is defined by no @string above.`;
        report({ code: 'undefined-string', severity: 'warning', message, offset });
      });
    for (const item of scanBibTeX(text, report)) {
      if (item.kind === 'entry') entries.push(expanded(item, text, valueOf));
      else if (item.kind === 'strings') {
        for (const field of item.fields) abbreviations.define(field.name, valueOf(field));
      } else if (item.kind === 'comment') {
        const content = text.slice(item.content.start, item.content.end);
        for (const [key, names] of jabRefGroups(content)) groups.set(key, names);
      }
    }

    const inheritance = new BibTeXInheritance(entries, budget);
    const papers: PaperRecord[] = [];
    const lines: number[] = [];
    const made = new Map<string, PaperRecord>();
    const position = linePositions(text);
    const keys = new Map<string, string>();
    for (const entry of entries) {
      const fields = inheritance.fields(entry);
      reportDuplicate(entry, keys, report);
      if (auxiliaryTypes.has(entry.type)) continue;
      reportMissing(entry, fields, report);
      const groupsOfEntry = groups.get(entry.key);
      const isWhole = fields === entry.fields && !groupsOfEntry;
      const record =
        (isWhole ? madeBefore?.get(entry.text) : undefined) ??
        bibTeXRecord(entry.type, entry.key, fields, groupsOfEntry);
      if (isWhole) made.set(entry.text, record);
      papers.push(record);
      lines.push(position(entry.offset).line);
    }
    for (const { entry, field, target } of inheritance.unknown) {
      const message = `The file holds no entry “${excerpt(target)}”, which the ${field} of “${excerpt(entry.key)}” names.`;
      report({ code: 'unknown-crossref', severity: 'warning', message, offset: entry.offset });
    }
    return { papers, lines, made, problems: problemsIn(found, position) };
  },
};

/** An entry's fields with their values written out. Of fields with one name the first counts, as in BibTeX. */
function expanded(entry: BibTeXEntry, text: string, valueOf: (field: BibTeXField) => string): FileEntry {
  const fields = new Map<string, string>();
  for (const field of entry.fields) {
    if (!fields.has(field.name)) fields.set(field.name, valueOf(field));
  }
  const offset = entry.key === '' ? entry.start : entry.keyRange.start;
  const abbreviated = entry.fields.filter(({ pieces }) => pieces.some(({ kind }) => kind === 'macro'));
  const said = [text.slice(entry.start, entry.end), ...abbreviated.map(({ name }) => fields.get(name) ?? '')];
  return { type: entry.type, key: entry.key, fields, offset, text: said.join('\0') };
}

/**
 * BibTeX takes keys that differ only in case for the same and refuses the second; biber skips the second of two equal
 * ones and warns of those that differ in case (Biber::Input::file::bibtex). We show both papers and warn as well.
 * @param keys the keys seen so far, by their lower case
 */
function reportDuplicate({ key, offset }: ExpandedEntry, keys: Map<string, string>, report: Report): void {
  if (key === '') return;
  const folded = key.toLowerCase();
  const same = keys.get(folded);
  if (same === undefined) {
    keys.set(folded, key);
    return;
  }
  const message =
    same === key
      ? `The key “${excerpt(key)}” is used more than once.`
      : `The key “${excerpt(key)}” differs only in case from “${excerpt(same)}”, which BibTeX takes for the same.`;
  report({ code: 'duplicate-key', severity: 'warning', message, offset });
}

function reportMissing(
  { type, key, offset }: ExpandedEntry,
  fields: ReadonlyMap<string, string>,
  report: Report,
): void {
  const names = missingFields(type, fields);
  if (names.length === 0) return;
  const listed = names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
  const message = `${key === '' ? 'The entry' : `“${excerpt(key)}”`} lacks ${listed}.`;
  report({ code: 'missing-field', severity: 'warning', message, offset });
}

/** Problems in the order of the text. */
function problemsIn(faults: readonly BibTeXFault[], position: FindPosition): Problem[] {
  return faults
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ code, severity, message, offset }) => ({ code, severity, message, ...position(offset) }));
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).toWellFormed().trimEnd()}…`;
}
