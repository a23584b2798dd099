import { CommentContext } from '../commentContext';
import { commentSyntaxes } from '../commentSyntaxes';
import type { DeclaredPath, DeclaringDocument } from './declaringDocument';

const assignment = /^[ \t]*bibtex_bibfiles[ \t]*(?::[^=\n]*)?\+?=\s*[[(]/gmu;
const token =
  /\s+|#[^\n]*|(?<comma>,)|[ru]?"(?<double>(?:\\.|[^"\\\n])*)"|[ru]?'(?<single>(?:\\.|[^'\\\n])*)'|(?<open>[([{])|(?<close>[)\]}])|[^\s,#"'()[\]{}]+/iuy;
/** What runs when the file is read, unlike a function's body. */
const running = /^(?:if|elif|else|try|except|finally|with|for|while)\b/u;

/** Sphinx with sphinxcontrib-bibtex: `bibtex_bibfiles = ['a.bib']`, as far as it is a list of plain texts. */
export const sphinx: DeclaringDocument = {
  declared(text) {
    const found = [...text.matchAll(assignment)];
    if (found.length === 0) return [];
    const context = new CommentContext(text, commentSyntaxes.python, 0, text.length);
    const statements = runningLines(text, context);
    const paths: DeclaredPath[] = [];
    let end = 0;
    for (const { index, 0: opening } of found) {
      if (index < end || !statements.has(index)) continue;
      const list = readList(text, index + opening.length);
      paths.push(...list.paths);
      end = list.end;
    }
    return paths;
  },
};

/**
 * A list's items and where it ends. Texts side by side are one, as Python joins them; what else stands in an item is
 * computed, and known to Python alone. A list that nobody closed declares nothing.
 */
function readList(text: string, from: number): { readonly paths: readonly DeclaredPath[]; readonly end: number } {
  const paths: DeclaredPath[] = [];
  let depth = 0;
  let item = from;
  let path: string | undefined;
  let isCode = false;
  const add = (end: number): void => {
    const offset = item + /^\s*/u.exec(text.slice(item, end))![0].length;
    if (isCode) paths.push({ path: text.slice(offset, end).trim(), offset, isCode });
    else if (path !== undefined) paths.push({ path, offset });
    item = end + 1;
    path = undefined;
    isCode = false;
  };
  token.lastIndex = from;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const { comma, double, single, open, close } = match.groups!;
    const literal = double ?? single;
    if (close && depth === 0) {
      add(match.index);
      return { paths, end: token.lastIndex };
    }
    if (comma && depth === 0) add(match.index);
    else if (literal !== undefined && depth === 0) {
      path = (path ?? '') + (/^r/iu.test(match[0]) ? literal : literal.replace(/\\([\\'"])/gu, '$1'));
    } else if (!/^[\s#]/u.test(match[0])) isCode = true;
    if (open) depth++;
    else if (close) depth--;
  }
  return { paths: [], end: text.length };
}

/** Where the lines begin that run when the file is read: those of the module, and of its conditions and the like. */
function runningLines(text: string, context: CommentContext): ReadonlySet<number> {
  const lines = new Set<number>();
  const blocks: { readonly indent: number; readonly isRunning: boolean }[] = [];
  for (const { index, 1: blank = '', 2: line = '' } of text.matchAll(/^([ \t]*)([^\s#)\]}][^\n]*)/gmu)) {
    if (context.at(index)) continue;
    while (blocks.length > 0 && blocks.at(-1)!.indent >= blank.length) blocks.pop();
    const block = blocks.at(-1);
    const isRunning = block ? block.isRunning : blank === '';
    if (isRunning) lines.add(index);
    blocks.push({ indent: blank.length, isRunning: isRunning && running.test(line) });
  }
  return lines;
}
