import type { Author } from '../../paper';
import { authorOf } from '../personName';
import { bibTeXText } from './bibTeXText';
import { splitOutsideBraces } from './splitOutsideBraces';

/** The people of a name field. */
export interface BibTeXNames {
  readonly names: readonly Author[];
  /** Whether the list ends in “and others”. */
  readonly andOthers: boolean;
}

/**
 * The names of an `author` or `editor` field, which ` and ` sets apart. A name is `First von Last`, `von Last, First`
 * or `von Last, Jr, First` (the documentation of btparse, “bt_split_names”, tells how its parts are found), wholly in
 * braces for what is no person, or BibLaTeX's extended format: `family=Berg, given=Jan, prefix=van den`.
 */
export function bibTeXNames(value: string): BibTeXNames {
  const names: Author[] = [];
  let andOthers = false;
  for (const written of splitOutsideBraces(value.replace(/\\(?=\s)/gu, ''), 'and')) {
    const isOthers = /^(?:others|et\.? al\.?)$/iu.test(written);
    const name = isOthers ? undefined : readName(written);
    andOthers ||= isOthers;
    if (name) names.push(name);
  }
  return { names, andOthers };
}

function readName(written: string): Author | undefined {
  if (/^[a-z][a-z-]*\s*=/iu.test(written)) return extendedName(written);
  const [first = '', second = '', ...rest] = splitOutsideBraces(written, ',');
  if (second === '') return firstLast(first);
  if (rest.length === 0) return author(second, first);
  // Commas too many are mostly a list that lacks its “and”; what people see is then at least all there.
  return author(rest.join(', '), first, second);
}

/** `Jan van den Berg`: the family name begins at the first word in lower case, or is the last word. */
function firstLast(written: string): Author | undefined {
  const words = splitOutsideBraces(written, ' ');
  let family = words.length - 1;
  for (let at = 0; at < words.length - 1; at++) {
    if (!isLowerCase(words[at]!)) continue;
    family = at;
    break;
  }
  return author(words.slice(0, family).join(' '), words.slice(family).join(' '));
}

/** Whether a word's first letter outside braces, or in an accent's (`{\'e}`), is small. Words in braces are not. */
function isLowerCase(word: string): boolean {
  if (/^\{[^\\]/u.test(word)) return false;
  const letter = /\p{L}/u.exec(/[\\{]/u.test(word) ? bibTeXText(word).plain : word)?.[0];
  return letter !== undefined && /\p{Ll}/u.test(letter);
}

function extendedName(written: string): Author | undefined {
  const parts = new Map<string, string>();
  for (const part of splitOutsideBraces(written, ',')) {
    const [, name = '', value = ''] = /^([\w-]+)\s*=\s*(.*)$/su.exec(part) ?? [];
    parts.set(name.toLowerCase(), /^".*"$/su.test(value) ? value.slice(1, -1) : value);
  }
  const family = [parts.get('prefix'), parts.get('family')].filter((part) => part).join(' ');
  return author(parts.get('given') ?? '', family, parts.get('suffix'));
}

function author(given: string, family: string, suffix = ''): Author | undefined {
  return authorOf({ given: plainPart(given), family: plainPart(family), suffix: plainPart(suffix) });
}

function plainPart(part: string): string {
  return bibTeXText(part).plain;
}
