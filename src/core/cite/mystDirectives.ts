import type { LiteralText } from './literalText';
import { type Fence, fencedEnd, fenceOf, isWithin } from './markdownFences';

// The directives that hold no Markdown; all others do (https://mystmd.org/guide/directives).
const code =
  /^\{(?:code|code-block|code-cell|sourcecode|literalinclude|math|raw|mermaid|eval-rst|toctree|bibliography|csv-table|embed|iframe|video)\b/iu;
// What follows the others on their line is a title or a caption, but for these, where it is a file, an address or a name.
const named = /^\{(?:figure|image|include|contents|index|download|anywidget)\}/iu;
const directive = /^\{[a-z][^{}\n]*\}/iu;

/**
 * MyST's fences, of code and of directives, with the options of these; for one reading of one text. The fence of a
 * directive that holds Markdown is no text, nor is the one that closes it, but what stands between them is:
 * "```{note} Title|".
 * @param container the source of a pattern for what may stand before a fence
 */
export function mystDirectives(container: string): readonly LiteralText[] {
  /** The directives not closed yet, the innermost last. */
  const open: Fence[] = [];
  /** Where the next option of a directive would stand. */
  let optionAt = -1;
  const fence: LiteralText = {
    place: 'verbatim',
    open: `^${container}(?:\`{3,}[^\`\\n]*|~{3,}[^\\n]*|:{3,}[^\\n]*)$`,
    end: (text, from, opened) => {
      const start = from - opened.length;
      const found = fenceOf(text, start, opened);
      while (open.length > 0 && !isWithin(found, open.at(-1)!)) open.pop();
      const { information, mark } = found;
      const closed =
        information === '' ? open.findLastIndex((one) => one.mark === mark && one.length <= found.length) : -1;
      if (closed >= 0) {
        open.length = closed;
        return from;
      }
      const name = directive.exec(information)?.[0];
      if (name === undefined && mark === ':') return from;
      if (name === undefined || code.test(name)) return fencedEnd(text, from, found);
      open.push(found);
      optionAt = behindLine(text, from);
      return named.test(name) ? from : start + opened.indexOf(name) + name.length;
    },
    reach: 'lines',
  };
  const option: LiteralText = {
    place: 'name',
    open: '^[ \\t>]*(?::[a-z][\\w-]{0,60}:[^\\n]*|---[ \\t]*$)',
    end: (text, from, opened) => {
      if (from - opened.length !== optionAt) return undefined;
      if (opened.trim().endsWith('---')) return yamlEnd(text, from);
      optionAt = behindLine(text, from);
      // A caption is Markdown.
      return /:caption:/iu.test(opened) ? undefined : from;
    },
    reach: 'lines',
  };
  return [fence, option];
}

/** Where the options end that are written as YAML between rules. */
function yamlEnd(text: string, from: number): number | undefined {
  const closing = /^[ \t>]*---[ \t]*$/gmu;
  closing.lastIndex = from + 1;
  return closing.exec(text) ? closing.lastIndex : undefined;
}

function behindLine(text: string, from: number): number {
  return text.startsWith('\r', from) ? from + 2 : from + 1;
}
