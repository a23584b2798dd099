import { firstKey } from './yamlMap';

/** The YAML between the lines that delimit it, in UTF-16 offsets. */
export interface MetadataBlock {
  readonly start: number;
  readonly end: number;
}

// Pandoc's manual, "Extension: pandoc_title_block": title, authors and date, each with lines that go on with it.
const title = /^\uFEFF?(?:%[^\n]*(?:\n|$)(?:[ \t]+\S[^\n]*(?:\n|$))*){0,3}/u;
const rule = /^---[ \t]*$/u;
const closing = /^(?:---|\.\.\.)[ \t]*$/u;
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u;

/** Where the block of title, authors and date ends that a text begins with: `% Title`; zero if it has none. */
export function behindTitle(text: string): number {
  const [found] = title.exec(text)!;
  return found.includes('%') ? found.length : 0;
}

/**
 * The metadata of a Markdown document as Pandoc reads it: maps between `---` and `---` or `...`, wherever a blank line
 * stands before them and none behind the first (https://pandoc.org/MANUAL.html#extension-yaml_metadata_block).
 *
 * `Text`, a blank line, `---`, `bibliography: a.bib`, `---` → the third line
 * @param text with line feeds alone
 */
export function metadataBlocks(text: string): readonly MetadataBlock[] {
  const blocks: MetadataBlock[] = [];
  const begin = title.exec(text)![0].length;
  const lines = text.slice(begin).split('\n');
  let offset = begin;
  let mayBegin = true;
  let closes: ((line: string) => boolean) | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const start = offset + line.length + 1;
    const block = !closes && mayBegin && rule.test(line) ? blockAt(lines, index + 1, start) : undefined;
    if (block) {
      blocks.push({ start, end: block.end });
      index = block.closing;
      offset = block.end + lines[index]!.length + 1;
      continue;
    }
    mayBegin = line.trim() === '';
    closes = closes ? (closes(line) ? undefined : closes) : opened(line);
    offset = start;
  }
  return blocks;
}

/**
 * What is between `---` in the first line with text and its closing line, whatever it is and though a blank line follows:
 * so MyST reads it.
 */
export function frontMatterOf(text: string): MetadataBlock | undefined {
  const start = /^\uFEFF?(?:[ \t]*\n)*---[ \t]*\n/u.exec(text)?.[0].length;
  const end = start === undefined ? undefined : /^(?:---|\.\.\.)[ \t]*$/mu.exec(text.slice(start))?.index;
  return start === undefined || end === undefined ? undefined : { start, end: start + end };
}

/** The block whose lines begin at an index and an offset, if it is one, with the index of the line that closes it. */
function blockAt(
  lines: readonly string[],
  from: number,
  start: number,
): { readonly end: number; readonly closing: number } | undefined {
  if ((lines[from] ?? '').trim() === '') return undefined;
  let end = start;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]!;
    if (closing.test(line)) {
      const body = lines.slice(from, index).join('\n');
      return body === '' || firstKey(`${body}\n`) ? { end, closing: index } : undefined;
    }
    end += line.length + 1;
  }
  return undefined;
}

/** What tells the last line of the code or the comment that a line begins. */
function opened(line: string): ((line: string) => boolean) | undefined {
  const marks = fence.exec(line)?.[1];
  if (marks !== undefined) {
    const close = new RegExp(`^ {0,3}${marks[0]!}{${marks.length},}[ \\t]*$`, 'u');
    return (other) => close.test(other);
  }
  return /^ {0,3}<!--(?!.*-->)/u.test(line) ? (other) => other.includes('-->') : undefined;
}
