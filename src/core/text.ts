// Letters that NFKD leaves whole, though readers type them as plain Latin.
const undecomposed: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'SS', ø: 'o', Ø: 'O', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D',
  þ: 'th', Þ: 'Th', ı: 'i', ħ: 'h', Ħ: 'H', ŋ: 'n', Ŋ: 'N',
}; // prettier-ignore
const undecomposedLetter = new RegExp(`[${Object.keys(undecomposed).join('')}]`, 'gu');

/**
 * Letters without their diacritics: `Häse` → `Hase`, `Łukasz Straße` → `Lukasz Strasse`, `ﬁ` → `fi`. Other scripts
 * stay as they are, but for their combining marks.
 */
export function foldDiacritics(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(undecomposedLetter, (letter) => undecomposed[letter] ?? letter);
}

/**
 * Text that may stand on one line of somebody's file or in a label: line breaks and runs of white space become one
 * space; control characters, and the invisible ones that change the direction or hide text (Unicode's bidirectional
 * controls, zero-width characters, tags), are gone; unpaired surrogates become U+FFFD.
 */
export function toOneLine(text: string): string {
  // Most text is such a line already.
  if (!/[^ -~]|^ | {2}| $/.test(text)) return text;
  return text
    .replace(
      // Before white space, as JavaScript counts U+FEFF among that; line breaks are control characters and stay for it.
      /(?![\t-\r\u0085])[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu,
      '',
    )
    .replace(/[\s\u0085]+/gu, ' ')
    .toWellFormed()
    .trim();
}
