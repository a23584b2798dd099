// What TeX calls the letters that are no other letter with an accent, and the signs of print.
const letters: Readonly<Record<string, string>> = {
  ß: '{\\ss}', ø: '{\\o}', Ø: '{\\O}', æ: '{\\ae}', Æ: '{\\AE}', œ: '{\\oe}', Œ: '{\\OE}', ł: '{\\l}', Ł: '{\\L}',
  å: '{\\aa}', Å: '{\\AA}', ı: '{\\i}', '–': '--', '—': '---', '‘': '`', '’': "'", '“': '``', '”': "''", '…': '{\\dots}',
  '\u00A0': '~', '\u202F': '~', '‐': '-', '‑': '-',
}; // prettier-ignore

const accents: Readonly<Record<string, string>> = {
  '\u0300': '`', '\u0301': "'", '\u0302': '^', '\u0303': '~', '\u0304': '=', '\u0306': 'u ', '\u0307': '.', '\u0308': '"',
  '\u030A': 'r ', '\u030B': 'H ', '\u030C': 'v ', '\u0327': 'c ', '\u0328': 'k ', '\u0323': 'd ', '\u0331': 'b ',
}; // prettier-ignore

/**
 * TeX text with its letters beyond ASCII as commands, which BibTeX sorts and abbreviates rightly: `Häse` → `H{\"a}se`.
 * What TeX has no command for stays as it is.
 */
export function asciiTeX(text: string): string {
  return text.replace(/[^\0-\x7f]\p{M}*|[A-Za-z]\p{M}+/gu, (character) => letters[character] ?? accented(character));
}

function accented(character: string): string {
  const [letter = '', ...marks] = character.normalize('NFD');
  if (!/^[A-Za-z]$/u.test(letter) || marks.length === 0) return character;
  const commands = marks.map((mark) => accents[mark]);
  if (commands.some((command) => command === undefined)) return character;
  const dotless = /[ij]/u.test(letter) && !marks.includes('\u0327') ? `\\${letter}` : letter;
  // The accent nearest to the letter is the innermost: {\'{\^a}}.
  return commands.reduce<string>((inner, command, index) => {
    const written = `\\${command!}${index === 0 ? inner : `{${inner}}`}`;
    return index === commands.length - 1 ? `{${written}}` : written;
  }, dotless);
}
