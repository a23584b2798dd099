// After an opening bracket, quote or dash, a slash, TeX's tie and any white space a citation needs no blank.
const noBlankAfter = /[\s([{«“‘„‚"'~\-–—/\u00A0\u202F]$/u;
// Scripts that put none between words, and full-width punctuation.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303F\uFF00-\uFF60]/u;
// It would go on with whatever stands behind it.
const address = /\b(?:https?|ftp):\/\/[^\s<>"`{}()[\]|]*$/iu;
const word = /^[\p{L}\p{N}]/u;

/** The blank that typography asks for before a citation, given the text before it: `see|` → a blank, `see~|` → none. */
export function blankBefore(before: string, isAlwaysNeeded: boolean): '' | ' ' {
  const last = lastCharacter(before);
  if (address.test(before)) return ' ';
  if (last === '' || noBlankAfter.test(last)) return isAlwaysNeeded && /[~/\-–—]/u.test(last) ? ' ' : '';
  return unspaced.test(last) && !isAlwaysNeeded ? '' : ' ';
}

/** The blank behind it, given the text that follows: only a word needs one. */
export function blankBehind(following: string, isAlwaysNeeded: boolean): '' | ' ' {
  return word.test(following) && (isAlwaysNeeded || !unspaced.test(following.slice(0, 1))) ? ' ' : '';
}

function lastCharacter(text: string): string {
  return /[^]$/u.exec(text)?.[0] ?? '';
}
