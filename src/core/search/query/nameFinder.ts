import { foldDiacritics } from '../../text';
import type { TextFinder } from './textFinder';
import { wordsFinder } from './wordsFinder';

const wordBreak = /[ .,-]/u;
const between = '[ .,-]{1,3}';
/** Behind what is given: the names in the middle, which many leave out, and particles. */
const middle = `${between}(?:[^ .,\\n-]{1,40}${between}){0,5}?`;
const restOfWord = '[^ .,\\n-]{0,40}';
const mostParts = 8;

/**
 * Finds people by their names as they are cited: `Tri Dao`, `Dao, Tri`, `T. Dao`, `Dao T`, `DY Fu`, `Daniel Fu` for Daniel
 * Y. Fu.
 * @param unfinished whether more letters may follow
 * @returns nothing where the value holds no word
 */
export function nameFinder(value: string, unfinished: boolean): TextFinder | undefined {
  // `Dao, Tri` is as good as `Tri Dao`.
  const [, family, given] = /^([^,]+),(?=.*\p{L})(.+)$/u.exec(value) ?? [];
  const byWords = wordsFinder(family === undefined ? value : `${given} ${family}`, unfinished);
  const givenParts = partsOf(given ?? '', true);
  const parts = [...givenParts, ...initialsFirst(partsOf(family ?? value))];
  if (!byWords || parts.length < 2 || parts.length > mostParts) return byWords;
  const last = parts.length - 1;
  const patterns = parts.map((part, index) =>
    part.length === 1 || (unfinished && index === last) ? escaped(part) + restOfWord : escaped(part),
  );
  // Without a comma, given is what stands first: initials, or one name.
  const initials = parts.findIndex((part) => part.length > 1);
  const familyAt = Math.max(1, Math.min(givenParts.length || initials, last));
  const whole = [patterns.slice(0, familyAt).join(between), patterns.slice(familyAt).join(between)].join(middle);
  const pattern = new RegExp(`${whole}(?![^ .,\\n-])`, 'giu');
  const byParts = (text: string, from: number): number => {
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const before = text[match.index - 1];
      if (before === undefined || before === '\n' || wordBreak.test(before)) return match.index;
      pattern.lastIndex = match.index + 1;
    }
    return -1;
  };
  return (text, from) => {
    const [one, other] = [byWords(text, from), byParts(text, from)];
    return one < 0 || other < 0 ? Math.max(one, other) : Math.min(one, other);
  };
}

/** The parts of a name; initials that are written as one word, `DY`, each for itself. */
function partsOf(name: string, isGiven = false): readonly string[] {
  const words = foldDiacritics(name)
    .split(/[\s.,-]+/u)
    .filter((word) => word !== '');
  const hasOther = isGiven || words.some((word) => /\p{Ll}/u.test(word));
  return words.flatMap((word) => (hasOther && /^\p{Lu}{2,3}$/u.test(word) ? Array.from(word) : [word]));
}

/** `Dao T` → `T`, `Dao`. */
function initialsFirst(parts: readonly string[]): readonly string[] {
  const end = parts.findLastIndex((part) => part.length > 1) + 1;
  return end === 0 ? parts : [...parts.slice(end), ...parts.slice(0, end)];
}

function escaped(part: string): string {
  return part.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/['’]/gu, "['’]?");
}
