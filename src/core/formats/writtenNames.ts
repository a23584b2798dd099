import type { Author } from '../paper';
import { type BibTeXNames, bibTeXNames } from './bibtex/bibTeXNames';
import { authorOf, isNameSuffix } from './personName';
import { isFields, listOf, textOf, type UnknownFields } from './unknownValue';
import { wikilinkNames } from './wikilinkNames';

/**
 * People as tools and their users write them: a list of names or of their parts, or a text that sets names apart by
 * `and`, semicolons or commas. A name is `Family, Given` or `Given Family`, or a wikilink to a note called so. Commas
 * set names apart where `guess_authors_separator` of papis has them do so (github.com/papis/papis, papis/document.py):
 * what stands between them has two words, or there is too much of it for one name.
 */
export function writtenNames(value: unknown): BibTeXNames {
  const listed = listOf(value);
  const several = listed.length > 1;
  const read = listed.map((one) => (isFields(one) ? person(one) : textNames(one, several)));
  return { names: read.flatMap(({ names }) => names), andOthers: read.some(({ andOthers }) => andOthers) };
}

function textNames(value: unknown, isOne: boolean): BibTeXNames {
  // What YAML reads as a list within the list are the brackets of a wikilink without quotes: [[Dao, Tri]].
  const inner = listOf(value).flat();
  const written = inner.map((one) => textOf(one) ?? '').join(', ');
  const text = written.replace(/\s+/gu, (run) => (run.includes('\n') ? '\n' : ' '));
  const linked = wikilinkNames(text);
  if (linked.length > 1) return writtenNames(linked);
  const plain = (linked[0] ?? text).replace(/,?\s+et\.? al\.?$/iu, ' and others');
  return bibTeXNames(isOne ? plain : separated(plain).join(' and '));
}

function separated(text: string): readonly string[] {
  const parts = text.split(/\s*[;\n]\s*|\s+&\s+|,?\s+and\s+/iu).filter((part) => part !== '');
  const pieces = parts.map((part) => part.split(',').map((piece) => piece.trim()));
  const isList =
    pieces.flat().every((piece) => /\S\s+\S/u.test(piece) || /^others$/iu.test(piece)) ||
    pieces.some((one) => one.length > 3 || (one.length > 2 && !one.some(isNameSuffix)));
  return isList ? pieces.flat() : parts;
}

/** A name in parts, by the names that CSL, Zotero, CFF and papis have for them. */
function person(fields: UnknownFields): BibTeXNames {
  const part = (...names: readonly string[]): string | undefined =>
    names.map((name) => textOf(fields[name])).find((text) => text !== undefined);
  const family = part('family', 'surname', 'lastName', 'family-names');
  const whole = part('literal', 'name');
  if (family === undefined && whole !== undefined) return textNames(whole, true);
  const author: Author | undefined = authorOf({
    given: part('given', 'given_name', 'firstName', 'given-names'),
    particles: [part('dropping-particle'), part('non-dropping-particle')],
    family,
    suffix: part('suffix'),
  });
  return { names: author ? [author] : [], andOthers: false };
}
