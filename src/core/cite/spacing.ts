// After an opening bracket, a dash, a slash, TeX's tie and any white space a citation needs no blank.
const noBlankAfter = /[\s([{~\-–—/\u00A0\u202F]$/u;
// What opens and closes with the same sign, or is turned round in another language: „so“, “so”, »so«, «so».
const quotes = /["'`“”‘’„‚«»‹›]+$/u;
// French puts a blank within: « so ».
const frenchClosing = /«[^«»\n]*»$/u;
// Emphasis, of light markup.
const markers = /[*_]+$/u;
// Scripts that put none between words, and full-width punctuation.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303F\uFF00-\uFF60]/u;
// It would go on with whatever stands behind it.
const address = /\b(?:https?|ftp):\/\/[^\s<>"`{}()[\]|]*$/iu;
const word = /^[\p{L}\p{N}]/u;

/**
 * The blank that typography asks for before a citation, given the text around it: `see|` and `"so"|` → a blank,
 * `see~|`, `"|` and `*|so*` → none.
 */
export function blankBefore(before: string, following: string, isAlwaysNeeded: boolean): '' | ' ' {
  const last = lastCharacter(before);
  if (address.test(before)) return ' ';
  if (last === '' || noBlankAfter.test(last)) return isAlwaysNeeded && /[~/\-–—]/u.test(last) ? ' ' : '';
  if (frenchClosing.test(before)) return ' ';
  if (opens(before, quotes) || (/^\S/u.test(following) && opens(before, markers))) return '';
  return unspaced.test(last) && !isAlwaysNeeded ? '' : ' ';
}

/** Whether a text ends with signs that open something: they stand where a word begins. */
function opens(text: string, signs: RegExp): boolean {
  const outside = text.replace(signs, '');
  return outside.length < text.length && (outside === '' || noBlankAfter.test(outside));
}

/** The blank behind it, given the text that follows: only a word needs one. */
export function blankBehind(following: string, isAlwaysNeeded: boolean): '' | ' ' {
  return word.test(following) && (isAlwaysNeeded || !unspaced.test(following.slice(0, 1))) ? ' ' : '';
}

function lastCharacter(text: string): string {
  return /[^]$/u.exec(text)?.[0] ?? '';
}
