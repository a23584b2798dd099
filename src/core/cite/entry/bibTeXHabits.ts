import type { BibTeXEntry, BibTeXField } from '../../formats/bibtex/bibTeXSyntax';
import { commonest } from '../commonest';
import { type BibTeXAlignment, type BibTeXStyle, defaultBibTeXStyle, type LetterCase } from './bibTeXStyle';

/**
 * The style in which entries of a text are laid out: of each habit the commonest, of two that are equally common the
 * later. Without entries that tell, it is the default with the text's line break.
 * @param entries some of its entries, in their order
 * @param eol the text's line break
 */
export function bibTeXHabits(text: string, entries: readonly BibTeXEntry[], eol: string): BibTeXStyle {
  const told = entries.filter(({ fields }) => fields.length > 0);
  const fields = told.flatMap((entry) => entry.fields);
  const assignments = fields.flatMap((field) => assignment(text, field) ?? []);
  const kinds = fields.flatMap(({ pieces }) => pieces.map(({ kind }) => kind));
  const quotes = kinds.flatMap((kind) => (kind === 'quoted' ? '"' : kind === 'braced' ? '{' : []));
  const years = fields.flatMap(({ name, pieces: [piece] }) =>
    name === 'year' && piece ? piece.kind === 'number' : [],
  );
  const standard = defaultBibTeXStyle;
  return {
    beforeField: commonest(fields.map(({ start }) => commaBefore(text, start))) ?? withEol(standard.beforeField, eol),
    beforeClose: commonest(told.map(({ end }) => blanksBefore(text, end - 1))) ?? withEol(standard.beforeClose, eol),
    ...equalsHabit(told.map((entry) => entry.fields.flatMap((field) => assignment(text, field) ?? []))),
    ...(assignments.length === 0 && { beforeEquals: standard.beforeEquals, afterEquals: standard.afterEquals }),
    quote: commonest(quotes) ?? standard.quote,
    bareNumbers: commonest(years) ?? standard.bareNumbers,
    trailingComma: commonest(told.map((entry) => hasTrailingComma(text, entry))) ?? standard.trailingComma,
    typeCase: letterCase(entries.map(({ typeRange: { start, end } }) => text.slice(start, end))) ?? standard.typeCase,
    nameCase: nameCase(fields.map(({ start, nameEnd }) => text.slice(start, nameEnd))),
  };
}

function withEol(blanks: string, eol: string): string {
  return blanks.replace('\n', eol);
}

/** The last line break before an offset and what follows it, else the blanks. */
function blanksBefore(text: string, offset: number): string {
  const blanks = /\s*$/u.exec(text.slice(Math.max(0, offset - 200), offset))![0];
  return /\r?\n[^\S\r\n]*$/u.exec(blanks)?.[0] ?? blanks;
}

/** The comma before a field with the blanks around it: the line break is behind it, or before it. */
function commaBefore(text: string, offset: number): string {
  const leading = /\r?\n[^\S\r\n]*,[^\S\r\n]*$/u.exec(text.slice(Math.max(0, offset - 200), offset));
  return leading?.[0] ?? `,${blanksBefore(text, offset)}`;
}

function hasTrailingComma(text: string, { end, fields }: BibTeXEntry): boolean {
  return text.slice(fields.at(-1)!.end, end - 1).includes(',');
}

function letterCase(names: readonly string[]): LetterCase | undefined {
  const cases = names.map((name): LetterCase => {
    if (name === name.toLowerCase()) return 'lower';
    return name.length > 1 && name === name.toUpperCase() ? 'upper' : 'capital';
  });
  return commonest(cases);
}

/** Names of one word do not tell how those of two are written. */
function nameCase(names: readonly string[]): LetterCase {
  const known = letterCase(names) ?? 'camel';
  if (known !== 'lower') return known;
  return names.some((name) => /^(?:archiveprefix|primaryclass)$/u.test(name)) ? 'lower' : 'camel';
}

// ---- Equals signs

/** A field up to its value: how long its name is, and the blanks before and behind its equals sign. */
interface Assignment {
  readonly name: number;
  readonly before: string;
  readonly after: string;
}

function assignment(text: string, { start, nameEnd, pieces: [piece] }: BibTeXField): Assignment | undefined {
  if (!piece) return undefined;
  const isDelimited = piece.kind === 'braced' || piece.kind === 'quoted';
  const between = text.slice(nameEnd, isDelimited ? piece.start - 1 : piece.start);
  const [before = '', after = ''] = between.split('=', 2);
  // A value on a line of its own is nobody's habit.
  return /[\r\n]/u.test(between) ? undefined : { name: nameEnd - start, before, after };
}

function equalsHabit(
  entries: readonly (readonly Assignment[])[],
): Pick<BibTeXStyle, 'beforeEquals' | 'afterEquals' | 'alignment'> {
  const all = entries.flat();
  const plain = {
    beforeEquals: commonest(all.map(({ before }) => before)) ?? '',
    afterEquals: commonest(all.map(({ after }) => after)) ?? '',
  };
  // Names of one length say nothing.
  const telling = entries.filter((entry) => new Set(entry.map(({ name }) => name)).size > 1);
  const ofSigns = telling.map((entry) => alignedAt(entry, ({ name, before }) => name + before.length));
  const ofValues = telling.map((entry) =>
    alignedAt(entry, ({ name, before, after }) => name + `${before}=${after}`.length),
  );
  const signs = aligned(ofSigns);
  if (signs.length * 2 > telling.length) {
    const column = alignment('sign', signs);
    return {
      ...plain,
      beforeEquals: least(
        all.map(({ before }) => before),
        column,
      ),
      alignment: column,
    };
  }
  const values = aligned(ofValues);
  if (values.length * 2 > telling.length) {
    const column = alignment('value', values);
    return {
      ...plain,
      afterEquals: least(
        all.map(({ after }) => after),
        column,
      ),
      alignment: column,
    };
  }
  return plain;
}

interface Aligned {
  readonly column: number;
  readonly longest: number;
  /** A name sticks out of the column. */
  readonly isFixed: boolean;
}

/**
 * The column in which an entry's fields have something, and how long its longest name that fits is. Names that are too
 * long for the column push what follows them away.
 */
function alignedAt(entry: readonly Assignment[], columnOf: (one: Assignment) => number): Aligned | undefined {
  const column = commonest(entry.map(columnOf))!;
  const fitting = entry.filter((one) => columnOf(one) === column);
  const isAligned = entry.every(
    (one) => columnOf(one) === column || (columnOf(one) > column && one.name >= column - 2),
  );
  const lengths = new Set(fitting.map(({ name }) => name));
  if (!isAligned || lengths.size < 2) return undefined;
  return { column, longest: Math.max(...lengths), isFixed: fitting.length < entry.length };
}

function aligned(entries: readonly (Aligned | undefined)[]): readonly Aligned[] {
  return entries.filter((entry) => entry !== undefined);
}

/** JabRef goes by the longest name of each entry, DBLP by one column for all. */
function alignment(of: BibTeXAlignment['of'], entries: readonly Aligned[]): BibTeXAlignment {
  const blanks = new Set(entries.map(({ column, longest }) => column - longest));
  const columns = entries.map(({ column }) => column);
  // Where one entry, or entries of one column, are all there is: nobody who goes by the longest name leaves more blanks.
  const isWide = new Set(columns).size === 1 && Math.max(...blanks) > (of === 'sign' ? 1 : ' = '.length);
  const isFixed = blanks.size > 1 || isWide || entries.some((entry) => entry.isFixed);
  return { of, column: isFixed ? commonest(columns)! : 'longest' };
}

/** The blanks that every name leaves; one that sticks out of a fixed column leaves no more than one. */
function least(blanks: readonly string[], { column }: BibTeXAlignment): string {
  const shortest = blanks.reduce((least, one) => (one.length < least.length ? one : least));
  return column === 'longest' ? shortest : shortest.slice(0, 1);
}
