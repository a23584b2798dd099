import type { WrittenEntry } from '../../formats/bibTeXFields';
import type { BibTeXStyle, LetterCase } from './bibTeXStyle';

/** An entry in the style of a file, from its `@` to its closing brace. */
export function layOutBibTeX(key: string, { type, fields }: WrittenEntry, style: BibTeXStyle): string {
  const longest = Math.max(0, ...fields.map(({ name }) => name.length));
  const written = fields.map(
    ({ isMacro, name, value }) =>
      `${style.beforeField}${inCase(name, style.nameCase)}${equals(name.length, longest, style)}${isMacro ? value : delimited(value, style)}`,
  );
  const comma = style.trailingComma || fields.length === 0 ? ',' : '';
  return `@${inCase(type, style.typeCase)}{${key}${written.join('')}${comma}${style.beforeClose}}`;
}

/** The equals sign with the blanks around it, behind a name of some length. */
function equals(length: number, longest: number, { afterEquals, alignment, beforeEquals }: BibTeXStyle): string {
  const shortest = `${beforeEquals}=${afterEquals}`;
  if (!alignment) return shortest;
  const fixed = alignment.of === 'sign' ? beforeEquals.length : shortest.length;
  const blanks = (alignment.column === 'longest' ? longest + fixed : alignment.column) - length - fixed;
  const filling = ' '.repeat(Math.max(0, blanks));
  return alignment.of === 'sign' ? filling + shortest : shortest + filling;
}

function delimited(value: string, { bareNumbers, quote }: BibTeXStyle): string {
  if (bareNumbers && /^\d+$/u.test(value)) return value;
  // Within quotes a quotation mark would end the value.
  return quote === '"' && !value.includes('"') ? `"${value}"` : `{${value}}`;
}

function inCase(name: string, letterCase: LetterCase): string {
  switch (letterCase) {
    case 'lower':
      return name.toLowerCase();
    case 'camel':
      return name;
    case 'upper':
      return name.toUpperCase();
    case 'capital':
      return name.slice(0, 1).toUpperCase() + name.slice(1);
  }
}
