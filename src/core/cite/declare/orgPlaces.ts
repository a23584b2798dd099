// Org's manual, "Property Syntax": a drawer for the whole document has nothing but comments and blank lines above it.
const drawer = /[ \t]*:properties:[ \t]*\n(?:[ \t]*:(?!end:)[^\s:]\S*:(?:[ \t][^\n]*)?\n)*[ \t]*:end:[ \t]*(?:\n|$)/iuy;
// The manual's "Keywords": what is affiliated belongs to what follows it. A block's first line has no colon.
const keyword =
  /[ \t]*#\+(?!(?:begin|caption|name|header|headers|plot|results?|attr_\w+|data|label|resname|source|srcname|tblname)(?:\[[^\n]*\])?:)[^\s:]+:[^\n]*(?:\n|$)/iuy;
const blankOrComment = /[ \t]*(?:#(?:[ \t][^\n]*)?)?\n/uy;
const cookie = /^#[ \t]+-\*-[^\n]*-\*-[ \t]*(?:\n|$)/u;

/**
 * The offset behind what stands at the top of an Org document and concerns all of it: a mode line, a property drawer
 * and keywords. `:PROPERTIES:\n:ID: 1\n:END:\n#+title: T\n|Text`
 */
export function orgHeadEnd(text: string): number {
  let end = cookie.exec(text)?.[0].length ?? 0;
  let isDrawerPossible = true;
  for (let at = end; ;) {
    const blank = behind(blankOrComment, text, at);
    const setting = blank ?? (isDrawerPossible ? behind(drawer, text, at) : undefined) ?? behind(keyword, text, at);
    if (setting === undefined || setting === at) return end;
    at = setting;
    if (blank !== undefined) continue;
    end = at;
    isDrawerPossible = false;
  }
}

function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ? pattern.lastIndex : undefined;
}

const heading = /^(\*+)[ \t]+([^\n]*)$/gmu;
// `org-footnote-section`, and the manual's "Comment Lines" and "Export Settings".
const unexported = /^(?:Footnotes[ \t]*$|COMMENT(?:[ \t]|$)|.*[ \t]:(?:[\w@#%]+:)*noexport:(?:[\w@#%]+:)*[ \t]*$)/u;

/** The offset at which an Org document ends as it is exported: before a last `* Footnotes` and what is no part of it. */
export function orgExportedEnd(text: string): number {
  let end = text.length;
  let level = Infinity;
  for (const { 1: stars = '', 2: title = '', index } of text.matchAll(heading)) {
    const isInside = end < text.length && stars.length > level;
    if (isInside) continue;
    if (!unexported.test(title)) end = text.length;
    else {
      if (end === text.length) end = index;
      level = stars.length;
    }
  }
  return end;
}
