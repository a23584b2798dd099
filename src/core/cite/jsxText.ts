// Texts are short; what is longer is code.
const farthest = 4_000;
const openingTag = /<(?:[A-Za-z][\w.:-]*(?:\s[^<>]*)?)?$/u;
const closingTag = /(?:<\/[\w.:-]*\s*|<[A-Za-z][^<>]*\/)$/u;
// A generic is attached to a name: `useState<string>`.
const attached = /[\w$.)\]]<[^<>]*$/u;

/**
 * Where the text of an element of JSX begins in which a cursor stands, and in which `//` is text as well: `<p>It is
 * |</p>` → behind `<p>`. Told by what stands around it, without parsing the file: a tag before the text, a tag or an
 * expression behind it.
 * @returns an offset in UTF-16 code units; nothing in code
 */
export function jsxTextStart(text: string, offset: number): number | undefined {
  const before = text.slice(Math.max(0, offset - farthest), offset);
  const behind = text.slice(offset, offset + farthest);
  const tagEnd = before.lastIndexOf('>');
  const content = before.slice(tagEnd + 1);
  if (tagEnd < 0 || /[{}<]/u.test(content) || !/^[^{}<>]*(?:<[/A-Za-z>]|\{)/u.test(behind)) return undefined;
  const tag = before.slice(0, tagEnd);
  // Behind an element that has ended, the code may go on.
  const isText = closingTag.test(tag)
    ? !/[;=)]/u.test(content) && !/^\s*[;,)]/u.test(behind)
    : openingTag.test(tag) && !attached.test(tag);
  return isText ? offset - content.length : undefined;
}
