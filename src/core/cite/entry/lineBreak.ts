/** The line break that a text uses, its first one; `\n` where it has none. */
export function lineBreak(text: string): '\n' | '\r\n' {
  return text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}
