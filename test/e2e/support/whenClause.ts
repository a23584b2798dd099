/**
 * Whether two `when` clauses can never hold together, as far as their parts show: for each alternative of the second,
 * a part of the first says the contrary of a part of it. The first may hold no `||`.
 *
 * @example excludes("!terminalFocus && view != 'a'", "terminalFocus && x || view == 'a'") // true
 */
export function excludes(first: string, second: string): boolean {
  const contraries = new Set(parts(first).map(contrary));
  return second
    .split('||')
    .every((alternative) => parts(alternative).some((part) => part === 'false' || contraries.has(part)));
}

function parts(clause: string): readonly string[] {
  return clause
    .split('&&')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function contrary(part: string): string {
  if (part.includes(' != ')) return part.replace(' != ', ' == ');
  if (part.includes(' == ')) return part.replace(' == ', ' != ');
  return part.startsWith('!') ? part.slice(1) : `!${part}`;
}
